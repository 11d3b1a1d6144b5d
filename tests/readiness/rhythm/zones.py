"""Generated zones, days and habits; what a clock on the wall shows."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from bot.readiness.rhythm.grid import CADENCES, Anchor, Cadence
from bot.readiness.rhythm.window import Times

FIRST, LAST = date(2000, 1, 1), date(2040, 12, 31)
ALL = sorted(available_timezones())
ODD = [
    "Pacific/Apia",  # left out 30 December 2011, a Friday
    "Pacific/Fakaofo",  # the same
    "Pacific/Kiritimati",  # 14 hours ahead
    "Etc/GMT+12",  # 12 hours behind
    "Australia/Lord_Howe",  # half an hour in summer
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "Africa/Cairo",  # summer begins at midnight, on Fridays
    "America/Santiago",  # summer begins at midnight
    "America/Havana",  # summer begins and ends around midnight
    "Africa/Casablanca",  # winter is in Ramadan
    "Asia/Pyongyang",  # changed its rules
    "Europe/Volgograd",
    "America/Caracas",
    "Europe/Berlin",
    "America/New_York",
]

zones = st.sampled_from(ODD) | st.sampled_from(ALL)
days = st.dates(FIRST, LAST)
times_of_day = st.times().map(lambda at: at.replace(microsecond=0))
weekdays = st.integers(0, 6)
habits = st.builds(Times, weekdays, times_of_day, times_of_day, st.booleans())
office_hours = st.integers(6, 20).map(time)
usual_habits = st.builds(Times, st.integers(0, 4), office_hours, office_hours)
anchors = st.builds(Anchor, days, st.booleans())
lists_of_weeks = st.sets(st.integers(1, 60), min_size=1, max_size=8).map(lambda weeks: tuple(sorted(weeks)))
cadences = st.sampled_from(list(CADENCES.values())) | st.builds(
    Cadence, st.integers(1, 30), lists_of_weeks, st.integers(1, 30)
)


def wall(at: datetime, zone: str) -> datetime:
    """What a clock in the zone shows, without the zone."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
