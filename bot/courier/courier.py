"""The courier: threads that take what is due from the outbox and deliver it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

from slack_sdk import WebClient

from bot.courier.ahead import Ahead
from bot.courier.delivery import Delivery
from bot.courier.ledger import Ledger
from bot.courier.limits import Limits
from bot.courier.pace import NOTHING, Pace, Ticket
from bot.courier.rendered import OnError, OnFound, Render, found_silently
from bot.courier.results import Results
from bot.courier.tickets import ticket_for
from bot.records import news, notices, outbox
from bot.records.outbox import Claimed, Waiting
from bot.records.store import Store, StoreProblem

log = logging.getLogger(__name__)

LOOK_AT_ONCE = 50
LEFT_TO_THE_FIRST = 0.02
"""Seconds in which the thread for what people wait for has what is new to itself, for each of the others."""
LONGEST_SLEEP = timedelta(seconds=1)
"""The clock may be moved and other processes add rows, so a courier never sleeps longer."""


class Courier:
    """Delivers the outbox of a store. Safe to run in several processes: each notice is claimed by one.

    ``client`` must have ``retry_handlers=[]`` (the usual one posts twice when an answer is lost) and a shared ``ssl``
    context; ``clock`` gives aware UTC and may be moved, ``steady`` may not (it paces calls; default: the machine's);
    ``limits.lease`` must be longer than ``client.timeout``; ``on_found`` hears of each message that was in doubt and
    was found in Slack; ``pace`` is given where others call Slack at the same pace (``pace_of``).
    """

    def __init__(
        self,
        store: Store,
        client: WebClient,
        clock: Callable[[], datetime],
        render: Render,
        on_error: OnError,
        limits: Limits | None = None,
        random: Random | None = None,
        steady: Callable[[], datetime] | None = None,
        on_found: OnFound = found_silently,
        pace: Pace | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._limits = limits or Limits()
        self._pace = pace or pace_of(self._limits, steady or real_time)
        self._client = client
        self._render = render
        self._on_error = on_error
        self._on_found = on_found
        self._random = random or Random()
        self._wake = threading.Condition()
        self._wakes = 0
        self._first_sleeps = self._first_has_it = False
        self._ahead = Ahead(self._pace, clock, self._limits.lease, lambda: self._first_sleeps)
        self._stopping = False
        self._threads: list[threading.Thread] = []
        self._mine = threading.local()

    def start(self) -> None:
        """Starts the threads: one only for what people wait for, the others for everything."""
        if self._store.one_process:
            with self._store.write() as session:
                outbox.doubt_all(session, self._clock() + self._limits.look_up_after)
        self._store.on_commit(self._committed, news.NOTICES)
        self._store.on_commit(self._committed, news.REACTIONS)
        self._store.before_commit(self._ahead.claim)
        for number in range(self._limits.workers):
            thread = threading.Thread(target=self._work, args=(number,), name=f"courier-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self, deadline: float) -> bool:
        """Lets each thread end what it is sending, for at most ``deadline`` seconds; True when all have ended.

        What was not ended is a claim that runs out, and is looked up by the next courier.
        """
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        until = time.monotonic() + deadline
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def deliver_due(self, now: datetime, most_rank: int = notices.REACTIONS) -> int:
        """Delivers what may be delivered at ``now``, each lane at most one step; how many notices were taken."""
        return self._round(now, most_rank)[0]

    def _committed(self) -> None:
        if not getattr(self._mine, "working", False):  # what a courier's thread writes it looks at by itself
            with self._wake:
                self._wakes += 1
                self._first_has_it = self._first_sleeps
                self._wake.notify_all()

    def _work(self, number: int) -> None:
        self._mine.working = True
        first = number == 0
        most_rank = notices.INTERACTIVE if first and self._limits.workers > 1 else notices.REACTIONS
        while not self._stopping:
            seen = self._wakes
            try:
                taken, wait = self._round(self._clock(), most_rank)
            except StoreProblem as problem:
                log.error("the courier waits for the database: %s", problem)
                taken, wait = 0, LONGEST_SLEEP
            except Exception:
                log.exception("the courier stumbled; what it held is looked up when its claims run out")
                taken, wait = 0, LONGEST_SLEEP
            if not taken:
                self._sleep(seen, wait, number, first=first)
        if first:
            self._give_back_ahead()

    def _give_back_ahead(self) -> None:
        """What was claimed for this thread as it was told to stop."""
        try:
            self._deliver_all(self._ahead.take())
        except StoreProblem as problem:
            log.error("what was claimed is looked up at the next start: %s", problem)

    def _sleep(self, seen: int, wait: timedelta, number: int, *, first: bool) -> None:
        """Until there is news, or for ``wait``. The others leave what is new to the first for a moment, if it sleeps:
        together they only get in each other's way."""
        with self._wake:
            if first:
                self._first_sleeps = True
            if self._wakes == seen and not self._stopping:
                self._wake.wait(wait.total_seconds())
            if first:
                self._first_sleeps = False
            elif self._first_has_it and self._wakes != seen and not self._stopping:
                self._wake.wait(number * LEFT_TO_THE_FIRST)

    def _round(self, now: datetime, most_rank: int) -> tuple[int, timedelta]:
        """Delivers one round; how many were taken, and how long until there can be more."""
        if ahead := self._ahead.take():
            self._deliver_all(ahead)
            return len(ahead), NOTHING
        picked, wait = self._pick(now, most_rank, "due")
        if not picked:
            self._doubt_lost(now)
            picked, later = self._pick(now, most_rank, "unknown")
            wait = min(wait, later)
        if not picked:
            return 0, min(wait, self._until_due(now))
        claimed = self._claim(picked)
        self._deliver_all(claimed)
        return len(claimed), wait

    def _deliver_all(self, claimed: list[tuple[Claimed, Ticket]]) -> None:
        """One after the other, while the claims hold; what became of them is written in the end."""
        ledger = Ledger(self._store)
        delivery = self._delivery(ledger)
        until = time.monotonic() + self._limits.lease.total_seconds() / 2
        for one, ticket in claimed:
            if self._stopping or time.monotonic() > until:
                delivery.give_back(one, ticket)
            else:
                self._deliver(delivery, one, ticket)
        ledger.flush()

    def _deliver(self, delivery: Delivery, one: Claimed, ticket: Ticket) -> None:
        try:
            delivery.deliver(one, ticket)
        except Exception:
            log.exception("the courier stumbled over a notice; it is looked up later", extra={"notice": one.notice.id})
            self._pace.sent(ticket)

    def _pick(self, now: datetime, most_rank: int, state: str) -> tuple[list[tuple[Waiting, Ticket]], timedelta]:
        """What may be delivered now, each with the call set aside for it; and how long the next one has to wait."""
        cooling = self._pace.cooling()
        with self._store.read() as session:
            found = outbox.waiting(session, now, state=state, most_rank=most_rank, cooling=cooling, limit=LOOK_AT_ONCE)
        picked, wait = [], self._pace.next_free() or LONGEST_SLEEP
        for waiting in found:
            ticket = ticket_for(waiting)
            late = self._pace.take(ticket, urgent=waiting.rank == notices.INTERACTIVE)
            if late <= NOTHING:
                picked.append((waiting, ticket))
            else:
                wait = min(wait, late)
        return picked, wait

    def _claim(self, picked: list[tuple[Waiting, Ticket]]) -> list[tuple[Claimed, Ticket]]:
        """Claims what was picked. The calls set aside for what another courier took, or for nothing, are free again."""
        now = self._clock()
        mine: dict[int | None, Claimed] = {}
        try:
            with self._store.write() as session:
                claimed = outbox.claim(session, [waiting for waiting, _ in picked], now, now + self._limits.lease)
            mine = {one.notice.id: one for one in claimed}
        finally:
            for waiting, ticket in picked:
                if waiting.id not in mine:
                    self._pace.unused(ticket)
        return [(mine[waiting.id], ticket) for waiting, ticket in picked if waiting.id in mine]

    def _doubt_lost(self, now: datetime) -> None:
        with self._store.read() as session:
            lost = outbox.runs_out(session, now)
        if lost:
            with self._store.write() as session:
                outbox.doubt_lost(session, now)

    def _until_due(self, now: datetime) -> timedelta:
        with self._store.read() as session:
            due = notices.next_due(session, now)
        return due - now if due else LONGEST_SLEEP

    def _delivery(self, ledger: Ledger) -> Delivery:
        results = Results(ledger, self._clock, self._on_error, self._limits, self._random, self._on_found)
        return Delivery(self._store, self._client, self._clock, self._render, self._limits, self._pace, results)


def pace_of(limits: Limits, steady: Callable[[], datetime]) -> Pace:
    """The pace that keeps the limits."""
    return Pace(limits.per_minute, limits.gap, steady, limits.halved)


def real_time() -> datetime:
    """A clock that only runs forward, whatever happens to the machine's date."""
    return datetime.fromtimestamp(time.monotonic(), UTC)
