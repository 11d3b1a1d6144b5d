"""Days and moments: wall times of a zone as UTC, working days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
LOOK_AHEAD_DAYS = 60
"""No public holiday lasts longer; whoever calls every day off is asked on weekdays all the same."""

SATURDAY = 5


class DaysOff(Protocol):
    """The days on which nobody works beside Saturdays and Sundays; anything that ``day in …`` can be asked of."""

    def __contains__(self, day: object, /) -> bool: ...


NO_DAYS_OFF: DaysOff = frozenset[date]()


def moment(day: date, at: time, zone: str) -> datetime:
    """The moment (aware UTC) at which a clock in ``zone`` (IANA name) shows ``at`` (naive) on ``day``.

    A time that the zone leaves out, be it an hour in spring or a whole day, gives the first moment after what was left
    out; one that comes twice gives the first. Raises ``ZoneInfoNotFoundError`` for a zone that is unknown.
    """
    wall, tz = datetime.combine(day, at), ZoneInfo(zone)
    found = wall.replace(tzinfo=tz).astimezone(UTC)
    if _wall(found, tz) == wall:
        return found
    return _first_after_gap(wall, tz, found)


def local_day(at: datetime, zone: str) -> date:
    """The date in ``zone`` (IANA name) of the moment ``at`` (aware)."""
    return at.astimezone(ZoneInfo(zone)).date()


def is_weekday(day: date) -> bool:
    """Whether it is one of Monday to Friday."""
    return day.weekday() < SATURDAY


def is_working(day: date, off: DaysOff) -> bool:
    """Whether people work on the day: Monday to Friday and not off."""
    return is_weekday(day) and day not in off


def next_working(day: date, off: DaysOff) -> date:
    """The day itself or the first working day after it; where none comes within ``LOOK_AHEAD_DAYS``, the first of
    Monday to Friday."""
    ahead = (day + DAY * count for count in range(LOOK_AHEAD_DAYS + 1))
    found = next((each for each in ahead if is_working(each, off)), None)
    return found or next_working(day, NO_DAYS_OFF)


def add_working_days(day: date, count: int, off: DaysOff) -> date:
    """The working day that is ``count`` of them after ``day`` (0: the day itself). Raises ValueError below 0."""
    if count < 0:
        raise ValueError("Working days are counted forwards.")
    for _ in range(count):
        day = next_working(day + DAY, off)
    return day


def add_weekdays(day: date, count: int) -> date:
    """The Monday to Friday that is ``count`` (at least 0) of them after ``day``, whether people work on it or not."""
    return add_working_days(day, count, NO_DAYS_OFF)


def _wall(at: datetime, tz: ZoneInfo) -> datetime:
    """What a clock of the zone shows at the moment, naive."""
    return at.astimezone(tz).replace(tzinfo=None)


def _first_after_gap(wall: datetime, tz: ZoneInfo, after: datetime) -> datetime:
    """The first moment, to the second, at which the clock shows ``wall`` or later. The offset before the gap places
    ``wall`` at ``after``, the one after the gap (fold) before it; the gap's end lies between the two."""
    before = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (before, middle) if _wall(middle, tz) >= wall else (middle, after)
    return after
