"""The properties of windows, in all zones: one day for each period, never outside the window, never two in a day."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.readiness.rhythm.days import DAY, NO_DAYS_OFF, is_working, local_day, moment
from bot.readiness.rhythm.grid import CADENCES, Anchor, Cadence, next_asking_day
from bot.readiness.rhythm.window import Times, Window, closing, window
from tests.readiness.rhythm.zones import ALL, anchors, cadences, days, habits, usual_habits, wall, zones

many = settings(max_examples=300)
few_days = st.sets(st.integers(0, 12))


def days_from(day: date, offsets: set[int]) -> set[date]:
    return {day + DAY * offset for offset in offsets}


def assert_whole(found: Window, zone: str) -> None:
    """In order, and on no local day more than one message."""
    moments = [found.asks_at, *found.reminders, found.until]
    assert all(earlier < later for earlier, later in pairwise(moments))
    messages = [local_day(at, zone) for at in moments[:-1]]
    assert messages[0] == found.day
    assert len(set(messages)) == len(messages)


@many
@given(days, habits, zones, few_days, few_days)
def test_it_is_asked_once_within_its_window_or_not_at_all(
    period: date, times: Times, zone: str, off: set[int], away: set[int]
) -> None:
    holidays, gone = days_from(period, off), days_from(period, away)
    found = window(period, times, zone, holidays, gone.__contains__)
    if found is None:
        return
    assert_whole(found, zone)
    assert period <= found.day
    assert is_working(found.day, holidays)
    assert found.day not in gone
    assert found.until == window_end(period, times, zone)
    assert all(is_working(local_day(at, zone), holidays) for at in found.reminders)


def window_end(period: date, times: Times, zone: str) -> object:
    """The end by another way: the third day, counted over the weekend."""
    weekdays = [period + DAY * count for count in range(1, 8) if (period + DAY * count).weekday() < 5]
    return moment(weekdays[2], times.closes, zone)


@many
@given(days, usual_habits, zones, few_days, few_days)
def test_only_a_window_without_a_day_is_not_asked(
    period: date, times: Times, zone: str, off: set[int], away: set[int]
) -> None:
    blocked = days_from(period, off | away)
    found = window(period, times, zone, days_from(period, off), days_from(period, away).__contains__)
    last = local_day(moment(period, time(), zone), zone)
    free = []
    while moment(last, times.at, zone) < window_end(period, times, zone):  # type: ignore[operator]
        if is_working(last, blocked) and local_day(moment(last, times.at, zone), zone) == last >= period:
            free.append(last)
        last += DAY
    assert (found.day if found else None) == min(free, default=None)


@many
@given(anchors, cadences, usual_habits, zones, st.lists(few_days, min_size=6, max_size=6))
def test_each_period_has_one_day_and_windows_do_not_meet(
    anchor: Anchor, cadence: Cadence, times: Times, zone: str, off: list[set[int]]
) -> None:
    after, found = anchor.day, []
    for offsets in off:
        after = next_asking_day(anchor, cadence, times.weekday, after)
        found.append(window(after, times, zone, days_from(after, offsets)))
    asked = [each for each in found if each]
    assert len({each.period for each in asked}) == len(asked) == len({each.day for each in asked})
    assert all(earlier.until < later.asks_at for earlier, later in pairwise(asked))


@many
@given(days, usual_habits, st.lists(zones, min_size=4, max_size=4), few_days)
def test_somebody_who_moves_is_asked_once_for_each_period(
    start: date, times: Times, homes: list[str], off: set[int]
) -> None:
    """The zone is read when it is asked: each week another one, between asking and answering."""
    anchor, holidays = Anchor(start, live=True), days_from(start, off)
    after, asked = start, []
    for home in homes:
        after = next_asking_day(anchor, CADENCES["weekly"], times.weekday, after)
        asked.append(window(after, times, home, holidays))
    here = [each for each in asked if each]
    assert all(earlier.day < later.day for earlier, later in pairwise(here))
    assert all(earlier.until < later.asks_at for earlier, later in pairwise(here))
    assert all(
        local_day(later.asks_at, home) > local_day(earlier.asks_at, home)
        for earlier, later in pairwise(here)
        for home in homes
    )


@many
@given(days, habits, zones, few_days)
def test_a_question_out_of_the_grid_leaves_a_working_day(day: date, times: Times, zone: str, off: set[int]) -> None:
    holidays, found = days_from(day, off), closing(day, times, zone, days_from(day, off))
    assert found.day == day
    assert all(day < local_day(at, zone) for at in found.reminders)
    assert list(found.reminders) == sorted(set(found.reminders))
    last = local_day(found.until, zone)
    between = [day + DAY * count for count in range(1, (last - day).days + 1)]
    assert any(is_working(each, holidays) for each in between)
    assert found.until - found.asks_at > timedelta(hours=12)


def test_the_last_week_of_2011_in_every_zone() -> None:
    """The week in which Samoa and Tokelau left out their Friday, asked on Fridays and on Tuesdays."""
    for zone in ALL:
        for day, times in ((date(2011, 12, 27), Times()), (date(2011, 12, 30), Times(4))):
            found = window(day, times, zone, NO_DAYS_OFF)
            assert found is not None
            assert_whole(found, zone)
            assert wall(found.asks_at, zone).time() == times.at


def test_two_years_of_mondays_over_both_changes_in_every_zone() -> None:
    """Monday is the day after the clocks change, and Sunday night's moments are the ones that shift."""
    mondays = [date(2026, 3, 2) + DAY * 7 * week for week in (*range(6), *range(30, 37))]
    for zone in ALL:
        found = [window(day, Times(0, time(0, 15), time(23, 45)), zone, NO_DAYS_OFF) for day in mondays]
        asked = [each for each in found if each]
        assert [each.day for each in asked] == mondays
        assert {wall(each.asks_at, zone).time() for each in asked} == {time(0, 15)}
