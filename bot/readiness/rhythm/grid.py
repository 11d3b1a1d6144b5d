"""The grid: the days on which an owner is asked. It is counted from an anchor, and no answer moves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType

FIRST_AFTER = 3
"""Days: whoever accepted on Monday is not asked on Tuesday morning whether it is still theirs."""

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Cadence:
    """In which weeks after the anchor people are asked (EXPERIENCE: Tuesdays). Before live in week 1, then every
    ``before_live`` weeks; from live in the weeks ``live``, then every ``then`` weeks after the last of them. Raises
    ValueError unless all are positive and ``live`` ascends."""

    before_live: int = 4
    live: tuple[int, ...] = (1, 2, 3, 4, 8, 12)
    then: int = 13

    def __post_init__(self) -> None:
        if min(self.before_live, self.then, *self.live[:1]) < 1:
            raise ValueError("A cadence counts whole weeks, from 1.")
        if not self.live or list(self.live) != sorted(set(self.live)):
            raise ValueError("The weeks of a cadence are at least one, in ascending order.")


CADENCES: Mapping[str, Cadence] = MappingProxyType(
    {
        "usual": Cadence(),
        "weekly": Cadence(1, (1,), 1),
        "two_weeks": Cadence(2, (1,), 2),
        "four_weeks": Cadence(4, (1,), 4),
        "quarterly": Cadence(13, (1,), 13),
    }
)
"""The choices in the settings; all begin with week 1."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day (channel's zone) from which the weeks are counted, and whether the pilot is live."""

    day: date
    live: bool


def asking_days(anchor: Anchor, cadence: Cadence, weekday: int) -> Iterator[date]:
    """All asking days in order, without end; ``weekday`` is Monday 0."""
    first, (weeks, step) = first_asking_day(anchor, weekday), _weeks(anchor, cadence)
    yield from (_in_week(first, week) for week in weeks)
    yield from (_in_week(first, week) for week in count(weeks[-1] + step, step))


def next_asking_day(anchor: Anchor, cadence: Cadence, weekday: int, after: date) -> date:
    """The first asking day later than ``after``; ``weekday`` is Monday 0. No slower after years."""
    first, (weeks, step) = first_asking_day(anchor, weekday), _weeks(anchor, cadence)
    earliest = max((after - first) // WEEK + 2, 1)
    listed = next((week for week in weeks if week >= earliest), None)
    if listed is not None:
        return _in_week(first, listed)
    rounds = -((weeks[-1] - earliest) // step)
    return _in_week(first, weeks[-1] + rounds * step)


def first_asking_day(anchor: Anchor, weekday: int) -> date:
    """The asking day of week 1: the first such weekday (Monday 0) at least ``FIRST_AFTER`` days after the anchor."""
    return next_weekday(weekday, anchor.day + timedelta(days=FIRST_AFTER - 1))


def next_weekday(weekday: int, after: date) -> date:
    """The first such weekday (Monday 0) later than ``after``."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def _weeks(anchor: Anchor, cadence: Cadence) -> tuple[tuple[int, ...], int]:
    """The weeks that are listed, and every how many weeks after the last of them."""
    return (cadence.live, cadence.then) if anchor.live else ((1,), cadence.before_live)


def _in_week(first: date, week: int) -> date:
    return first + WEEK * (week - 1)
