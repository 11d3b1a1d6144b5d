"""Moments of a letter, in the zone of its reader."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.slack.pages.words.dates import day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR_DAYS = 6
"""Within them a weekday needs no date."""


def weekday(on: date) -> str:
    """``Tuesday``."""
    return WEEKDAYS[on.weekday()]


def at_hour(at: datetime, zone: str) -> str:
    """``Friday, 17:00`` of the aware moment ``at`` in ``zone``."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{weekday(local.date())}, {local:%H:%M}"


def hour(at: datetime, zone: str) -> str:
    """``17:00`` of the aware moment ``at`` in ``zone``."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def weekday_date(at: datetime, zone: str, today: date) -> str:
    """``Tuesday, 12 January, 10:04`` of the aware moment ``at`` in ``zone``."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{weekday(local.date())}, {day(local.date(), today)}, {local:%H:%M}"


def near_weekday(at: datetime, zone: str, now: datetime) -> str:
    """``Monday`` of the aware moment ``at``; with its date when it is days before ``now``: ``Monday, 12 January``."""
    on, today = (moment.astimezone(ZoneInfo(zone)).date() for moment in (at, now))
    return weekday(on) if (today - on).days < NEAR_DAYS else f"{weekday(on)}, {day(on, today)}"
