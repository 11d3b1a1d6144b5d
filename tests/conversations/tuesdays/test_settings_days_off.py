"""Public holidays, further days off and an "away" status: the next working day in the window; none left: not asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.conversations.thread import Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

PERIODS = "select period, state from checkin where state <> 'planned' order by period"
NEXT = "select substr(next_at, 1, 10) from checkin where state = 'planned'"
DAY = timedelta(days=1)


def sets(thread: Thread, **chosen: str) -> None:
    """Priya saves settings of the channel."""
    thread.priya.types("settings")
    thread.priya.sees_form("Channel settings")
    thread.priya.sends(**chosen)
    thread.priya.is_told("Saved:")
    thread.is_quiet()


def is_away(thread: Thread, text: str, until: datetime | None = None, emoji: str = "") -> None:
    """Ngozi sets her status."""
    seconds = int(until.timestamp()) if until else 0
    thread.ngozi.person.change(status_text=text, status_emoji=emoji, status_expiration=seconds)
    thread.on.driver.idle()
    thread.is_quiet()


def is_silent_on(thread: Thread, moment: datetime) -> None:
    """Nobody has asked Ngozi by then."""
    thread.on.set_clock(moment)
    thread.is_quiet()
    assert not thread.ngozi.letters("still yours?")


def test_on_a_public_holiday_the_question_comes_the_day_after(thread: Thread) -> None:
    sets(thread, country="Romania")  # 1 December is its national day, 30 November that of Saint Andrew
    is_silent_on(thread, FIRST_TUESDAY + timedelta(hours=3))
    thread.on.set_clock(FIRST_TUESDAY + DAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*", "I keep the question open until Friday, 17:00.")


def test_a_whole_week_off_is_not_asked_which_is_no_lapse(thread: Thread) -> None:
    sets(thread, days_off="2026-12-01 to 2026-12-04")
    is_silent_on(thread, FIRST_TUESDAY + 4 * DAY)
    assert thread.rows(PERIODS) == [("2026-12-01", "not_asked")]
    assert not thread.shown("no confirmed owner")


def test_the_last_day_of_the_window_is_early_enough(thread: Thread) -> None:
    sets(thread, days_off="1 December 2026\n2.12.2026, 2026-12-03")
    is_silent_on(thread, FIRST_TUESDAY + 2 * DAY)
    thread.on.set_clock(FIRST_TUESDAY + 3 * DAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*", "17:00")


def test_an_owner_who_is_away_is_asked_on_the_day_they_are_back(thread: Thread) -> None:
    is_away(thread, "Vacation until Thursday", FIRST_TUESDAY + 2 * DAY - timedelta(hours=6))
    is_silent_on(thread, FIRST_TUESDAY + DAY)
    thread.on.set_clock(FIRST_TUESDAY + 2 * DAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")


def test_an_owner_who_is_away_all_week_is_not_asked_which_is_no_lapse(thread: Thread) -> None:
    is_away(thread, "", FIRST_TUESDAY + 5 * DAY, emoji=":palm_tree:")
    is_silent_on(thread, FIRST_TUESDAY + 4 * DAY)
    assert thread.rows(PERIODS) == [("2026-12-01", "not_asked")]
    assert not thread.tom.letters("I could not reach")
    assert not thread.shown("no confirmed owner")


def test_back_early_they_are_asked_as_usual(thread: Thread) -> None:
    is_away(thread, "On leave", FIRST_TUESDAY + 2 * DAY)
    sets(thread, hour="10:00")
    assert thread.rows(NEXT) == [("2026-12-03",)]
    is_silent_on(thread, FIRST_TUESDAY - DAY)
    is_away(thread, "")
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")


def test_a_status_without_an_end_counts_for_a_week(thread: Thread) -> None:
    is_away(thread, "OOO")
    thread.on.set_clock(FIRST_TUESDAY - 2 * DAY)
    is_away(thread, "OOO, no e-mail")  # seen again: it does not count for longer
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
