"""Looking around: who is who, and what was written while nobody listened. At the start, after a silence, once a day."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.slack.catching_up import catch_up
from bot.slack.directory import Directory
from bot.slack.office import Office
from bot.work import presence

EVERY = timedelta(days=1)
SOON = timedelta(minutes=10)
"""After a round in which Slack could not be asked everything."""
SILENCE = 60.0
"""Seconds without a connection after which Slack may have given up on an event (it tries three times)."""


class Rounds:
    """The rounds of one bot. ``steady`` gives seconds on a clock that nobody moves."""

    def __init__(self, office: Office, directory: Directory, steady: Callable[[], float] = time.monotonic) -> None:
        self._office = office
        self._directory = directory
        self._steady = steady
        self._next = office.clock.now() + EVERY
        self._missed = True
        self._lost_at: float | None = None
        self._going = threading.Lock()
        self._beaten = office.clock.now() - presence.EVERY

    def go(self) -> None:
        """One round now, unless one is being made."""
        if not self._going.acquire(blocking=False):
            return
        try:
            self._office.background.unread.clear()
            self._next = self._office.clock.now() + EVERY
            missed, self._missed = self._missed, False
            self._directory.refresh()
            if missed:
                catch_up(self._office)
        finally:
            self._going.release()

    def look(self, now: datetime, connected: bool) -> None:
        """Called about once a second: begins a round in the background when one is due at ``now`` (aware UTC)."""
        silent = self._silent_for(connected)
        if silent >= SILENCE and connected:
            self._missed, self._next = True, now
        if connected:
            self._beat(now, silent)
        if self._office.background.unread.is_set():
            self._missed, self._next = True, min(self._next, now + SOON)
        if now >= self._next:
            self._next = now + SOON
            self._office.background.later(self.go)

    def _beat(self, now: datetime, silent: float) -> None:
        """Without a connection nobody can answer, so the bot is at work only while there is one."""
        if silent < SILENCE and abs(now - self._beaten) < presence.EVERY:
            return
        self._beaten = now
        with self._office.desk() as desk:
            presence.back(desk, now - timedelta(seconds=silent))
            presence.beat(desk)

    def _silent_for(self, connected: bool) -> float:
        """How many seconds there has been no connection, the first time that there is one again too."""
        lost_at = self._lost_at
        self._lost_at = None if connected else (self._steady() if lost_at is None else lost_at)
        return self._steady() - lost_at if lost_at is not None else 0.0
