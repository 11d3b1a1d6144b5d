"""Verdicts are posted rarely: when ready is reached or lost, and when a check turns from met to not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.conversations.story import becomes_ready, everybody_accepts, five_replies, saves_all
from tests.conversations.thread import Thread, pilot

QUIET = "60"
"""Seconds that a change has to be quiet; the clock is moved over them."""


def test_ready_is_lost_and_reached_again_in_the_channel(thread: Thread) -> None:
    becomes_ready(thread)
    thread.tom.goes()
    lost = thread.shows("*Invoice Coder is no longer ready.* The account of Tom Beard (Steps in) is no longer active.")
    assert "*Ngozi Okonkwo* can change that." in lost["text"]
    thread.is_quiet()
    assert [one["ts"] for one in thread.in_channel("no longer ready")] == [lost["ts"]]
    assert "*Not ready yet.* Six of the seven checks are met." in thread.card["text"]
    assert "*Owner* · ran out" in thread.words()

    thread.tom.comes_back()
    thread.until(lambda: len(thread.in_channel("is ready to ship")) == 2)


def test_time_alone_can_cost_it(thread: Thread) -> None:
    becomes_ready(thread)
    thread.on.set_clock(datetime(2027, 2, 9, 12, tzinfo=UTC))
    thread.is_quiet()
    assert not thread.in_channel("no longer ready")

    thread.on.set_clock(datetime(2027, 2, 10, 0, 1, tzinfo=UTC))
    thread.shows("is no longer ready.* “gateway key” was due to be changed on 10 February, and no change is on record.")


def test_a_check_that_turns_is_said_in_the_thread_alone(thread: Thread) -> None:
    five_replies(thread)
    saves_all(thread)
    everybody_accepts(thread)
    thread.shows("Three of the seven checks are met")
    thread.is_quiet()
    thread.tom.goes()
    thread.shows("*Owner is no longer met for Invoice Coder.* The account of Tom Beard (Steps in) is no longer active.")
    thread.is_quiet()
    assert not thread.in_channel("no longer met")


def test_several_changes_within_a_minute_are_one_post_and_none_if_it_came_back(tmp_path: Path) -> None:
    with pilot(tmp_path, SHIPREADY_VERDICT_QUIET_SECONDS=QUIET) as thread:
        replies = five_replies(thread)
        saves_all(thread)
        everybody_accepts(thread)
        a_minute_passes(thread)

        thread.tom.goes()
        thread.tom.comes_back()
        a_minute_passes(thread)
        assert thread.shown("no longer met") == 0

        thread.tom.goes()
        thread.priya.edits(replies[1], replies[1]["text"].replace("our own", "nobody's promise"))
        thread.shows("*Question 2 reads otherwise since a reply was edited*")
        a_minute_passes(thread)
        thread.shows("*Owner and Dependencies are no longer met for Invoice Coder.*")
        assert thread.shown("no longer met") == 1


def a_minute_passes(thread: Thread) -> None:
    """Everything that happened has been quiet long enough."""
    thread.on.driver.idle()
    thread.passes(seconds=61)
    thread.is_quiet()
