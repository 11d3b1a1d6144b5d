"""Channels and who is in them, as last heard of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.records import dialect
from bot.records.tables import Channel, ChannelMember, Entry, Habits, Notice, Pilot, Post, Tombstone


def get(session: Session, team: str, channel: str) -> Channel | None:
    """The channel with this id; None when it was never heard of."""
    return session.exec(select(Channel).where(Channel.team == team, Channel.channel == channel)).first()


def all_of(session: Session, team: str) -> Sequence[Channel]:
    """Every channel that was heard of."""
    return session.exec(select(Channel).where(Channel.team == team).order_by(col(Channel.channel))).all()


def put(session: Session, team: str, channel: str, at: datetime, **known: Any) -> Channel:
    """Stores what was heard of a channel (columns of Channel); what is not named stays as it was."""
    row = get(session, team, channel) or Channel(team=team, channel=channel, refreshed_at=at)
    for column, value in {**known, "refreshed_at": at}.items():
        setattr(row, column, value)
    session.add(row)
    session.flush()
    return row


def people(session: Session, team: str, channel: str) -> set[str]:
    """The user ids of who is in the channel."""
    return set(session.exec(_people(), params={"team": team, "channel": channel}).all())


@cache
def _people() -> SelectOfScalar[str]:
    here = (col(ChannelMember.team) == bindparam("team"), col(ChannelMember.channel) == bindparam("channel"))
    return select(ChannelMember.user).where(*here)


def has(session: Session, team: str, channel: str, user: str) -> bool:
    """Whether somebody is in the channel."""
    here = (ChannelMember.team == team, ChannelMember.channel == channel, ChannelMember.user == user)
    return session.exec(select(ChannelMember.id).where(*here)).first() is not None


def of_user(session: Session, team: str, user: str) -> Sequence[str]:
    """The ids of the channels somebody is in."""
    asked = select(ChannelMember.channel).where(ChannelMember.team == team, ChannelMember.user == user)
    return session.exec(asked.order_by(col(ChannelMember.channel))).all()


def joined(session: Session, team: str, channel: str, user: str) -> None:
    """Somebody came in; nothing happens if they were in already."""
    dialect.insert_new(session, ChannelMember, {"team": team, "channel": channel, "user": user})


def left(session: Session, team: str, channel: str, user: str) -> None:
    """Somebody went."""
    here = (col(ChannelMember.team) == team, col(ChannelMember.channel) == channel)
    session.exec(delete(ChannelMember).where(*here, col(ChannelMember.user) == user))


def set_people(
    session: Session, team: str, channel: str, users: Collection[str], known: Collection[str] | None = None
) -> None:
    """Makes these, and nobody else, the people of the channel.

    ``known``: who was in it, as far as was known, when Slack was asked; whoever came or went since then stays so.
    """
    before = people(session, team, channel) if known is None else set(known)
    for user in before - set(users):
        left(session, team, channel, user)
    for user in set(users) - before:
        joined(session, team, channel, user)


def rename_id(session: Session, team: str, old: str, new: str) -> None:
    """A channel goes by a new id: every row of the workspace that names it follows."""
    if not old or not new:
        return
    for table in (ChannelMember, Channel, Pilot, Entry, Habits, Post, Notice, Tombstone):
        named = (col(table.team) == team, col(table.channel) == old)
        session.exec(update(table).where(*named).values(channel=new))
