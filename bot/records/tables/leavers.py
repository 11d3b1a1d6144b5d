"""People who left, and the places that carried their name."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.records.tables.base import Base


class Departure(Base, table=True):
    """Somebody's account stopped being a full member's while they held places in a channel: one message there lists
    them. ``change`` is the ``MemberChange`` by which that became known: there is one row for each of them and channel.
    """

    __table_args__ = (UniqueConstraint("team", "channel", "user", "change"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    channel: str
    user: str
    change: int
    state: str  # readiness.facts.MemberState: what the account became
    at: datetime


class Vacancy(Base, table=True):
    """A place that carried the name of somebody who left."""

    __table_args__ = (
        UniqueConstraint("departure", "pilot", "role"),
        Index("ix_vacancy_team_pilot_settled", "team", "pilot", "settled"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    departure: int = Field(foreign_key="departure.id")
    pilot: int = Field(foreign_key="pilot.id")
    role: str  # owner | backup | reviewer | lead; "named": only in rows, or as builder
    accepted: bool = True  # False: they were asked and had not answered
    settled: bool = False  # somebody took it over, or they are back: what the message says of it changes no more
