"""Wall times as moments, and working days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.readiness.rhythm.days import NO_DAYS_OFF, add_working_days, is_working, local_day, moment, next_working
from tests.readiness.rhythm.zones import days, times_of_day, wall, zones

SECOND = timedelta(seconds=1)
CHRISTMAS = {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 1)}


class Always:
    """Every day is off."""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date)


@pytest.mark.parametrize(
    ("day", "at", "zone", "utc"),
    [
        ("2026-12-01", "10:00", "Europe/Berlin", "2026-12-01T09:00"),
        ("2026-07-07", "10:00", "Europe/Berlin", "2026-07-07T08:00"),
        # the hour from 2 to 3 is left out, and comes twice
        ("2026-03-29", "01:59", "Europe/Berlin", "2026-03-29T00:59"),
        ("2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:00"),
        ("2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00"),
        ("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30"),
        ("2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00"),
        # half an hour
        ("2024-10-06", "02:10", "Australia/Lord_Howe", "2024-10-05T15:30"),
        ("2024-10-06", "02:30", "Australia/Lord_Howe", "2024-10-05T15:30"),
        ("2024-04-07", "01:45", "Australia/Lord_Howe", "2024-04-06T14:45"),
        # the day begins at one
        ("2024-04-26", "00:00", "Africa/Cairo", "2024-04-25T22:00"),
        ("2024-04-26", "00:30", "Africa/Cairo", "2024-04-25T22:00"),
        ("2024-09-08", "00:30", "America/Santiago", "2024-09-08T04:00"),
        ("2024-03-10", "00:30", "America/Havana", "2024-03-10T05:00"),
        # the last hour of the day, and the first, come twice
        ("2024-10-31", "23:30", "Africa/Cairo", "2024-10-31T20:30"),
        ("2024-04-06", "23:30", "America/Santiago", "2024-04-07T02:30"),
        ("2024-11-03", "00:30", "America/Havana", "2024-11-03T04:30"),
        # a whole day is left out
        ("2011-12-29", "10:00", "Pacific/Apia", "2011-12-29T20:00"),
        ("2011-12-30", "00:00", "Pacific/Apia", "2011-12-30T10:00"),
        ("2011-12-30", "10:00", "Pacific/Apia", "2011-12-30T10:00"),
        ("2011-12-31", "10:00", "Pacific/Apia", "2011-12-30T20:00"),
        ("2026-12-01", "10:00", "Pacific/Kiritimati", "2026-11-30T20:00"),
    ],
)
def test_a_wall_time_is_a_moment(day: str, at: str, zone: str, utc: str) -> None:
    found = moment(date.fromisoformat(day), time.fromisoformat(at), zone)
    assert found == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert found.tzinfo is UTC


@settings(max_examples=500)
@given(days, times_of_day, zones)
def test_it_is_the_first_moment_at_which_the_clock_has_come_so_far(day: date, at: time, zone: str) -> None:
    wanted, found = datetime.combine(day, at), moment(day, at, zone)
    assert wall(found - SECOND, zone) < wanted <= wall(found, zone)


@given(days, st.sampled_from([time(8), time(10), time(17)]), zones)
def test_in_the_day_a_clock_shows_what_was_asked_for(day: date, at: time, zone: str) -> None:
    found = moment(day, at, zone)
    left_out = (date(2011, 12, 30), zone in ("Pacific/Apia", "Pacific/Fakaofo"))
    if (day, True) != left_out:
        assert wall(found, zone) == datetime.combine(day, at)
        assert local_day(found, zone) == day


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        moment(date(2026, 12, 1), time(10), "Europe/Atlantis")


@pytest.mark.parametrize(
    ("day", "working", "following"),
    [
        ("2026-12-23", True, "2026-12-23"),
        ("2026-12-24", False, "2026-12-28"),
        ("2026-12-26", False, "2026-12-28"),
        ("2027-01-01", False, "2027-01-04"),
        ("2027-01-05", True, "2027-01-05"),
    ],
)
def test_working_days(day: str, working: bool, following: str) -> None:
    assert is_working(date.fromisoformat(day), CHRISTMAS) is working
    assert next_working(date.fromisoformat(day), CHRISTMAS) == date.fromisoformat(following)


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        ("2026-12-22", 0, "2026-12-22"),
        ("2026-12-22", 1, "2026-12-23"),
        ("2026-12-22", 2, "2026-12-28"),
        ("2026-12-22", 5, "2027-01-04"),
        ("2026-12-26", 1, "2026-12-28"),
    ],
)
def test_working_days_are_counted(day: str, count: int, last: str) -> None:
    assert add_working_days(date.fromisoformat(day), count, CHRISTMAS) == date.fromisoformat(last)


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 12, 22), -1, NO_DAYS_OFF)


@given(days, st.integers(1, 10))
def test_where_every_day_is_off_weekdays_count(day: date, count: int) -> None:
    assert next_working(day, Always()) == next_working(day, NO_DAYS_OFF)
    assert add_working_days(day, count, Always()) == add_working_days(day, count, NO_DAYS_OFF)


@given(days, st.sets(st.integers(0, 40)), st.integers(0, 8))
def test_so_many_working_days_lie_in_between(day: date, off: set[int], count: int) -> None:
    days_off = {day + timedelta(days=each) for each in off}
    last = add_working_days(day, count, days_off)
    after = [day + timedelta(days=each) for each in range(1, (last - day).days + 1)]
    assert sum(is_working(each, days_off) for each in after) == count
    assert last == day or is_working(last, days_off)
