"""The tables. Every row belongs to a workspace (``team``, Slack's team id); moments are aware UTC; a ts stays text."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(SQLModel):
    """What every table shares: names for constraints, so that both databases can alter them."""

    metadata = MetaData(naming_convention=NAMES)


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


class Receipt(Base, table=True):
    """Something that came in and was taken, in the same transaction as what it changed."""

    __table_args__ = (UniqueConstraint("team", "key"), Index("ix_receipt_at", "at"))

    id: int | None = Field(default=None, primary_key=True)
    team: str
    key: str
    at: datetime


class Notice(Base, table=True):
    """Something to say (the outbox). It names what to say, never the words; they are rendered when it is sent.

    ``kind`` is a page, ``key`` tells one message of that page from another. Whether it is posted or updated follows
    from ``Post``: a notice means "let this message be there and be current".
    """

    __table_args__ = (
        Index("ix_notice_state_rank_id", "state", "rank", "id"),
        Index("ix_notice_state_due_at", "state", "due_at"),
        Index("ix_notice_team_lane_state_id", "team", "lane", "state", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int | None = Field(default=None, foreign_key="pilot.id")
    kind: str
    key: str = ""
    lane: str  # what must stay in order: "C…:pilot id" of a thread, the user id of a direct message
    target: str = "thread"  # thread | channel | user (direct message) | reaction | home | file
    channel: str = ""  # channel id, or the user id for direct messages and App Home
    rank: int = 0  # 0 interactive, 1 scheduled, 2 bulk, 3 reactions
    once: bool = False  # posted once, never updated when the facts change
    state: str = "due"  # due | claimed | unknown (perhaps taken by Slack) | sent | dropped | failed
    due_at: datetime
    claimed_until: datetime | None = None
    attempts: int = 0
    attempted_at: datetime | None = None
    error: str = ""
    created_at: datetime
    done_at: datetime | None = None


class Post(Base, table=True):
    """Where a message of the bot is in Slack."""

    __table_args__ = (
        UniqueConstraint("team", "pilot", "kind", "key"),
        Index("ix_post_team_channel_ts", "team", "channel", "ts"),
        Index("ix_post_team_user", "team", "user"),
    )

    id: int | None = Field(default=None, primary_key=True)
    team: str
    pilot: int = 0  # 0: not about one pilot
    kind: str
    key: str = ""
    channel: str
    ts: str
    thread_ts: str = ""
    user: str = ""  # whom a direct message is for; ``channel`` is then the D… id
    shown: str = ""  # digest of what was last sent, so that an update that changes nothing is not sent
    posted_at: datetime
    gone: bool = False  # deleted in Slack


class Member(Base, table=True):
    """An account of the workspace, as last heard of (a cache; its states are kept in ``MemberChange``)."""

    __table_args__ = (UniqueConstraint("team", "user"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    user: str
    name: str = ""
    display_name: str = ""
    email: str = ""
    zone: str = "UTC"
    state: str = "active"  # readiness.facts.MemberState
    admin: bool = False
    refreshed_at: datetime


class MemberChange(Base, table=True):
    """What an account was from a moment on. Only ever appended."""

    __tablename__ = "member_change"
    __table_args__ = (Index("ix_member_change_team_user_at", "team", "user", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    user: str
    state: str
    at: datetime


class Channel(Base, table=True):
    """A channel, as last heard of."""

    __table_args__ = (UniqueConstraint("team", "channel"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    channel: str
    name: str = ""
    private: bool = False
    archived: bool = False
    shared: bool = False  # with other companies
    joined: bool = False  # the bot is in it
    refreshed_at: datetime


class ChannelMember(Base, table=True):
    """Who is in a channel, as last heard of."""

    __tablename__ = "channel_member"
    __table_args__ = (UniqueConstraint("team", "channel", "user"),)

    id: int | None = Field(default=None, primary_key=True)
    team: str
    channel: str
    user: str


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
