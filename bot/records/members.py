"""Members: who is who, as last heard of, and what each account was when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.readiness.facts import MemberState
from bot.records.tables import ChannelMember, Member, MemberChange


def get(session: Session, team: str, user: str) -> Member | None:
    """The account with this user id; None when it was never heard of."""
    return session.exec(_one(), params={"team": team, "user": user}).first()


@cache
def _one() -> SelectOfScalar[Member]:
    """Built once: it stands between every reply and its acknowledgement."""
    return select(Member).where(col(Member.team) == bindparam("team"), col(Member.user) == bindparam("user"))


def among(session: Session, team: str, users: Collection[str]) -> Sequence[Member]:
    """The accounts with these user ids that are known."""
    return session.exec(select(Member).where(Member.team == team, col(Member.user).in_(users))).all()


def state(session: Session, team: str, user: str) -> str | None:
    """The state of an account; None when it was never heard of."""
    found: str | None = session.connection().execute(_state(), {"team": team, "user": user}).scalar()
    return found


@cache
def _state() -> Any:
    return columns(col(Member.state)).where(
        col(Member.team) == bindparam("team"), col(Member.user) == bindparam("user")
    )


def near(session: Session, team: str, channel: str, users: Collection[str]) -> Sequence[tuple[str, str, str, str, str]]:
    """The known accounts of a channel, and those of ``users``: user id, name, display name, email and state of each.

    Columns and not rows: a channel has many people, and making a row of each takes longer than finding them.
    """
    wanted = {"team": team, "channel": channel, "users": list(users)}
    return [tuple(row) for row in session.connection().execute(_near(), wanted)]


@cache
def _near() -> Any:
    inside = col(ChannelMember.team) == bindparam("team"), col(ChannelMember.channel) == bindparam("channel")
    here = columns(col(ChannelMember.user)).where(*inside)
    wanted = (col(getattr(Member, name)) for name in ("user", "name", "display_name", "email", "state"))
    whose = or_(col(Member.user).in_(here), col(Member.user).in_(bindparam("users", expanding=True)))
    return columns(*wanted).where(col(Member.team) == bindparam("team"), whose).order_by(col(Member.user))


def names(session: Session, team: str, users: Collection[str]) -> Mapping[str, str]:
    """User id -> full name (what stands in its place where there is none), for those that are known."""
    return {member.user: member.name or member.display_name for member in among(session, team, users)}


def put(session: Session, team: str, user: str, state: MemberState, at: datetime, **known: Any) -> Member:
    """Stores what was heard of an account (columns of Member); a new or changed state is kept as history too."""
    member = get(session, team, user)
    if member is None or member.state != state.value:
        session.add(MemberChange(team=team, user=user, state=state.value, at=at))
    member = member or Member(team=team, user=user, refreshed_at=at)
    for column, value in {**known, "state": state.value, "refreshed_at": at}.items():
        setattr(member, column, value)
    session.add(member)
    session.flush()
    return member


def changes(session: Session, team: str, users: Collection[str]) -> Sequence[MemberChange]:
    """What these accounts were, oldest first."""
    return session.exec(_changes(), params={"team": team, "users": list(users)}).all()


@cache
def _changes() -> SelectOfScalar[MemberChange]:
    whose = (
        col(MemberChange.team) == bindparam("team"),
        col(MemberChange.user).in_(bindparam("users", expanding=True)),
    )
    return select(MemberChange).where(*whose).order_by(col(MemberChange.at), col(MemberChange.id))
