"""A workspace in which everything comes due that a sweep does, and the state that it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.readiness.facts import FactKind
from bot.records import letters, pilots
from bot.records.migrating import migrate
from bot.records.store import Store, open_store
from bot.records.tables import Pilot
from bot.work import details, handover
from bot.work.changes import after_change
from bot.work.checkins import answers
from bot.work.desk import Desk, Pace
from bot.work.interview.order import KEYS, go_on
from bot.work.sweep import Sweep
from tests.readiness.pilots import SOUND
from tests.work.workspace import NGOZI, PRIYA, SIPHO, TEAM, TOM, Workspace

END = datetime(2027, 2, 24, 9, tzinfo=UTC)
"""After the thirteen weeks of the pilot that is quiet."""
FRESH = {"last_on": "2026-11-23", "last_run_on": "2026-11-23"}
TABLES = ("pilot", "fact", "checkin", "letter", "ask", "appointment", "notice", "verdict", "question")
PACE = Pace(verdict_quiet=timedelta(0))


@dataclass
class Sweeping:
    """One database file, and whoever sweeps it."""

    directory: Path

    @property
    def url(self) -> str:
        """The database."""
        return f"sqlite:///{self.directory / 'shipready.db'}"

    def fill(self) -> None:
        """One pilot whose owner is silent, one that launches, one that is offered, one that is live and quiet."""
        migrate(self.url)
        store = open_store(self.url)
        here = Workspace(store)
        here.fill()
        silent, launching, offered, quiet = (here.start(name) for name in ("Silent", "Launching", "Offered", "Quiet"))
        for number, owner, backup in ((silent, NGOZI, TOM), (offered, TOM, NGOZI), (quiet, TOM, NGOZI)):
            here.about(number, lambda desk, pilot, o=owner, b=backup: _sound(desk, pilot, o, b))  # type: ignore[misc]
        here.about(launching, lambda desk, pilot: details.move_launch(desk, pilot, PRIYA, date(2027, 1, 4)))
        here.about(offered, lambda desk, pilot: handover.offer(desk, pilot, PRIYA, SIPHO))
        here.about(quiet, _live)
        store.close()

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The database, opened by a process of its own."""
        opened = open_store(self.url)
        try:
            yield opened
        finally:
            opened.close()

    def moments(self) -> Iterator[datetime]:
        """Every moment at which something is due; whoever takes the next one has swept."""
        while (due := self.next_due()) < END:
            yield due

    def next_due(self) -> datetime:
        """When the next thing is due."""
        with self.store() as store:
            return Sweep(store, PACE).next_due() or END

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the database."""
        with self.store() as store, store.read() as session:
            return [tuple(row) for row in session.connection().execute(text(sql))]

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that the bot knows and has to say."""
        with self.store() as store, store.read() as session:
            rows = {name: session.connection().execute(text(f"select * from {name} order by id")) for name in TABLES}
            return {name: [tuple(row) for row in found] for name, found in rows.items()}


def sweep_all(store: Store, now: datetime) -> None:
    """Sweep until nothing is due any more."""
    sweep = Sweep(store, PACE)
    while (due := sweep.next_due()) is not None and due <= now:
        sweep.once(now)


def _sound(desk: Desk, pilot: Pilot, owner: str, backup: str) -> None:
    for (group, row, slot), value in SOUND.items():
        people = {"owner": owner, "backup": backup, "reviewer": SIPHO, **FRESH}
        desk.note(pilot, FactKind.SAVED, PRIYA, group=group, row=row, values={slot: people.get(slot, value)})
    for role, user in (("owner", owner), ("backup", backup), ("reviewer", SIPHO)):
        desk.note(pilot, FactKind.ACCEPTED, user, values={"role": role})
    for key in KEYS:
        go_on(desk, pilot, key)
    after_change(desk, pilot)


def _live(desk: Desk, pilot: Pilot) -> None:
    desk.note(pilot, FactKind.LIVE, PRIYA)
    after_change(desk, pilot)


def tom_answers(store: Store, now: datetime) -> None:
    """Tom confirms at once what is his; Ngozi is silent."""
    with store.write() as session:
        desk = Desk(session, TEAM, now, PACE)
        for pilot in pilots.all_of(session, TEAM):
            for ask in letters.asks_of_pilot(session, TEAM, pilot.id or 0, "asked"):
                if ask.kind == "own" and ask.user == TOM:
                    answers.confirm(desk, ask, TOM)
