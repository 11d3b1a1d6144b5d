"""The conversations of a thread, and the words in it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text, UniqueConstraint
from sqlmodel import Field

from bot.records.tables.base import Base


class Question(Base, table=True):
    """A conversation as it goes in the thread: who was asked, what is used up, when its answer settles."""

    __table_args__ = (UniqueConstraint("pilot", "conversation"), Index("ix_question_settle_at", "settle_at"))

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = Field(foreign_key="pilot.id")
    conversation: str
    state: str = "waiting"  # waiting | open | parked | passed (the thread moved on)
    asked_at: datetime | None = None
    asked: str = ""  # user id of who was asked for it ("Ask someone")
    asked_by: str = ""
    follow_ups: int = 0
    probe: str = ""  # code of the follow-up that is shown
    probe_slot: str = ""  # the slot it asks for
    settle_at: datetime | None = None  # when the answer has been quiet long enough
    read_at: datetime | None = None  # when the last settled reading was shown
    round: int = 0  # counts the messages posted for it, so that each has a key of its own


class Entry(Base, table=True):
    """A message of a pilot's thread: an answer, talk, or withdrawn. ``text`` is erased when it was deleted."""

    __table_args__ = (
        UniqueConstraint("team", "channel", "ts"),
        Index("ix_entry_team_pilot", "team", "pilot", "conversation"),
        Index("ix_entry_erase_at", "erase_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = Field(foreign_key="pilot.id")
    channel: str
    ts: str
    author: str
    text: str = Field(default="", sa_type=Text)
    files: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)  # name and permalink of attachments
    conversation: str = ""
    asked_slot: str = ""  # the slot that the follow-up asked for when this was written: a bare answer fills it
    state: str = "answer"  # answer | talk | unverified (author not known) | withdrawn | refused (guest, other company)
    settled: bool = False  # its answer was quiet long enough and was read
    handled: bool = False  # a person saved its conversation since: what was read of it no longer waits
    version: str = ""  # edited.ts of the wording that is kept
    received_at: datetime
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    erase_at: datetime | None = None  # when the words of a withdrawn entry are erased


class Wording(Base, table=True):
    """An earlier wording of an edited entry, kept until it is erased."""

    __table_args__ = (Index("ix_wording_erase_at", "erase_at"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    entry: int = Field(foreign_key="entry.id")
    version: str
    text: str = Field(sa_type=Text)
    replaced_at: datetime
    erase_at: datetime


class Tombstone(Base, table=True):
    """A deletion that came before its message."""

    __table_args__ = (UniqueConstraint("team", "channel", "ts"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    channel: str
    ts: str
    at: datetime


class Draft(Base, table=True):
    """An open form: what it is for and which revision it was opened at. Its id in private_metadata is no authority."""

    __table_args__ = (UniqueConstraint("token"),)

    id: int | None = Field(default=None, primary_key=True)
    token: str
    team: str
    pilot: int | None = Field(default=None, foreign_key="pilot.id")
    user: str
    form: str  # callback_id
    row: str = ""
    kind: str = ""  # kind of the row
    args: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    revision: int = 0  # id of the group's last fact when it was opened or last shown
    opened_at: datetime
    closed_at: datetime | None = None
