"""Verdicts: what was last said about each pilot, and what waits to be said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.records import news
from bot.records.tables import Verdicts


def of_pilot(session: Session, team: str, pilot: int) -> Verdicts:
    """What was last said about a pilot; a new, empty row the first time."""
    row = session.exec(select(Verdicts).where(Verdicts.team == team, Verdicts.pilot == pilot)).first()
    if row is None:
        row = Verdicts(team=team, pilot=pilot)
        session.add(row)
        session.flush()
    return row


def look(session: Session, team: str, pilot: int, at: datetime) -> None:
    """Asks for a look at the verdict at ``at``; an earlier look that is still due stays as it is."""
    row = of_pilot(session, team, pilot)
    row.look_at = min(row.look_at, at) if row.look_at else at
    news.bring(session, news.DUE)


def due_to_look(session: Session, now: datetime) -> Sequence[Verdicts]:
    """The verdicts, of every workspace, that must be looked at by ``now``."""
    return session.exec(select(Verdicts).where(col(Verdicts.look_at) <= now).order_by(col(Verdicts.look_at))).all()


def next_to_look(session: Session) -> datetime | None:
    """When the next verdict must be looked at, in any workspace."""
    return session.exec(select(func.min(Verdicts.look_at))).one()
