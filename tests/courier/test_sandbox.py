"""The courier against the sandbox's strict door: what it sends is what Slack takes."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.courier.courier import Courier
from bot.courier.limits import Limits
from bot.records import notices
from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox
from tests.courier.conftest import Desk, Page

CHANNEL, PERSON = "C0PILOTS1", "U0PRIYA01"
MANIFEST = Path(__file__).parents[2] / "manifest.json"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(json.loads(MANIFEST.read_text())) as running:
        yield running


@pytest.fixture
def driver(sandbox: Sandbox) -> Iterator[Driver]:
    made = Driver(sandbox.url)
    yield made
    made.close()


@pytest.fixture
def courier(desk: Desk, sandbox: Sandbox) -> Courier:
    client = WebClient(
        sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[], timeout=5, ssl=ssl.create_default_context()
    )
    clock = sandbox.world.clock.now
    desk.now = clock()
    desk.change_pilot(channel=CHANNEL, root_ts="")
    desk.pilot = desk.kept_pilot()
    return Courier(desk.store, client, clock, desk.render, desk.decide, Limits(per_minute={}, gap=timedelta()))


def deliver(courier: Courier, sandbox: Sandbox) -> None:
    while courier.deliver_due(sandbox.world.clock.now()):
        pass


def shown(driver: Driver, channel: str = CHANNEL) -> list[str]:
    return [message["text"] for message in driver.messages(channel)]


def test_a_thread_a_direct_message_a_home_and_a_file(
    desk: Desk, courier: Courier, sandbox: Sandbox, driver: Driver
) -> None:
    driver.settings(strict_limits=False)
    desk.pages |= {
        "home": Page(view={"type": "home", "blocks": [{"type": "divider"}]}),
        "record": Page(text="The record.", file=("record.md", b"# Record", "Record of Invoice reader")),
    }
    about: dict[str, Any] = {"channel": CHANNEL, "now": desk.now}
    said = [
        desk.say("card", target="channel", **about),
        desk.say("question", "ownership", **about),
        desk.say("record", target="file", **about),
        desk.say("offer", target="user", lane="user", **{**about, "channel": PERSON}),
        desk.say("home", target="home", lane="home", **{**about, "channel": PERSON}),
    ]
    deliver(courier, sandbox)
    assert [desk.state(notice) for notice in said] == ["sent"] * 5
    root = desk.kept_pilot().root_ts
    assert [message["text"] for message in driver.messages(CHANNEL, root)] == [
        "card",
        "question ownership",
        "The record.",
    ]
    direct = desk.post("offer")
    assert direct is not None
    assert shown(driver, direct.channel) == ["offer"]


def test_words_reactions_and_answers_that_are_lost(
    desk: Desk, courier: Courier, sandbox: Sandbox, driver: Driver
) -> None:
    driver.settings(strict_limits=False)
    about: dict[str, Any] = {"channel": CHANNEL, "now": desk.now}
    desk.say("card", target="channel", **about)
    deliver(courier, sandbox)
    root = desk.kept_pilot().root_ts
    desk.pages |= {"card": Page(text="new words"), "reaction": Page(reaction="eyes")}
    driver.faults(calls=[{"method": "chat.*", "script": ["lost"]}, {"method": "chat.postMessage", "script": ["lost"]}])
    desk.say("card", target="channel", **about)
    desk.say("reaction", f"{root}:eyes", target="reaction", **about)
    question = desk.say("question", **about)
    deliver(courier, sandbox)
    assert desk.state(question) == "unknown"
    driver.advance(seconds=11)
    deliver(courier, sandbox)
    assert desk.state(question) == "sent"
    thread = driver.messages(CHANNEL, root)
    assert [message["text"] for message in thread] == ["new words", "question"]
    assert thread[0]["reactions"][0]["name"] == "eyes"


def test_within_the_default_limits_slack_never_says_429(desk: Desk, sandbox: Sandbox, driver: Driver) -> None:
    client = WebClient(sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[], timeout=5)
    courier = Courier(desk.store, client, sandbox.world.clock.now, desk.render, desk.decide, Limits())
    about: dict[str, Any] = {"now": sandbox.world.clock.now(), "rank": notices.BULK}
    for number in range(3):
        desk.say("hello", str(number), target="user", lane=f"1:{number}", channel=PERSON, **about)
        desk.say("home", str(number), target="home", lane=f"2:{number}", channel=PERSON, **about)
    desk.pages["home"] = Page(view={"type": "home", "blocks": []})
    courier.start()
    driver.wait_for(lambda: len(driver.calls("chat.postMessage")) + len(driver.calls("views.publish")) == 6)
    assert courier.stop(5)
    calls = driver.calls()
    assert [call["status"] for call in calls] == [200] * 6
    posted = [datetime.fromisoformat(call["at"]) for call in calls if call["method"] == "chat.postMessage"]
    assert all(later - earlier >= timedelta(seconds=1) for earlier, later in pairwise(posted))
