"""What became of the notices of one round, written down together: a commit costs as much as a call to Slack."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session

from bot.records.store import Store

T = TypeVar("T")
Change = Callable[[Session], object]
LONGEST_WAIT = 0.02
"""Seconds a result may wait for the next ones: little beside Slack's own answer, much beside a local one."""


class Ledger:
    """Collects changes of one thread. What is lost with the process is looked up: its claims run out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._changes: list[Change] = []
        self._since = 0.0

    def add(self, change: Change) -> None:
        """Writes ``change`` with the next ones, or at once when the first of them waited long enough."""
        if not self._changes:
            self._since = time.monotonic()
        self._changes.append(change)
        if time.monotonic() - self._since > LONGEST_WAIT:
            self.flush()

    def look(self, look: Callable[[Session], T]) -> T:
        """What ``look`` finds in the database once everything collected is written."""
        self.flush()
        with self._store.read() as session:
            return look(session)

    def flush(self) -> None:
        """Writes everything collected, in one transaction."""
        changes, self._changes = self._changes, []
        if changes:
            with self._store.write() as session:
                for change in changes:
                    change(session)
