"""A planned launch lies ahead: a day that is over can be no plan."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.work.desk import Desk


def is_over(desk: Desk, zone: str, on: date | None) -> bool:
    """Whether the day is before today in the IANA zone ``zone``; no day is not over."""
    return on is not None and on < desk.now.astimezone(ZoneInfo(zone)).date()
