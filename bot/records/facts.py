"""Facts: appended, never changed; and the record that the model judges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.readiness.facts import Fact, FactKind, MemberState, Record
from bot.records import members
from bot.records.tables import FactRow, MemberChange, Pilot

USER_ID = re.compile(r"[UW][A-Z0-9]{2,}")


def append(
    session: Session,
    team: str,
    pilot: int,
    kind: FactKind,
    by: str,
    at: datetime,
    group: str = "",
    row: str = "",
    values: Mapping[str, Any] | None = None,
    cites: Iterable[str] = (),
    source: str = "",
) -> FactRow:
    """Adds a fact (``readiness.facts.Fact`` says what each kind holds) and gives it back with its id.

    ``by`` is a user id or "" for the bot, ``at`` aware UTC, ``source`` one of message, form, click, command, event.
    """
    fact = FactRow(
        team=team,
        pilot=pilot,
        at=at,
        by=by,
        kind=kind.value,
        group=group,
        row=row,
        slots=dict(values or {}),
        cites=list(cites),
        source=source,
    )
    session.add(fact)
    session.flush()
    return fact


def get(session: Session, team: str, fact_id: int) -> FactRow | None:
    """One fact by its id."""
    return session.exec(select(FactRow).where(FactRow.team == team, FactRow.id == fact_id)).first()


def of_pilot(session: Session, team: str, pilot: int) -> Sequence[FactRow]:
    """Every fact of a pilot in the order in which it became known."""
    return session.exec(_of_pilot(), params={"team": team, "pilot": pilot}).all()


@cache
def _of_pilot() -> SelectOfScalar[FactRow]:
    """Built once: everything that is said about a pilot is made from its facts."""
    whose = (col(FactRow.team) == bindparam("team"), col(FactRow.pilot) == bindparam("pilot"))
    return select(FactRow).where(*whose).order_by(col(FactRow.at), col(FactRow.id))


def citing(session: Session, team: str, pilot: int, ts: str) -> Sequence[FactRow]:
    """The facts that were read from the thread message ``ts``, oldest first."""
    return [fact for fact in of_pilot(session, team, pilot) if ts in fact.cites]


def row_ids(session: Session, team: str, pilot: int, group: str) -> set[str]:
    """Every row id that a group of the pilot ever had."""
    asked = select(FactRow.row).where(FactRow.team == team, FactRow.pilot == pilot, FactRow.group == group)
    return {row for row in session.exec(asked).all() if row}


def last_id(session: Session, team: str, pilot: int, group: str) -> int:
    """The id of the newest fact of a group (its revision); 0 when there is none."""
    asked = select(func.max(FactRow.id)).where(FactRow.team == team, FactRow.pilot == pilot, FactRow.group == group)
    return session.exec(asked).one() or 0


def record(session: Session, team: str, pilot: Pilot) -> Record:
    """What the model judges: the pilot's facts, and what the accounts they name were, from when on."""
    assert pilot.id is not None, "a record is read of a stored pilot"
    rows = of_pilot(session, team, pilot.id)
    accounts = members.changes(session, team, {pilot.lead, *users_in(rows)})
    known = (*(_member_fact(change) for change in accounts), *(_fact(row) for row in rows))
    return Record(facts=known, zone=pilot.zone, lead=pilot.lead, started_at=pilot.started_at)


def users_in(rows: Iterable[FactRow]) -> set[str]:
    """Every user id that the facts name: who said them and whom their values name, at any depth."""
    return {text for row in rows for text in (row.by, *_texts(row.slots)) if USER_ID.fullmatch(text)}


def users_of(record: Record) -> set[str]:
    """The same of a record that was read already."""
    return {text for fact in record.facts for text in (fact.by, *_texts(fact.values)) if USER_ID.fullmatch(text)}


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _fact(row: FactRow) -> Fact:
    return Fact(row.at, row.by, FactKind(row.kind), row.group, row.row, row.slots, tuple(row.cites), row.id or 0)


def _member_fact(change: MemberChange) -> Fact:
    values = {"user": change.user, "state": MemberState(change.state).value}
    return Fact(change.at, "", FactKind.MEMBER, values=values)
