"""The workspace of these tests: who is in it, and transactions at moments that go on by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlmodel import Session, select

from bot.readiness.facts import MemberState
from bot.records import channels, members, pilots
from bot.records.store import Store
from bot.records.tables import FactRow, Notice, Pilot
from bot.work.desk import Desk, Pace
from bot.work.pilots import start

TEAM = "T0WORK001"
PRIYA, NGOZI, TOM, SIPHO = "U0PRIYA01", "U0NGOZI01", "U0TOM0001", "U0SIPHO01"
GUEST = "U0GUEST01"
PILOTS, FINANCE, GENERAL, LEDGER, UNKNOWN = "C0PILOTS1", "C0FINANCE", "C0GENERAL", "C0LEDGER1", "C0NOPE001"
BEGIN = datetime(2026, 11, 24, 9, tzinfo=UTC)

T = TypeVar("T")


@dataclass
class Workspace:
    """Everybody but Sipho is in #pilots; in the private #finance is only Priya, in the private #ledger not the bot."""

    store: Store
    now: datetime = BEGIN

    def fill(self) -> None:
        """Put the people and the channels there."""
        with self.store.write() as session:
            for user in (PRIYA, NGOZI, TOM, SIPHO):
                members.put(session, TEAM, user, MemberState.ACTIVE, BEGIN, name=user, zone="UTC")
            members.put(session, TEAM, GUEST, MemberState.GUEST, BEGIN, name=GUEST)
            channels.put(session, TEAM, PILOTS, BEGIN, joined=True)
            channels.put(session, TEAM, FINANCE, BEGIN, joined=True, private=True)
            channels.put(session, TEAM, GENERAL, BEGIN)
            channels.put(session, TEAM, LEDGER, BEGIN, private=True)
            channels.set_people(session, TEAM, PILOTS, [PRIYA, NGOZI, TOM, GUEST])
            channels.set_people(session, TEAM, FINANCE, [PRIYA])

    @contextmanager
    def desk(self, **later: float) -> Iterator[Desk]:
        """A transaction a minute after the last one, or so much later."""
        self.now += timedelta(**(later or {"minutes": 1}))
        with self.store.write() as session:
            yield Desk(session, TEAM, self.now, Pace())

    def start(self, name: str = "Invoice Coder", by: str = PRIYA, channel: str = PILOTS) -> int:
        """A pilot's number."""
        with self.desk() as desk:
            pilot, result = start(desk, channel, by, name)
            assert pilot is not None, result
            assert pilot.id is not None
            return pilot.id

    def about(self, number: int, work: Callable[[Desk, Pilot], T], **later: float) -> T:
        """What a piece of work on the pilot gives back."""
        with self.desk(**later) as desk:
            return work(desk, self.pilot(desk.session, number))

    def kinds(self, number: int) -> list[str]:
        """The kinds of the pilot's facts, oldest first."""
        with self.store.read() as session:
            return [row.kind for row in session.exec(select(FactRow).where(FactRow.pilot == number)).all()]

    def said_to(self, user: str) -> list[tuple[str, str]]:
        """Kind and key of the direct messages to the person that are on their way."""
        with self.store.read() as session:
            mine = select(Notice).where(Notice.target == "user", Notice.channel == user)
            return [(row.kind, row.key) for row in session.exec(mine).all()]

    @staticmethod
    def pilot(session: Session, number: int) -> Pilot:
        """The pilot with this number."""
        found = pilots.get(session, TEAM, number)
        assert found is not None
        return found
