"""Members: who is who, as last heard of, and what each account was when."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.readiness.facts import MemberState
from bot.records.tables import Member, MemberChange


def get(session: Session, team: str, user: str) -> Member | None:
    """The account with this user id; None when it was never heard of."""
    return session.exec(_one(), params={"team": team, "user": user}).first()


@cache
def _one() -> SelectOfScalar[Member]:
    """Built once: it stands between every reply and its acknowledgement."""
    return select(Member).where(col(Member.team) == bindparam("team"), col(Member.user) == bindparam("user"))


def all_of(session: Session, team: str) -> Sequence[Member]:
    """Every account of the workspace, of any state."""
    return session.exec(select(Member).where(Member.team == team).order_by(col(Member.user))).all()


def among(session: Session, team: str, users: Collection[str]) -> Sequence[Member]:
    """The accounts with these user ids that are known."""
    return session.exec(select(Member).where(Member.team == team, col(Member.user).in_(users))).all()


def names(session: Session, team: str, users: Collection[str]) -> Mapping[str, str]:
    """User id -> the name people see, for those that are known."""
    return {member.user: member.display_name or member.name for member in among(session, team, users)}


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
    asked = select(MemberChange).where(MemberChange.team == team, col(MemberChange.user).in_(users))
    return session.exec(asked.order_by(col(MemberChange.at), col(MemberChange.id))).all()
