"""The bot was away: at most one late question that says so, and after the window none; never a storm."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.thread import Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

MONDAY = FIRST_TUESDAY - timedelta(days=1)
PERIODS = "select period, state, why from checkin where state <> 'planned' order by period"


def is_away(thread: Thread, until: object) -> None:
    """The bot is stopped until a moment."""
    thread.on.stop_bot()
    thread.on.driver.set_clock(until.isoformat())  # type: ignore[attr-defined]
    thread.on.start_bot()
    thread.is_quiet()


def test_stopped_from_monday_to_thursday_it_asks_late_and_says_so(thread: Thread) -> None:
    thread.on.set_clock(MONDAY)
    thread.is_quiet()
    is_away(thread, FIRST_TUESDAY + timedelta(days=2, hours=1))
    thread.ngozi.gets(
        "I was out of order from Monday to Thursday, so this comes late.", "*Is Invoice Coder still yours?*"
    )
    assert len(thread.ngozi.letters("still yours?")) == 1
    thread.passes(days=1)
    thread.ngozi.gets("My last note about Invoice Coder")


def test_stopped_for_three_weeks_there_is_no_storm(thread: Thread) -> None:
    thread.priya.types("settings")
    thread.on.set_clock(MONDAY)
    thread.is_quiet()
    is_away(thread, MONDAY + timedelta(weeks=3))
    assert not thread.ngozi.letters("still yours?")
    assert thread.rows(PERIODS) == [("2026-12-01", "not_asked", "down")]
    assert not thread.shown("no confirmed owner")


def test_whoever_could_not_answer_since_the_bot_was_away_has_not_lapsed(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    is_away(thread, FIRST_TUESDAY + timedelta(days=6))
    thread.ngozi.gets("could not be asked in time")
    assert not thread.tom.letters("I could not reach")
    assert thread.rows(PERIODS) == [("2026-12-01", "not_asked", "down")]
