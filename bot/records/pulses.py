"""When the bot was at work, and when it was not."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from bot.records import dialect
from bot.records.tables import Outage, Pulse


def beat(session: Session, team: str, now: datetime) -> None:
    """The bot is at work at ``now``."""
    dialect.insert_or_change(session, Pulse, {"team": team, "at": now}, ("team",))


def last(session: Session, team: str) -> datetime | None:
    """The last moment at which the bot is known to have been at work; None: never."""
    return session.exec(select(Pulse.at).where(Pulse.team == team)).first()


def note_outage(session: Session, team: str, since: datetime, until: datetime) -> None:
    """The bot was not at work from ``since`` to ``until``."""
    session.add(Outage(team=team, since=since, until=until))
    session.flush()


def outage_over(session: Session, team: str, since: datetime, until: datetime) -> Outage | None:
    """The longest time between ``since`` and ``until`` in which the bot was not at work; None: it always was."""
    overlapping = select(Outage).where(Outage.team == team, col(Outage.since) < until, col(Outage.until) > since)
    found = session.exec(overlapping).all()
    return max(found, key=lambda outage: outage.until - outage.since, default=None)
