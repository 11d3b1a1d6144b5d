"""The window of one question: cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.readiness.rhythm.days import NO_DAYS_OFF, moment
from bot.readiness.rhythm.window import Times, Window, closing, late, window
from tests.readiness.rhythm.zones import wall

BERLIN = "Europe/Berlin"
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 12, day) for day in (1, 2, 3, 4))
MONDAY = date(2026, 12, 7)


def shown(found: Window, zone: str = BERLIN) -> tuple[str, list[str], str]:
    """When it is asked, reminded of and closed, as the person's clock shows it."""
    moments = [found.asks_at, *found.reminders, found.until]
    asked, *reminders, until = [wall(at, zone).strftime("%a %d %H:%M") for at in moments]
    return asked, reminders, until


def test_a_usual_tuesday() -> None:
    found = window(TUESDAY, Times(), BERLIN, NO_DAYS_OFF)
    assert found is not None
    assert (found.period, found.day) == (TUESDAY, TUESDAY)
    assert shown(found) == ("Tue 01 10:00", ["Thu 03 10:00", "Fri 04 10:00"], "Fri 04 17:00")
    assert found.asks_at == datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("off", "away", "expected"),
    [
        ([TUESDAY], [], ("Wed 02 10:00", ["Thu 03 10:00", "Fri 04 10:00"], "Fri 04 17:00")),
        ([], [TUESDAY], ("Wed 02 10:00", ["Thu 03 10:00", "Fri 04 10:00"], "Fri 04 17:00")),
        ([TUESDAY], [WEDNESDAY], ("Thu 03 10:00", ["Fri 04 10:00"], "Fri 04 17:00")),
        ([TUESDAY, WEDNESDAY, THURSDAY], [], ("Fri 04 10:00", [], "Fri 04 17:00")),
        ([THURSDAY], [], ("Tue 01 10:00", ["Fri 04 10:00"], "Fri 04 17:00")),
        ([FRIDAY], [], ("Tue 01 10:00", ["Thu 03 10:00"], "Fri 04 17:00")),
        ([], [THURSDAY], ("Tue 01 10:00", ["Thu 03 10:00", "Fri 04 10:00"], "Fri 04 17:00")),
    ],
)
def test_the_next_working_day_on_which_they_are_here(
    off: Sequence[date], away: Sequence[date], expected: tuple[str, list[str], str]
) -> None:
    found = window(TUESDAY, Times(), BERLIN, off, away.__contains__)
    assert found is not None
    assert shown(found) == expected
    assert found.period == TUESDAY


@pytest.mark.parametrize(
    ("off", "away"),
    [
        ([TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], []),
        ([], [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]),
        ([TUESDAY, WEDNESDAY], [THURSDAY, FRIDAY]),
    ],
)
def test_no_day_left_is_not_asked(off: Sequence[date], away: Sequence[date]) -> None:
    assert window(TUESDAY, Times(), BERLIN, off, away.__contains__) is None


@pytest.mark.parametrize(
    ("period", "times", "expected"),
    [
        (THURSDAY, Times(), ("Thu 03 10:00", ["Mon 07 10:00", "Tue 08 10:00"], "Tue 08 17:00")),
        (MONDAY, Times(0), ("Mon 07 10:00", ["Wed 09 10:00", "Thu 10 10:00"], "Thu 10 17:00")),
        (FRIDAY, Times(4), ("Fri 04 10:00", ["Tue 08 10:00", "Wed 09 10:00"], "Wed 09 17:00")),
        (date(2026, 12, 5), Times(5), ("Mon 07 10:00", ["Tue 08 10:00", "Wed 09 10:00"], "Wed 09 17:00")),
        (TUESDAY, Times(at=time(8, 30)), ("Tue 01 08:30", ["Thu 03 08:30", "Fri 04 08:30"], "Fri 04 17:00")),
        (TUESDAY, Times(reminders=False), ("Tue 01 10:00", [], "Fri 04 17:00")),
        # nobody is reminded of what is over
        (TUESDAY, Times(at=time(18)), ("Tue 01 18:00", ["Thu 03 18:00"], "Fri 04 17:00")),
    ],
)
def test_other_habits(period: date, times: Times, expected: tuple[str, list[str], str]) -> None:
    found = window(period, times, BERLIN, NO_DAYS_OFF)
    assert found is not None
    assert shown(found) == expected


def test_an_evening_question_does_not_come_after_the_end() -> None:
    assert window(TUESDAY, Times(at=time(18)), BERLIN, [TUESDAY, WEDNESDAY, THURSDAY]) is None


@pytest.mark.parametrize(
    ("period", "zone", "times", "expected"),
    [
        # between Thursday and Friday the clocks go forward at midnight
        (
            "2024-04-23",
            "Africa/Cairo",
            Times(at=time(0, 30)),
            ("Tue 23 00:30", ["Thu 25 00:30", "Fri 26 01:00"], "Fri 26 17:00"),
        ),
        ("2024-04-26", "Africa/Cairo", Times(4, time(0, 30), reminders=False), ("Fri 26 01:00", [], "Wed 01 17:00")),
        # and back: half past eleven at night comes twice
        (
            "2024-10-31",
            "Africa/Cairo",
            Times(3, time(23, 30), reminders=False),
            ("Thu 31 23:30", [], "Tue 05 17:00"),
        ),
        # both changes of Berlin and New York lie between Thursday and Tuesday
        ("2026-03-26", BERLIN, Times(3), ("Thu 26 10:00", ["Mon 30 10:00", "Tue 31 10:00"], "Tue 31 17:00")),
        ("2026-10-22", BERLIN, Times(3), ("Thu 22 10:00", ["Mon 26 10:00", "Tue 27 10:00"], "Tue 27 17:00")),
        (
            "2026-03-05",
            "America/New_York",
            Times(3),
            ("Thu 05 10:00", ["Mon 09 10:00", "Tue 10 10:00"], "Tue 10 17:00"),
        ),
        (
            "2026-10-29",
            "America/New_York",
            Times(3),
            ("Thu 29 10:00", ["Mon 02 10:00", "Tue 03 10:00"], "Tue 03 17:00"),
        ),
        # Friday 30 December 2011 did not happen: no reminder, and the window ends as Thursday does
        ("2011-12-27", "Pacific/Apia", Times(), ("Tue 27 10:00", ["Thu 29 10:00"], "Sat 31 00:00")),
        ("2011-12-30", "Pacific/Apia", Times(4), ("Mon 02 10:00", ["Tue 03 10:00", "Wed 04 10:00"], "Wed 04 17:00")),
    ],
)
def test_where_the_clocks_change(period: str, zone: str, times: Times, expected: tuple[str, list[str], str]) -> None:
    found = window(date.fromisoformat(period), times, zone, NO_DAYS_OFF)
    assert found is not None
    assert shown(found, zone) == expected


def test_the_change_makes_the_window_an_hour_shorter_and_longer() -> None:
    spring, autumn = (window(date(2026, *day), Times(3), BERLIN, NO_DAYS_OFF) for day in ((3, 26), (10, 22)))
    assert spring is not None
    assert autumn is not None
    length = timedelta(days=5, hours=7)
    assert spring.until - spring.asks_at == length - timedelta(hours=1)
    assert autumn.until - autumn.asks_at == length + timedelta(hours=1)


@pytest.mark.parametrize(("hours", "expected"), [(-1, False), (0, False), (2, False), (2.01, True), (50, True)])
def test_more_than_two_hours_is_late(hours: float, expected: bool) -> None:
    found = window(TUESDAY, Times(), BERLIN, NO_DAYS_OFF)
    assert found is not None
    assert late(found, found.asks_at + timedelta(hours=hours)) is expected


@pytest.mark.parametrize(
    ("day", "off", "expected"),
    [
        (TUESDAY, [], ("Tue 01 10:00", ["Thu 03 10:00", "Fri 04 10:00"], "Fri 04 17:00")),
        (THURSDAY, [], ("Thu 03 10:00", ["Mon 07 10:00", "Tue 08 10:00"], "Tue 08 17:00")),
        (date(2026, 12, 5), [], ("Sat 05 10:00", ["Tue 08 10:00", "Wed 09 10:00"], "Wed 09 17:00")),
        (TUESDAY, [WEDNESDAY, THURSDAY, FRIDAY], ("Tue 01 10:00", ["Mon 07 10:00"], "Mon 07 17:00")),
        (TUESDAY, [WEDNESDAY, THURSDAY], ("Tue 01 10:00", ["Fri 04 10:00"], "Fri 04 17:00")),
    ],
)
def test_a_question_out_of_the_grid(day: date, off: Sequence[date], expected: tuple[str, list[str], str]) -> None:
    assert shown(closing(day, Times(), BERLIN, off)) == expected


def test_a_weekday_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="weekday"):
        Times(weekday=7)


def test_a_question_without_reminders_has_none() -> None:
    assert closing(TUESDAY, Times(reminders=False), BERLIN, NO_DAYS_OFF).reminders == ()
    assert closing(TUESDAY, Times(), BERLIN, NO_DAYS_OFF).until == moment(FRIDAY, time(17), BERLIN)
