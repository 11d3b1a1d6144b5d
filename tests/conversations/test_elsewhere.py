"""The bot at a Slack-compatible server that it has never seen: from the start of a pilot to its first verdict."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot import app
from bot.clock import SystemClock
from bot.environment import Loaded, load_settings
from bot.records.migrating import migrate
from tests.conversations.elsewhere import BOT, CHANNEL, TEAM, Elsewhere, Json
from tests.conversations.stage import FAST
from tests.conversations.told import button
from tests.slack.filling_in import filled

Found = TypeVar("Found")
WORDS = "<@U0NGOZI> owns it. Weekdays 8 to 17 alarms go to the duty phone."
_numbers = itertools.count(1)


@pytest.fixture(params=[False, True], ids=["one page", "many pages"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Elsewhere]:
    """The server with the bot connected to it."""
    with Elsewhere(paged=request.param) as server:
        database = f"sqlite:///{tmp_path / 'shipready.db'}"
        tokens = {"SLACK_BOT_TOKEN": "xoxb-1-else", "SLACK_APP_TOKEN": "xapp-1-else", "DATABASE_URL": database}
        loaded = load_settings({**FAST, **tokens, "SLACK_API_URL": f"http://{server.address}/api/"}, None)
        assert isinstance(loaded, Loaded), loaded
        migrate(database)
        running = app.start(loaded.settings, SystemClock())
        yield server
        running.stop()


def wait(look: Callable[[], Found | None]) -> Found:
    """What ``look`` finds, once it finds something."""
    until = time.monotonic() + 10
    while not (found := look()):
        assert time.monotonic() < until, "nothing came"
        time.sleep(0.02)
    return found


def command(server: Elsewhere, text: str) -> str:
    """A slash command; the words of the answer."""
    where = {"team_id": TEAM, "channel_id": CHANNEL, "channel_name": "else", "user_id": "U0PRIYA"}
    said = server.send(
        "slash_commands", {"command": "/shipready", "text": text, "trigger_id": f"t{next(_numbers)}", **where}
    )
    return str(said.get("text", ""))


def press(server: Elsewhere, message: Json, action_id: str) -> None:
    """A press of a button."""
    pressed = button(message, action_id)
    assert pressed is not None, action_id
    place = {"type": "message", "message_ts": message["ts"], "channel_id": CHANNEL}
    server.send(
        "interactive",
        {
            "type": "block_actions", "team": {"id": TEAM}, "user": {"id": "U0PRIYA"}, "container": place,
            "trigger_id": f"t{next(_numbers)}", "actions": [{**pressed, "block_id": "b", "action_ts": "1.1"}],
        },
    )  # fmt: skip


def next_question(server: Elsewhere, number: int) -> Json:
    """The question with this number, once it is asked."""
    return wait(lambda: server.said(f"*{number} of 5"))


def event(server: Elsewhere, **inner: Any) -> None:
    """An event of the Events API."""
    body = {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{next(_numbers)}", "event": inner}
    server.send("events_api", body)


def test_from_the_start_to_the_first_verdict(elsewhere: Elsewhere) -> None:
    assert "The thread is open" in command(elsewhere, "start Invoice Coder")
    question = wait(lambda: elsewhere.said("1 of 5"))
    root = question["thread_ts"]
    ts = elsewhere.ts()
    event(elsewhere, type="message", channel=CHANNEL, user="U0PRIYA", text=WORDS, ts=ts, thread_ts=root)
    reading = wait(lambda: elsewhere.said("Question 1, as I read it"))
    assert "ngozi" in reading["text"]
    event(elsewhere, **{**reading, "channel": CHANNEL})
    press(elsewhere, question, "answer")
    view = wait(lambda: next(iter(elsewhere.views.values()), None))
    saved = elsewhere.send(
        "interactive",
        {
            "type": "view_submission",
            "team": {"id": TEAM},
            "user": {"id": "U0PRIYA"},
            "view": filled(view, {"owner": "U0NGOZI"}),
        },
    )
    assert saved.get("response_action") != "errors", saved
    for number in range(2, 6):
        press(elsewhere, next_question(elsewhere, number), "not_yet")
    verdict = wait(lambda: elsewhere.said("*Invoice Coder is not ready yet.*"))
    assert verdict["thread_ts"] == root
    assert "Owner: ngozi" in wait(lambda: elsewhere.said("*Question 1 is saved*"))["text"]
    assert "comes as a file" in command(elsewhere, "record")
    wait(lambda: any(method == "files.completeUploadExternal" for method, _ in elsewhere.calls))
    own = [one for one in elsewhere.messages.values() if one["user"] == BOT]
    assert len(own) == len(elsewhere.messages)
