"""Appointments: moments at which something about a pilot is looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from bot.records import dialect, news
from bot.records.tables import Appointment

PLACE = ("pilot", "kind", "key")


def put(session: Session, team: str, pilot: int, kind: str, at: datetime, key: str = "") -> None:
    """Makes an appointment at ``at`` (aware UTC); there is one of a kind and key, and it moves."""
    values = {"team": team, "pilot": pilot, "kind": kind, "key": key, "at": at}
    dialect.insert_or_change(session, Appointment, values, PLACE)
    news.bring(session, news.DUE)


def get(session: Session, team: str, pilot: int, kind: str, key: str = "") -> Appointment | None:
    """The appointment of this kind and key."""
    asked = select(Appointment).where(Appointment.team == team, Appointment.pilot == pilot, Appointment.kind == kind)
    return session.exec(asked.where(Appointment.key == key)).first()


def drop(session: Session, team: str, pilot: int, kind: str, key: str | None = None) -> None:
    """Takes back the appointments of a kind (with this key only, if one is given)."""
    found = (col(Appointment.team) == team, col(Appointment.pilot) == pilot, col(Appointment.kind) == kind)
    session.exec(delete(Appointment).where(*found, *(() if key is None else (col(Appointment.key) == key,))))


def due(session: Session, now: datetime, most: int) -> Sequence[Appointment]:
    """The appointments, of every workspace, that are due by ``now``, at most ``most``."""
    asked = select(Appointment).where(col(Appointment.at) <= now).order_by(col(Appointment.at), col(Appointment.id))
    return session.exec(asked.limit(most)).all()


def next_due(session: Session) -> datetime | None:
    """When the next appointment is, in any workspace."""
    return session.exec(select(func.min(Appointment.at))).one()
