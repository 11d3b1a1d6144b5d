"""What is to happen, in order."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from datetime import datetime


class Agenda:
    """Moments, and what happens at them."""

    def __init__(self) -> None:
        self._heap: list[tuple[datetime, int, Callable[[], None]]] = []
        self._numbers = itertools.count()

    def put(self, at: datetime, what: Callable[[], None]) -> None:
        """Let something happen at ``at``."""
        heapq.heappush(self._heap, (at, next(self._numbers), what))

    def next(self) -> datetime | None:
        """When the next thing happens."""
        return self._heap[0][0] if self._heap else None

    def due(self, now: datetime) -> list[Callable[[], None]]:
        """Everything that happens by ``now``, in order; it is off the agenda."""
        found = []
        while self._heap and self._heap[0][0] <= now:
            found.append(heapq.heappop(self._heap)[2])
        return found
