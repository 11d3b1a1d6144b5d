"""What came in and was taken, what is to be said, and where it stands in Slack."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.records.tables.base import Base


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
    under: str = ""  # kind and key ("letter/12") of the direct message in whose thread this one goes
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
