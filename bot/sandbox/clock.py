"""The sandbox's own time, which a test or a page can move."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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


def ts_of(micros: int) -> str:
    """Slack's message timestamp for that microsecond: `1795459381.000200`."""
    return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"
