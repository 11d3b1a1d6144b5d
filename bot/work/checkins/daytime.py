"""When somebody is written to out of their asking hour: by day, on a working day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.readiness.rhythm.days import moment, next_working
from bot.work.checkins.ways import Ways

MORNING, EVENING = time(8), time(18)
DAY = timedelta(days=1)


def by_day(now: datetime, zone: str, ways: Ways) -> datetime:
    """Now, where it is a working day's daytime, else the next working day's asking hour."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.date()
    if next_working(today, ways.off) == today:
        if MORNING <= local.time() < EVENING:
            return now
        if local.time() < MORNING:
            return moment(today, ways.times.at, zone)
    return moment(next_working(today + DAY, ways.off), ways.times.at, zone)
