"""The control API: what it refuses, how it waits, what it changes, and that all of it is documented."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from datetime import datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.control.routes import GETS, POSTS
from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.refusal import ControlError
from bot.sandbox.server import Sandbox
from bot.sandbox.settings import SandboxSettings
from tests.sandbox.listening import manifest

DOCS = Path(__file__).parents[2] / "docs" / "sandbox-api.md"

JSON = {"Content-Type": "application/json"}
FOREIGN: list[tuple[str, dict[str, str], int]] = [
    ("a name that leads here", {**JSON, "Host": "evil.example"}, 403),
    ("a name that begins like ours", {**JSON, "Host": "127.0.0.1.evil.example"}, 403),
    ("another page", {**JSON, "Origin": "https://evil.example"}, 403),
    ("a page from a file", {**JSON, "Origin": "null"}, 403),
    ("another server of this machine", {**JSON, "Origin": "http://127.0.0.1:1"}, 403),
    ("a form", {"Content-Type": "application/x-www-form-urlencoded"}, 403),
    ("a text", {"Content-Type": "text/plain"}, 403),
    ("our own page", {**JSON, "Origin": "{own}"}, 200),
    ("a program", JSON, 200),
]


@pytest.mark.parametrize(("headers", "status"), [f[1:] for f in FOREIGN], ids=[f[0] for f in FOREIGN])
def test_only_this_machine_drives(sandbox: Sandbox, headers: dict[str, str], status: int) -> None:
    address = sandbox.url.removeprefix("http://")
    own = {name: sandbox.url if value == "{own}" else value for name, value in headers.items()}
    connection = HTTPConnection(address)
    connection.request("POST", "/control/clock", json.dumps({"advance_seconds": 0}), own)
    assert connection.getresponse().status == status
    connection.close()


REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    ("an unknown person", "say", {"person": "U0NEVER", "channel": "pilots", "text": "x"}, "user_not_found"),
    ("an unknown channel", "say", {"person": "U0PRIYA01", "channel": "never", "text": "x"}, "channel_not_found"),
    ("nobody", "say", {"channel": "pilots", "text": "x"}, "missing_field"),
    ("nothing to say", "say", {"person": "U0PRIYA01", "channel": "pilots"}, "no_text"),
    ("one who left", "say", {"person": "U0GONE001", "channel": "general", "text": "x"}, "account_inactive"),
    ("one who is not there", "say", {"person": "U0EXT0001", "channel": "pilots", "text": "x"}, "not_in_channel"),
    ("an archived channel", "say", {"person": "U0PRIYA01", "channel": "C0CLOSING", "text": "x"}, "is_archived"),
    ("a read-only channel", "say", {"person": "U0PRIYA01", "channel": "notices", "text": "x"},
     "restricted_action_read_only_channel"),
    ("an unknown thread", "say", {"person": "U0PRIYA01", "channel": "pilots", "text": "x", "thread_ts": "1.1"},
     "thread_not_found"),
    ("no form to fill", "fill", {"person": "U0PRIYA01", "values": {}}, "no_modal"),
    ("a kind there is not", "people/change", {"person": "U0PRIYA01", "kind": "robot"}, "unknown_kind"),
    ("a field there is not", "people/change", {"person": "U0PRIYA01", "shoe_size": 40}, "unknown_field"),
    ("an id in use", "people/create", {"name": "x", "id": "U0PRIYA01"}, "user_exists"),
    ("a channel id in use", "channels/create", {"name": "x", "id": "C0PILOTS1"}, "channel_exists"),
    ("a setting there is not", "settings", {"speed": 9}, "unknown_setting"),
    ("a setting of the wrong kind", "settings", {"strict_limits": "no"}, "wrong_setting"),
    ("a time without offset", "clock", {"now": "2026-03-29T01:30:00"}, "wrong_field"),
    ("a time that is none", "clock", {"now": "soon"}, "wrong_field"),
    ("a reason there is not", "disconnect", {"reason": "boredom"}, "unknown_reason"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "fields", "code"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused(driver: Driver, path: str, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ControlError) as refused:
        driver.post(path, **fields)
    assert refused.value.code == code


def test_only_authors_edit_and_admins_delete(driver: Driver, priya: Person) -> None:
    said = priya.say("pilots", "mine")
    with pytest.raises(ControlError, match="not_your_message"):
        driver.person("U0TOM0001").edit(said, "yours")
    driver.person("U0ADMIN01").delete(said)
    assert priya.messages("pilots") == []


def test_a_change_wakes_those_who_wait(driver: Driver, sandbox: Sandbox, priya: Person) -> None:
    seq = driver.get("state")["seq"]
    found: list[dict[str, Any]] = []
    other = Driver(sandbox.url)
    waiting = threading.Thread(target=lambda: found.append(other.get("changes", since=seq, timeout=20)))
    began = time.monotonic()
    waiting.start()
    said = priya.say("pilots", "hello")
    waiting.join()
    other.close()
    assert time.monotonic() - began < 10
    assert found[0]["changes"][0] | {"seq": 0} == {
        "seq": 0,
        "kind": "message",
        "channel": "C0PILOTS1",
        "ts": said["ts"],
    }


def test_nothing_new_is_said_after_the_wait(driver: Driver) -> None:
    seq = driver.get("state")["seq"]
    assert driver.get("changes", since=seq, timeout=0.05) == {"ok": True, "seq": seq, "changes": []}


def test_the_clock_moves_and_messages_with_it(driver: Driver, sandbox: Sandbox, priya: Person) -> None:
    driver.set_clock("2026-03-29T02:30:00+02:00")
    first = priya.say("pilots", "one")["ts"]
    with urllib.request.urlopen(sandbox.clock_url) as answer:
        now = datetime.fromisoformat(json.load(answer)["now"])
    assert now.utcoffset() == timedelta(0)
    assert datetime.fromisoformat("2026-03-29T00:30:00+00:00") <= now
    assert first.startswith("17747")
    driver.advance(days=7)
    later = priya.say("pilots", "two")["ts"]
    assert float(later) - float(first) >= 7 * 86400
    driver.set_clock("2026-03-01T00:00:00+00:00")
    assert float(priya.say("pilots", "three")["ts"]) > float(later)


def test_a_frozen_clock_stands_still(driver: Driver) -> None:
    driver.post("clock", now="2026-11-24T09:00:00+00:00", frozen=True)
    assert [driver.get("state")["now"] for _ in range(2)] == ["2026-11-24T09:00:00+00:00"] * 2
    assert driver.advance(hours=1)["now"] == "2026-11-24T10:00:00+00:00"


def test_the_calls_are_kept_with_their_answers(driver: Driver, client: WebClient) -> None:
    client.chat_postMessage(channel="C0PILOTS1", text="x", blocks=[{"type": "divider"}])
    (call,) = driver.calls("chat.postMessage")
    assert (call["args"]["blocks"], call["response"]["ok"]) == ([{"type": "divider"}], True)
    assert "token" not in call["args"]


def test_people_see_their_own_channels(driver: Driver) -> None:
    names = {c["name"] for c in driver.get("channels", person="U0GUEST01")["channels"]}
    assert names == {"pilots"}
    with pytest.raises(ControlError, match="not_in_channel"):
        driver.person("U0GUEST01").messages("finance")


def test_what_is_typed_is_escaped_and_mentions_are_found(priya: Person) -> None:
    typed = "@tom #pilots <@U0NGOZI01> <!channel> @nobody https://x.io/?a=b&c a&b"
    assert priya.say("pilots", typed)["text"] == (
        "<@U0TOM0001> <#C0PILOTS1|pilots> <@U0NGOZI01> &lt;!channel&gt; @nobody <https://x.io/?a=b&c> a&amp;b"
    )
    assert priya.say("pilots", "<!channel>", raw=True)["text"] == "<!channel>"


def test_a_workspace_of_ones_own() -> None:
    people = [{"id": "W0ANA", "name": "ana", "real_name": "Ana Díaz", "tz": "America/Santiago", "kind": "owner"}]
    channels = [{"id": "G0OLD", "name": "fraude", "kind": "private", "members": ["W0ANA", "bot"]}]
    workspace = {"team": {"id": "T1", "name": "Uno", "domain": "uno"}, "people": people, "channels": channels}
    with Sandbox(manifest(), workspace=workspace) as sandbox:
        driver = Driver(sandbox.url)
        assert sandbox.team_id == "T1"
        assert driver.person("W0ANA").say("fraude", "hola")["team"] == "T1"
        driver.post("reset")
        assert driver.messages("fraude") == []
        driver.close()


def test_every_address_and_setting_is_documented() -> None:
    text = DOCS.read_text()
    missing = [p for p in (*GETS, *POSTS) if f"/control/{p}" not in text]
    missing += [name for name in SandboxSettings().shown() if f"`{name}`" not in text]
    assert missing == []
