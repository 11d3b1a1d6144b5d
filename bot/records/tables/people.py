"""Who is who and where, as last heard of."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bot.records.tables.base import Base


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
    away_until: datetime | None = None  # their status says that they are away until then
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
