"""A pilot, its facts, and what was last said about its verdict."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlmodel import Field

from bot.records.tables.base import Base


class Pilot(Base, table=True):
    """A pilot and where its thread is. Each change of a column here is also a fact (``FactRow``)."""

    __table_args__ = (Index("ix_pilot_team_channel_root_ts", "team", "channel", "root_ts"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    channel: str
    root_ts: str = ""  # the card's ts; "" until it is posted
    name: str
    name_key: str  # casefolded and normalised: what names are compared by
    purpose: str = Field(default="", sa_type=Text)
    lead: str
    zone: str
    launch_on: date | None = None
    question: str = ""  # key of the conversation that is open in the thread; "": none (floor reached, or waiting)
    floor: bool = False  # the floor was posted
    state: str = "open"  # open | retired
    hold: str = ""  # why nothing can be posted now (Slack's error code, "waiting" for an invitation); "": all is well
    started_at: datetime


class FactRow(Base, table=True):
    """A fact (``readiness.facts.Fact``) of a pilot. Only ever appended."""

    __tablename__ = "fact"
    __table_args__ = (Index("ix_fact_team_pilot_at", "team", "pilot", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = Field(foreign_key="pilot.id")
    at: datetime
    by: str
    kind: str
    group: str = ""
    row: str = ""
    slots: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    cites: list[str] = Field(default_factory=list, sa_type=JSON)
    source: str = ""  # permalink-free origin: "message", "form", "click", "command", "event"


class Verdicts(Base, table=True):
    """What was last said in the thread about a pilot's verdict, and what waits to be said."""

    __tablename__ = "verdict"
    __table_args__ = (UniqueConstraint("pilot"), Index("ix_verdict_look_at", "look_at"))

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = Field(foreign_key="pilot.id")
    said: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)  # gate key -> answer, as last posted
    ready: bool = False
    posts: int = 0
    look_at: datetime | None = None  # when a change has been quiet long enough to be said
