"""The threads: woken by a commit, ended in time, alive after trouble."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.records.outcomes import Outcome
from bot.records.tables import Notice
from tests.courier.conftest import UNLIMITED, Desk, Page

PATIENCE = 5.0


@pytest.fixture
def running(desk: Desk) -> Iterator[Desk]:
    desk.courier.start()
    yield desk
    assert desk.courier.stop(PATIENCE)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.002)


def test_a_commit_wakes_the_courier(running: Desk) -> None:
    time.sleep(0.05)
    began = time.monotonic()
    running.say("question")
    until(lambda: running.slack.texts() == ["question"])
    assert time.monotonic() - began < 0.5  # without being woken it sleeps for a second


def test_a_reaction_alone_wakes_it_too(running: Desk) -> None:
    running.pages["eyes"] = Page(reaction="eyes")
    time.sleep(0.05)
    began = time.monotonic()
    running.say("eyes", "5.0", target="reaction", rank=3)
    until(lambda: bool(running.slack.made("reactions.add")))
    assert time.monotonic() - began < 0.5


def test_many_lanes_and_two_threads_keep_order_and_double_nothing(desk: Desk) -> None:
    desk.use(replace(UNLIMITED, workers=4))
    desk.courier.start()
    wanted = {f"C{lane}": [f"line {number}" for number in range(10)] for lane in range(10, 16)}
    places = {channel: desk.add_pilot(channel, channel) for channel in wanted}
    for number in range(10):
        for pilot in places.values():
            desk.say("line", str(number), pilot=pilot)
    until(lambda: sum(len(desk.slack.texts(channel)) for channel in wanted) >= 60)
    assert desk.courier.stop(PATIENCE)
    assert {channel: desk.slack.texts(channel) for channel in wanted} == wanted


def test_what_people_wait_for_does_not_wait_for_a_slow_call(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def slowly(notice: Notice) -> Page | None:
        return None if notice.kind == "slow" and gate.wait(PATIENCE) else Page(text=notice.kind)

    monkeypatch.setattr(desk, "render", slowly)
    desk.use(UNLIMITED)
    desk.courier.start()
    desk.say("slow", rank=1, pilot=desk.add_pilot("Forecast", "C2"))
    time.sleep(0.05)
    desk.say("question")
    until(lambda: desk.slack.texts() == ["question"])
    gate.set()
    assert desk.courier.stop(PATIENCE)


def test_what_is_due_later_is_sent_without_another_commit(desk: Desk) -> None:
    desk.courier.start()
    desk.say("planned", due_at=desk.now + timedelta(minutes=5))
    time.sleep(0.05)
    assert desk.slack.texts() == []
    desk.later(300)
    until(lambda: desk.slack.texts() == ["planned"])
    assert desk.courier.stop(PATIENCE)


def test_a_mistake_does_not_end_the_courier(
    desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(_notice: Notice, _code: str) -> Outcome:
        raise LookupError("a bug")

    monkeypatch.setattr(desk, "decide", mistaken)
    desk.use(UNLIMITED)
    desk.slack.faults["chat.postMessage"].append("is_archived")
    desk.courier.start()
    desk.say("a", lane="1")
    until(lambda: "stumbled" in caplog.text)
    desk.say("b", lane="2")
    until(lambda: desk.slack.texts() == ["b"])
    assert desk.courier.stop(PATIENCE)
