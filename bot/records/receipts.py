"""Receipts: each thing that comes in is taken once."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, delete

from bot.records import dialect
from bot.records.tables import Receipt


def take(session: Session, team: str, key: str, at: datetime) -> bool:
    """Whether this is the first time that ``key`` comes in; call it in the transaction of what it changes.

    The key is an event's id, a trigger's id, or a hash; it holds nothing that a person wrote.
    """
    return dialect.insert_new(session, Receipt, {"team": team, "key": key, "at": at})


def forget(session: Session, before: datetime) -> int:
    """Drops the receipts, of every workspace, taken before ``before``; how many."""
    return session.exec(delete(Receipt).where(col(Receipt.at) < before)).rowcount
