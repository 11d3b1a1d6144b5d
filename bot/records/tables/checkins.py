"""Tuesdays: who was asked what about which pilot, when, and what came of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from bot.records.tables.base import Base


class CheckIn(Base, table=True):
    """The question whether a pilot is still its owner's, in one period. There is one for each; one at most is open."""

    __tablename__ = "checkin"
    __table_args__ = (
        UniqueConstraint("pilot", "period"),
        Index("ix_checkin_state_next_at", "state", "next_at"),
        Index("ix_checkin_team_owner_state", "team", "owner", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = Field(foreign_key="pilot.id")
    period: str  # the grid's day (ISO date); "now:…" for one that somebody asked for
    state: str = "planned"  # planned | open | confirmed | lapsed | not_asked | closed (nobody to ask) | repeated
    owner: str  # user id of the owner who is (to be) asked
    step: str = "owner"  # who is asked now: owner | backup | lead
    asked: str = ""  # user id of who is asked now
    next_at: datetime | None = None  # when the next step is due; None: it has ended
    asked_at: datetime | None = None
    until: datetime | None = None  # when the owner's window closes
    skipped: list[str] = Field(default_factory=list, sa_type=JSON)  # steps that nobody could be asked in
    away: int = 0  # how often running somebody said that the owner is away
    repeats: int | None = None  # the check-in that was open when this one's day came
    why: str = ""  # why it was not asked or closed: down | away | off | owner | retired
    fact: int | None = None  # the fact that ended it
    ended_at: datetime | None = None


class Letter(Base, table=True):
    """A direct message of the bot's own accord: at most one for each person and local day (``slot``)."""

    __table_args__ = (
        UniqueConstraint("team", "user", "slot"),
        Index("ix_letter_remind_at", "remind_at"),
        Index("ix_letter_closes_at", "closes_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    user: str
    slot: str  # the person's local day (ISO date); "now:…" for one that somebody asked for
    day: date  # the person's local day
    zone: str  # the person's zone when it was written
    written_at: datetime
    until: datetime | None = None  # when the window of its check-ins closes
    closes_at: datetime | None = None  # the same, until the letter was brought up to date then
    late: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # since, until (ISO): the bot's absence before it
    remind_at: datetime | None = None  # when the next reminder is due
    reminders: list[str] = Field(default_factory=list, sa_type=JSON)  # those after it (ISO)
    thursday: bool = False  # "Ask me on Thursday" was pressed
    reminds: int | None = None  # the letter that this one reminds of


class Ask(Base, table=True):
    """One thing that somebody is asked in a letter: whether a pilot is theirs, how things stand, a fact to look up."""

    __table_args__ = (
        UniqueConstraint("team", "pilot", "kind", "key", "user"),
        Index("ix_ask_state_due_at", "state", "due_at"),
        Index("ix_ask_team_user_state", "team", "user", "state"),
        Index("ix_ask_letter", "letter"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    user: str
    pilot: int = Field(foreign_key="pilot.id")
    kind: str  # own | backup | lead | fact | launch | live | nudge | offer_back | second_end
    key: str = ""  # what tells one from another: the check-in's id and step, the place of a fact and its day, …
    checkin: int | None = Field(default=None, foreign_key="checkin.id")
    about: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    state: str = "planned"  # planned | asked | answered | closed (no longer needed)
    due_at: datetime
    letter: int | None = Field(default=None, foreign_key="letter.id")
    answer: str = ""
    fact: int | None = None  # the fact that its answer left
    answered_at: datetime | None = None


class Appointment(Base, table=True):
    """A moment at which something about a pilot is looked at again. What is to be done follows from the facts then."""

    __table_args__ = (UniqueConstraint("pilot", "kind", "key"), Index("ix_appointment_at", "at"))

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = Field(foreign_key="pilot.id")
    kind: str  # plan | offer | nudge | radar | launch | boring | …
    key: str = ""
    at: datetime


class Habits(Base, table=True):
    """How a channel (``pilot`` 0), or one pilot, wants to be asked. None or "": as the channel, or as usual."""

    __table_args__ = (UniqueConstraint("team", "channel", "pilot"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    channel: str = ""  # "" for a pilot's own
    pilot: int = 0
    weekday: int | None = None  # Monday 0
    hour: str = ""  # HH:MM
    zone: str = ""  # IANA name; pilots of the channel follow it
    cadence: str = ""  # key of readiness.rhythm.grid.CADENCES
    country: str = ""  # ISO 3166-1 alpha-2, with a subdivision after a hyphen
    days_off: list[str] = Field(default_factory=list, sa_type=JSON)  # ISO dates on which nobody works
    reminders: bool | None = None
    since: date | None = None  # when weekday or cadence were set last (channel's zone)


class Pulse(Base, table=True):
    """The last moment at which the bot is known to have been at work."""

    __table_args__ = (UniqueConstraint("team"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    at: datetime


class Outage(Base, table=True):
    """A time in which the bot was not at work."""

    __table_args__ = (Index("ix_outage_team_until", "team", "until"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    since: datetime
    until: datetime
