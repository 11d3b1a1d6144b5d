"""The grid: in which weeks people are asked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import dropwhile, islice, pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.rhythm.grid import (
    CADENCES,
    FIRST_AFTER,
    Anchor,
    Cadence,
    asking_days,
    next_asking_day,
    next_weekday,
)
from tests.readiness.rhythm.zones import anchors, cadences, days, weekdays

TUESDAY, THURSDAY = 1, 3
ANCHOR = date(2026, 11, 24)


def weeks(cadence: str, live: bool, count: int) -> list[int]:
    """The numbers of the first weeks in which a pilot is asked."""
    asked = islice(asking_days(Anchor(ANCHOR, live), CADENCES[cadence], TUESDAY), count)
    return [(day - date(2026, 12, 1)).days // 7 + 1 for day in asked]


@pytest.mark.parametrize(
    ("cadence", "live", "expected"),
    [
        ("usual", False, [1, 5, 9, 13]),
        ("usual", True, [1, 2, 3, 4, 8, 12, 25, 38, 51]),
        ("weekly", False, [1, 2, 3]),
        ("weekly", True, [1, 2, 3]),
        ("two_weeks", True, [1, 3, 5]),
        ("four_weeks", True, [1, 5, 9]),
        ("quarterly", False, [1, 14, 27]),
        ("quarterly", True, [1, 14, 27]),
    ],
)
def test_the_weeks_of_a_cadence(cadence: str, live: bool, expected: list[int]) -> None:
    assert weeks(cadence, live, len(expected)) == expected


@pytest.mark.parametrize(
    ("anchor", "weekday", "first"),
    [
        ("2026-11-23", TUESDAY, "2026-12-01"),
        ("2026-11-24", TUESDAY, "2026-12-01"),
        ("2026-11-28", TUESDAY, "2026-12-01"),
        ("2026-11-29", TUESDAY, "2026-12-08"),
        ("2026-11-24", THURSDAY, "2026-12-03"),
        ("2026-11-23", THURSDAY, "2026-11-26"),
    ],
)
def test_the_first_question_is_not_the_next_morning(anchor: str, weekday: int, first: str) -> None:
    start = Anchor(date.fromisoformat(anchor), live=True)
    assert next(asking_days(start, Cadence(), weekday)) == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("after", "following"),
    [("2026-11-30", "2026-12-01"), ("2026-12-01", "2026-12-08"), ("2026-12-06", "2026-12-08")],
)
def test_the_next_tuesday(after: str, following: str) -> None:
    assert next_weekday(TUESDAY, date.fromisoformat(after)) == date.fromisoformat(following)


@given(weekdays, days)
def test_the_next_weekday_is_within_a_week(weekday: int, after: date) -> None:
    found = next_weekday(weekday, after)
    assert found.weekday() == weekday
    assert 1 <= (found - after).days <= 7


@given(anchors, cadences, weekdays)
def test_the_days_ascend_and_are_all_such_weekdays(anchor: Anchor, cadence: Cadence, weekday: int) -> None:
    asked = list(islice(asking_days(anchor, cadence, weekday), 20))
    week = cadence.live[0] if anchor.live else 1
    assert 0 <= (asked[0] - anchor.day).days - FIRST_AFTER - 7 * (week - 1) < 7
    assert all(earlier < later for earlier, later in pairwise(asked))
    assert {day.weekday() for day in asked} == {weekday}


@given(anchors, cadences, weekdays, st.integers(-400, 4000))
def test_the_next_day_is_found_without_walking(anchor: Anchor, cadence: Cadence, weekday: int, later: int) -> None:
    after = anchor.day + timedelta(days=later)
    walked = next(dropwhile(lambda day: day <= after, asking_days(anchor, cadence, weekday)))
    assert next_asking_day(anchor, cadence, weekday, after) == walked


@given(anchors, cadences, weekdays)
def test_going_from_day_to_day_meets_each_once(anchor: Anchor, cadence: Cadence, weekday: int) -> None:
    expected = list(islice(asking_days(anchor, cadence, weekday), 15))
    met = [next_asking_day(anchor, cadence, weekday, anchor.day)]
    while len(met) < len(expected):
        met.append(next_asking_day(anchor, cadence, weekday, met[-1]))
    assert met == expected


def test_a_thousand_years_later_is_no_slower() -> None:
    start, late = perf_counter(), date(9000, 1, 1)
    for _ in range(1000):
        assert next_asking_day(Anchor(ANCHOR, live=True), CADENCES["weekly"], TUESDAY, late) > late
    assert perf_counter() - start < 1


@pytest.mark.parametrize(
    ("before_live", "live", "then"),
    [(0, (1,), 1), (-4, (1,), 1), (4, (), 13), (4, (0, 1), 13), (4, (2, 1), 13), (4, (1, 1), 13), (4, (1,), 0)],
)
def test_a_cadence_that_does_not_ascend_is_refused(before_live: int, live: tuple[int, ...], then: int) -> None:
    with pytest.raises(ValueError, match=r"weeks"):
        Cadence(before_live, live, then)
