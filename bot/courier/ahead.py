"""What people wait for is claimed by the transaction that says it, when a thread is free to deliver it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.courier.pace import NOTHING, Pace, Ticket
from bot.courier.tickets import ticket_for
from bot.records import news, outbox
from bot.records.outbox import Claimed
from bot.records.store import End


class Ahead:
    """Saves the look for what is due, and a commit for its claim, between a change and the first message about it.

    ``lease`` is how long a claim holds, ``free`` whether somebody waits for ``take``. When the process dies between the
    commit and the call, the notice is a claim like any other: it is looked up.
    """

    def __init__(self, pace: Pace, clock: Callable[[], datetime], lease: timedelta, free: Callable[[], bool]) -> None:
        self._pace = pace
        self._clock = clock
        self._lease = lease
        self._free = free
        self._lock = threading.Lock()
        self._claimed: list[tuple[Claimed, Ticket]] = []

    def claim(self, session: Session) -> End | None:
        """Claims the first notice that the transaction brings, if it may be delivered now; for ``before_commit``."""
        first = news.first_notice(session)
        if first is None or not self._free():
            return None
        session.flush()
        now = self._clock()
        waiting = outbox.waiting_one(session, now, first, self._pace.cooling())
        if waiting is None:
            return None
        ticket = ticket_for(waiting)
        if self._pace.take(ticket, urgent=True) > NOTHING:
            return None
        try:
            claimed = outbox.claim(session, [waiting], now, now + self._lease)
        except BaseException:
            self._pace.unused(ticket)
            raise
        return partial(self._ended, claimed, ticket)

    def take(self) -> list[tuple[Claimed, Ticket]]:
        """What was claimed since the last time, each with the call set aside for it."""
        with self._lock:
            taken, self._claimed = self._claimed, []
        return taken

    def _ended(self, claimed: list[Claimed], ticket: Ticket, committed: bool) -> None:
        if not committed or not claimed:
            self._pace.unused(ticket)
            return
        with self._lock:
            self._claimed += [(one, ticket) for one in claimed]
