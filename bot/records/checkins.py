"""Check-ins: one for each pilot and period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.records import news
from bot.records.tables import CheckIn

UNENDED = ("planned", "open")


def keep(session: Session, checkin: CheckIn) -> CheckIn:
    """Stores a new or changed check-in and gives it back with its id."""
    session.add(checkin)
    session.flush()
    news.bring(session, news.DUE)
    return checkin


def get(session: Session, team: str, checkin_id: int) -> CheckIn | None:
    """One check-in by its id."""
    return session.exec(select(CheckIn).where(CheckIn.team == team, CheckIn.id == checkin_id)).first()


def of_pilot(session: Session, team: str, pilot: int) -> Sequence[CheckIn]:
    """Every check-in of a pilot, oldest first."""
    asked = select(CheckIn).where(CheckIn.team == team, CheckIn.pilot == pilot)
    return session.exec(asked.order_by("id")).all()


def in_state(session: Session, team: str, pilot: int, state: str) -> CheckIn | None:
    """The pilot's check-in that is ``planned`` or ``open``; there is one of each at most."""
    asked = select(CheckIn).where(CheckIn.team == team, CheckIn.pilot == pilot, CheckIn.state == state)
    return session.exec(asked.order_by(col(CheckIn.id).desc())).first()


def last_period(session: Session, team: str, pilot: int) -> str:
    """The latest period of the grid that was asked, repeated or passed over (ISO date); "" for none."""
    asked = select(func.max(CheckIn.period)).where(CheckIn.team == team, CheckIn.pilot == pilot)
    return session.exec(asked.where(CheckIn.state != "planned", col(CheckIn.period) < "a")).one() or ""


def planned_for(session: Session, team: str, owner: str) -> Sequence[CheckIn]:
    """What is planned to be asked of an owner, oldest pilot first."""
    asked = select(CheckIn).where(CheckIn.team == team, CheckIn.owner == owner, CheckIn.state == "planned")
    return session.exec(asked.order_by(col(CheckIn.pilot))).all()


def due(session: Session, now: datetime, most: int) -> Sequence[CheckIn]:
    """The check-ins, of every workspace, whose next step is due by ``now``, at most ``most``."""
    asked = select(CheckIn).where(col(CheckIn.state).in_(UNENDED), col(CheckIn.next_at) <= now)
    return session.exec(asked.order_by(col(CheckIn.next_at), col(CheckIn.id)).limit(most)).all()


def next_due(session: Session) -> datetime | None:
    """When the next step of any check-in is due."""
    return session.exec(select(func.min(CheckIn.next_at)).where(col(CheckIn.state).in_(UNENDED))).one()


def forget(session: Session, checkin: CheckIn) -> None:
    """Takes back a planned check-in that nobody was asked about."""
    session.delete(checkin)
    session.flush()
