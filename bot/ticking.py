"""The clock behind what is due: wakes the sweep for the earliest due row, with a slow tick as the safety net."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import Clock
from bot.records import news
from bot.records.store import Store, StoreProblem
from bot.traces import trace_of
from bot.work.sweep import Sweep

log = structlog.get_logger(__name__)
LONGEST_SLEEP = 1.0
"""Seconds: the clock may be moved, and other processes add rows."""


class Ticking:
    """Runs the sweep in a thread of its own, and after each round ``also``, which only begins things."""

    def __init__(
        self, store: Store, sweep: Sweep, clock: Clock, tick_seconds: float, also: Callable[[datetime], None]
    ) -> None:
        self._sweep = sweep
        self._also = also
        self._clock = clock
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweep", daemon=True)
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._scheduler.add_job(
            self._wake.set, "interval", seconds=tick_seconds, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        store.on_commit(self._wake.set, news.DUE)

    def start(self) -> None:
        """Begin to sweep."""
        self._thread.start()
        self._scheduler.start()

    def stop(self, deadline: float) -> None:
        """End what is being done, for at most ``deadline`` seconds."""
        self._stopping.set()
        self._wake.set()
        self._scheduler.shutdown(wait=False)
        self._thread.join(deadline)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                now = self._clock.now()
                self._sweep.once(now)
                self._also(now)
                seconds = self._seconds_until_due()
            except StoreProblem as problem:
                log.error("sweep_waits", problem=str(problem))
                seconds = LONGEST_SLEEP
            except Exception as error:
                # Whatever it was, it is in the log, and what is due stays due: the next round tries again.
                log.error("sweep_failed", error=type(error).__name__, trace=trace_of(error))
                seconds = LONGEST_SLEEP
            self._wake.wait(seconds)

    def _seconds_until_due(self) -> float:
        due = self._sweep.next_due()
        if due is None:
            return LONGEST_SLEEP
        return max(0.0, min(LONGEST_SLEEP, (due - self._clock.now()).total_seconds()))
