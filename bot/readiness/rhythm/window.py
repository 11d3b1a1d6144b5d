"""The window of one question: when it is asked, reminded of and closed, in the zone of the person who is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.readiness.rhythm.days import (
    DAY,
    DaysOff,
    add_weekdays,
    add_working_days,
    is_weekday,
    is_working,
    local_day,
    moment,
)

WEEKDAYS_OPEN = 3
"""A question of Tuesday stands to Friday."""

REMINDER_WEEKDAYS = 2
"""Silence is reminded on the last two days of the window: Thursday and Friday."""

LATE_AFTER = timedelta(hours=2)
"""Whoever is asked at noon instead of at ten is told that the bot was away."""


@dataclass(frozen=True, slots=True)
class Times:
    """A channel's habits: the asking ``weekday`` (Monday 0), the hour ``at`` of questions and reminders, the hour at
    which a window ``closes`` (all in the asked person's zone), and whether there are reminders. Raises ValueError for
    a weekday that is none."""

    weekday: int = 1
    at: time = time(10)
    closes: time = time(17)
    reminders: bool = True

    def __post_init__(self) -> None:
        if self.weekday not in range(7):
            raise ValueError("A weekday is a number from 0 (Monday) to 6.")


@dataclass(frozen=True, slots=True)
class Window:
    """``period`` is the grid's day, ``day`` the local day of the question; the moments are aware UTC, and
    ``asks_at`` < each of ``reminders`` < ``until``."""

    period: date
    day: date
    asks_at: datetime
    reminders: tuple[datetime, ...]
    until: datetime


def never(day: date) -> bool:
    """Away on no day."""
    del day
    return False


def window(period: date, times: Times, zone: str, off: DaysOff, away: Callable[[date], bool] = never) -> Window | None:
    """The window of the grid's day ``period`` for a person in ``zone`` (IANA name), None where there is no day to ask.

    It stands to the third of Monday to Friday after the period, days off or not, so that the next period is never near.
    The question comes on the period's day, or on the next working day within the window on which the person is not
    ``away`` and which the zone does not leave out.
    """
    last = add_weekdays(period, WEEKDAYS_OPEN)
    until = moment(last, times.closes, zone)
    free = (day for day in _days(period, last) if is_working(day, off) and not away(day))
    day = next((day for day in free if _fits(day, times, zone, until)), None)
    return _window(period, day, last, times, zone, off) if day else None


def closing(day: date, times: Times, zone: str, off: DaysOff) -> Window:
    """The window of a question that is asked out of the grid on the local ``day``, at whatever hour: to the third of
    Monday to Friday after it, or longer where there would be no working day to answer on. ``asks_at`` is the usual hour
    of that day."""
    last = max(add_weekdays(day, WEEKDAYS_OPEN), add_working_days(day, 1, off))
    return _window(day, day, last, times, zone, off)


def late(window: Window, now: datetime) -> bool:
    """Whether a question of the window that is asked ``now`` (aware) has to say that it is late."""
    return now - window.asks_at > LATE_AFTER


def _window(period: date, day: date, last: date, times: Times, zone: str, off: DaysOff) -> Window:
    until = moment(last, times.closes, zone)
    reminders = _reminders(day, last, times, zone, off) if times.reminders else ()
    return Window(period, day, moment(day, times.at, zone), reminders, until)


def _reminders(day: date, last: date, times: Times, zone: str, off: DaysOff) -> tuple[datetime, ...]:
    """On the last two of Monday to Friday, where people work on them and they come after the question."""
    until = moment(last, times.closes, zone)
    ends = [each for each in _days(day + DAY, last) if is_weekday(each)][-REMINDER_WEEKDAYS:]
    fit = (each for each in ends if is_working(each, off) and _fits(each, times, zone, until))
    return tuple(moment(each, times.at, zone) for each in fit)


def _days(first: date, last: date) -> list[date]:
    return [first + DAY * count for count in range((last - first).days + 1)]


def _fits(day: date, times: Times, zone: str, until: datetime) -> bool:
    """Whether the hour of the day comes before the end, and on that day: a zone may leave out an hour or a day."""
    at = moment(day, times.at, zone)
    return at < until and local_day(at, zone) == day
