"""Slack's limits, kept before Slack has to say so: calls per method and minute, messages per channel and second."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)
NOTHING = timedelta()
KEPT_FREE = 25
"""One call in 25 of a method is kept for what people wait for (rank 0)."""


class Bucket:
    """The calls of one method in one workspace within the last minute.

    Everything but the interactive is spread evenly over the minute, and leaves a few calls free.
    """

    def __init__(self, per_minute: int, halved: timedelta = MINUTE) -> None:
        self._normal = per_minute
        self._halved = halved
        self._halved_until: datetime | None = None
        self._closed_until: datetime | None = None
        self._taken: deque[datetime] = deque()

    def wait(self, now: datetime, *, urgent: bool) -> timedelta:
        """How long until the next call may be made; zero: now."""
        self._forget(now)
        closed = max(self._closed_until - now, NOTHING) if self._closed_until else NOTHING
        return max(closed, self._full(now, urgent=urgent))

    def take(self, now: datetime) -> None:
        """Counts a call."""
        self._taken.append(now)

    def give_back(self) -> None:
        """Uncounts a call that was not made."""
        if self._taken:
            self._taken.pop()

    def refused(self, now: datetime, retry_after: timedelta) -> None:
        """Slack said 429: no call until it allows one, then half as many for a while (``halved``)."""
        self._closed_until = now + retry_after
        self._halved_until = now + retry_after + self._halved

    def _full(self, now: datetime, *, urgent: bool) -> timedelta:
        halved = self._halved_until is not None and now < self._halved_until
        allowed = max(1, self._normal // 2) if halved else self._normal
        if not self._normal or not self._taken:
            return NOTHING
        if urgent:
            return self._until_below(allowed, now)
        most = max(1, allowed - max(1, allowed // KEPT_FREE))
        evenly = self._taken[-1] + MINUTE / most - now
        return max(self._until_below(most, now), evenly, NOTHING)

    def _until_below(self, most: int, now: datetime) -> timedelta:
        return NOTHING if len(self._taken) < most else self._taken[-most] + MINUTE - now

    def _forget(self, now: datetime) -> None:
        while self._taken and self._taken[0] <= now - MINUTE:
            self._taken.popleft()


@dataclass(frozen=True, slots=True)
class Ticket:
    """A call that may be made: its method in a workspace, and the channel it posts to ("": it posts nothing)."""

    team: str
    method: str
    channel: str = ""


class Pace:
    """The buckets of all methods and workspaces, and when each channel may be posted to again. For any thread.

    ``steady`` is a clock that nobody moves: Slack counts real seconds, whatever the bot's own clock says.
    """

    def __init__(
        self,
        per_minute: Mapping[str, int],
        gap: timedelta,
        steady: Callable[[], datetime],
        halved: timedelta = MINUTE,
    ) -> None:
        self._steady = steady
        self._per_minute = per_minute
        self._gap = gap
        self._halved = halved
        self._lock = threading.Lock()
        self._buckets: dict[tuple[str, str], Bucket] = {}
        self._free_at: dict[str, datetime] = {}
        self._busy: set[str] = set()

    def take(self, ticket: Ticket, *, urgent: bool) -> timedelta:
        """Zero, and the call is counted and its channel taken until ``sent``; or how long to wait, and nothing is."""
        with self._lock:
            now = self._steady()
            bucket = self._bucket(ticket.team, ticket.method)
            wait = max(bucket.wait(now, urgent=urgent), self._channel_wait(ticket.channel, now))
            if wait <= NOTHING:
                bucket.take(now)
                if ticket.channel:
                    self._busy.add(ticket.channel)
            return wait

    def sent(self, ticket: Ticket) -> None:
        """The call was made; a message was, or may have been, posted to its channel."""
        if ticket.channel:
            with self._lock:
                now = self._steady()
                self._busy.discard(ticket.channel)
                self._free_at = {other: at for other, at in self._free_at.items() if at > now}
                self._free_at[ticket.channel] = now + self._gap

    def unused(self, ticket: Ticket) -> None:
        """A call that was taken is not made."""
        with self._lock:
            self._bucket(ticket.team, ticket.method).give_back()
            self._busy.discard(ticket.channel)

    def refused(self, ticket: Ticket, retry_after: timedelta) -> None:
        """Slack answered 429."""
        with self._lock:
            self._bucket(ticket.team, ticket.method).refused(self._steady(), retry_after)

    def cooling(self) -> list[str]:
        """The channels that may not be posted to at the moment."""
        with self._lock:
            now = self._steady()
            return [*self._busy, *(channel for channel, at in self._free_at.items() if at > now)]

    def next_free(self) -> timedelta | None:
        """How long until the next channel may be posted to again; None: every one may be now."""
        with self._lock:
            now = self._steady()
            return min((at - now for at in self._free_at.values() if at > now), default=None)

    def _bucket(self, team: str, method: str) -> Bucket:
        return self._buckets.setdefault((team, method), Bucket(self._per_minute.get(method, 0), self._halved))

    def _channel_wait(self, channel: str, now: datetime) -> timedelta:
        if channel in self._busy:
            return self._gap
        return self._free_at.get(channel, now) - now


@dataclass(frozen=True, slots=True)
class Turns:
    """The same limits for whoever else calls Slack in the workspace ``team``, behind what people wait for."""

    pace: Pace
    team: str

    def wait(self, method: str) -> float:
        """Seconds until the method may be called; 0: now, and the call is counted."""
        return max(NOTHING, self.pace.take(Ticket(self.team, method), urgent=False)).total_seconds()

    def refused(self, method: str, seconds: float) -> None:
        """Slack answered 429."""
        self.pace.refused(Ticket(self.team, method), timedelta(seconds=seconds))
