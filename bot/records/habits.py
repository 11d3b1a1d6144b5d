"""Habits: how channels and pilots want to be asked."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, select

from bot.records.tables import Habits


def of_channel(session: Session, team: str, channel: str) -> Habits | None:
    """What a channel has set; None: nothing."""
    return session.exec(select(Habits).where(Habits.team == team, Habits.channel == channel, Habits.pilot == 0)).first()


def of_pilot(session: Session, team: str, pilot: int) -> Habits | None:
    """What was set for one pilot; None: nothing."""
    return session.exec(select(Habits).where(Habits.team == team, Habits.channel == "", Habits.pilot == pilot)).first()


def put(session: Session, team: str, channel: str, pilot: int, **chosen: Any) -> Habits:
    """Keeps what was chosen (columns of Habits) for a channel (``pilot`` 0) or for one pilot (``channel`` "")."""
    row = (of_pilot(session, team, pilot) if pilot else of_channel(session, team, channel)) or Habits(
        team=team, channel=channel, pilot=pilot
    )
    for column, value in chosen.items():
        setattr(row, column, value)
    session.add(row)
    session.flush()
    return row
