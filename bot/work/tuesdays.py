"""What time brings: check-ins, letters, reminders, appointments; each due row one step in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlmodel import Session

from bot.records import appointments, checkins, letters
from bot.records.store import Store
from bot.records.tables import Appointment, CheckIn, Letter
from bot.work.appointments import keep
from bot.work.checkins.reminding import close_letter, remind
from bot.work.checkins.steps import step
from bot.work.checkins.writing import write
from bot.work.desk import Desk, Pace

MOST = 200
"""Rows in one round: between two rounds the settling of answers has its turn."""
Work = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class Tuesdays:
    """Does what is due. Each step looks at its row again within its own transaction, so that a step that was done
    already, by this process or another one, is not done twice."""

    store: Store
    pace: Pace
    on_error: Callable[[Exception], None]

    def once(self, now: datetime) -> int:
        """Do everything that is due at ``now`` (aware UTC); how many steps it was."""
        return sum(
            self._all(find(now), now)
            for find in (self._appointments, self._steps, self._people, self._reminders, self._closings)
        )

    def next_due(self, session: Session) -> list[datetime | None]:
        """When the next of each kind is due (aware UTC); None: nothing waits."""
        due = (
            appointments.next_due,
            checkins.next_due,
            letters.next_to_ask,
            letters.next_to_remind,
            letters.next_to_close,
        )
        return [next_due(session) for next_due in due]

    def _all(self, found: Callable[[Session], Sequence[tuple[str, Work]]], now: datetime) -> int:
        with self.store.read() as session:
            due = found(session)
        return sum(self._one(team, work, now) for team, work in due)

    def _one(self, team: str, work: Work, now: datetime) -> bool:
        """One step; a fault in it is told to ``on_error``, holds up nothing else, and the row stays due."""
        try:
            with self.store.write() as session:
                work(Desk(session, team, now, self.pace))
        except Exception as error:
            self.on_error(error)
            return False
        return True

    def _appointments(self, now: datetime) -> Callable[[Session], Sequence[tuple[str, Work]]]:
        return lambda session: [
            (row.team, partial(_keep, number=row.id)) for row in appointments.due(session, now, MOST)
        ]

    def _steps(self, now: datetime) -> Callable[[Session], Sequence[tuple[str, Work]]]:
        return lambda session: [
            (row.team, partial(_step, number=row.id)) for row in checkins.due(session, now, MOST) if row.state == "open"
        ]

    def _people(self, now: datetime) -> Callable[[Session], Sequence[tuple[str, Work]]]:
        def found(session: Session) -> Sequence[tuple[str, Work]]:
            owners = [(row.team, row.owner) for row in checkins.due(session, now, MOST) if row.state == "planned"]
            whom = dict.fromkeys([*owners, *letters.due_people(session, now, MOST)])
            return [(team, partial(write, user=user)) for team, user in whom]

        return found

    def _reminders(self, now: datetime) -> Callable[[Session], Sequence[tuple[str, Work]]]:
        return lambda session: [
            (row.team, partial(_remind, number=row.id)) for row in letters.due_to_remind(session, now, MOST)
        ]

    def _closings(self, now: datetime) -> Callable[[Session], Sequence[tuple[str, Work]]]:
        return lambda session: [
            (row.team, partial(_close, number=row.id)) for row in letters.due_to_close(session, now, MOST)
        ]


def _keep(desk: Desk, number: int | None) -> None:
    row = desk.session.get(Appointment, number)
    if row is not None and row.at <= desk.now:
        keep(desk, row)


def _step(desk: Desk, number: int | None) -> None:
    row = desk.session.get(CheckIn, number)
    if row is not None and row.state == "open" and row.next_at is not None and row.next_at <= desk.now:
        step(desk, row)


def _remind(desk: Desk, number: int | None) -> None:
    row = desk.session.get(Letter, number)
    if row is not None and row.remind_at is not None and row.remind_at <= desk.now:
        remind(desk, row)


def _close(desk: Desk, number: int | None) -> None:
    row = desk.session.get(Letter, number)
    if row is not None and row.closes_at is not None and row.closes_at <= desk.now:
        close_letter(desk, row)
