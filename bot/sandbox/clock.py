"""The sandbox's own time, which a test or a page can move."""

from __future__ import annotations

import datetime as dates
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WEEK = 7


class SandboxClock:
    """A UTC clock that runs like the real one from any moment it is set to, or stands still when frozen."""

    def __init__(self) -> None:
        self._base = datetime.now(UTC)
        self._since = time.monotonic()
        self.frozen = False

    def now(self) -> datetime:
        """The sandbox's moment, aware, in UTC."""
        if self.frozen:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    def set(self, now: datetime) -> None:
        """Move to `now` (aware); the clock runs on from there unless it is frozen."""
        self._base = now.astimezone(UTC)
        self._since = time.monotonic()

    def advance(self, seconds: float) -> None:
        """Move forward (or back, when negative) by `seconds`."""
        self.set(self.now() + timedelta(seconds=seconds))

    def freeze(self, frozen: bool) -> None:
        """Stop the clock, or let it run again."""
        self.set(self.now())
        self.frozen = frozen

    def micros(self) -> int:
        """Microseconds since 1970, the source of every `ts`."""
        return (self.now() - EPOCH) // timedelta(microseconds=1)

    def seconds(self) -> int:
        """Whole seconds since 1970."""
        return self.micros() // 1_000_000


def wall_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """What a clock on the wall shows in `zone` at `moment` (aware); naive."""
    return moment.astimezone(zone).replace(tzinfo=None)


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """The moment (aware UTC) at which the wall in `zone` shows `wall` (naive).

    Of a time that comes twice it is the first; a time that is skipped is as much later as was skipped."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def next_weekday(now: datetime, weekday: int, at: dates.time, zone: ZoneInfo) -> datetime:
    """The first moment (aware UTC) after `now` (aware) that is `at` on that weekday in `zone`; Monday is 0."""
    today = wall_time(now, zone).date()
    ahead = (weekday - today.weekday()) % WEEK
    found = moment_of(datetime.combine(today + timedelta(days=ahead), at), zone)
    return found if found > now else moment_of(datetime.combine(today + timedelta(days=ahead + WEEK), at), zone)


def ts_of(micros: int) -> str:
    """Slack's message timestamp for that microsecond: `1795459381.000200`."""
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"
