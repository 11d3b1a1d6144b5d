"""What is due by now: answers that settled, verdicts to look at, words to erase. Woken by rows, not by a schedule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.records import drafts, entries, notices, questions, receipts, verdicts
from bot.records.store import Store
from bot.work.desk import Desk, Pace
from bot.work.erasing import erase_due
from bot.work.interview.settling import settle
from bot.work.tuesdays import Tuesdays
from bot.work.verdicts import look

KEEP_RECEIPTS = timedelta(days=7)
KEEP_DRAFTS = timedelta(days=30)
KEEP_TOMBSTONES = timedelta(days=30)
KEEP_NOTICES_DAYS = 30
DAILY = timedelta(days=1)


class Daily:
    """Whether something that is done once a day is due. Kept in memory: each process does it after its start."""

    def __init__(self) -> None:
        self._next: datetime | None = None

    def due(self, now: datetime) -> bool:
        """True once, and again a day later."""
        if self._next is not None and now < self._next:
            return False
        self._next = now + DAILY
        return True


def raise_it(fault: Exception) -> None:
    """What is done about a fault where nobody says otherwise."""
    raise fault


@dataclass(frozen=True, slots=True)
class Sweep:
    """Does what is due, each piece in a transaction of its own, so that one failure holds up nothing else."""

    store: Store
    pace: Pace
    daily: Daily = field(default_factory=Daily)
    on_error: Callable[[Exception], None] = raise_it

    @property
    def _tuesdays(self) -> Tuesdays:
        return Tuesdays(self.store, self.pace, self.on_error)

    def once(self, now: datetime) -> int:
        """Do everything that is due at ``now`` (aware UTC); how many pieces of work it was."""
        done = self._settle(now) + self._look(now) + self._tuesdays.once(now)
        self._erase(now)
        if self.daily.due(now):
            self._forget(now)
        return done

    def next_due(self) -> datetime | None:
        """When the next piece of work is due (aware UTC); None: nothing waits."""
        with self.store.read() as session:
            coming = self._tuesdays.next_due(session)
            moments = [questions.next_to_settle(session), verdicts.next_to_look(session), *coming]
        return min((moment for moment in moments if moment is not None), default=None)

    def _settle(self, now: datetime) -> int:
        with self.store.read() as session:
            due = [(row.team, row.pilot, row.conversation) for row in questions.due_to_settle(session, now)]
        for team, pilot, conversation in due:
            self._write(team, now, partial(_settle_one, pilot=pilot, conversation=conversation))
        return len(due)

    def _look(self, now: datetime) -> int:
        with self.store.read() as session:
            due = [(row.team, row.pilot) for row in verdicts.due_to_look(session, now)]
        for team, pilot in due:
            self._write(team, now, partial(_look_at_one, pilot=pilot))
        return len(due)

    def _write(self, team: str, now: datetime, work: Callable[[Desk], None]) -> None:
        with self.store.write() as session:
            work(Desk(session, team, now, self.pace))

    def _erase(self, now: datetime) -> None:
        """Words of people, on the moment."""
        with self.store.read() as session:
            due = _anything_to_erase(session, now)
        if due:
            with self.store.write() as session:
                erase_due(session, now)

    def _forget(self, now: datetime) -> None:
        """What the bot itself needs no more, at its leisure."""
        with self.store.write() as session:
            entries.forget_tombstones(session, now - KEEP_TOMBSTONES)
            receipts.forget(session, now - KEEP_RECEIPTS)
            drafts.forget(session, now - KEEP_DRAFTS)
            notices.forget(session, now, KEEP_NOTICES_DAYS)


def _settle_one(desk: Desk, pilot: int, conversation: str) -> None:
    question = questions.get(desk.session, desk.team, pilot, conversation)
    if question is not None and question.settle_at is not None and question.settle_at <= desk.now:
        settle(desk, question)


def _look_at_one(desk: Desk, pilot: int) -> None:
    look(desk, verdicts.of_pilot(desk.session, desk.team, pilot))


def _anything_to_erase(session: Session, now: datetime) -> bool:
    return bool(entries.due_to_erase(session, now)) or entries.wordings_due(session, now)
