"""Dates and times as people read them: "24 November", "24 November 2026", "14:05"."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NEAR = 300
"""Days within which a date needs no year to be understood."""


def long_day(on: date) -> str:
    """``24 November 2026``."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def day(on: date, today: date) -> str:
    """``24 November``, with the year where it is further than ``NEAR`` days from ``today``."""
    return f"{on.day} {MONTHS[on.month - 1]}" if abs((on - today).days) < NEAR else long_day(on)


def iso_day(value: object, today: date) -> str:
    """An ISO date as ``day`` writes it; anything else as it is (what people saved is never lost to a format)."""
    text = str(value)
    try:
        return day(date.fromisoformat(text), today)
    except ValueError:
        return text


def clock(at: datetime, zone: str) -> str:
    """The time of the aware moment ``at`` in the IANA zone ``zone``: ``14:05``."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def moment(at: datetime, zone: str) -> str:
    """Date and time of the aware moment ``at`` in ``zone``: ``24 November 2026, 14:05``."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{long_day(local.date())}, {local:%H:%M}"
