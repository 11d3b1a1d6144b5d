"""Drafts: open forms. The token travels through Slack; what it stands for does not."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

from bot.records.tables import Draft

TOKEN_BYTES = 18


def open(session: Session, team: str, user: str, form: str, at: datetime, **about: Any) -> Draft:
    """Opens a draft with a new token; ``about`` are columns of Draft (pilot, row, kind, args, revision)."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    draft = Draft(token=token, team=team, user=user, form=form, opened_at=at, **about)
    session.add(draft)
    session.flush()
    return draft


def get(session: Session, team: str, token: str) -> Draft | None:
    """The draft with this token, closed or not."""
    return session.exec(select(Draft).where(Draft.team == team, Draft.token == token)).first()


def of_pilot(session: Session, team: str, pilot: int, form: str) -> Sequence[Draft]:
    """The open drafts of one form of a pilot, whoever opened them."""
    asked = select(Draft).where(
        Draft.team == team, Draft.pilot == pilot, Draft.form == form, col(Draft.closed_at).is_(None)
    )
    return session.exec(asked.order_by("id")).all()


def close(session: Session, team: str, token: str, at: datetime) -> bool:
    """Closes a draft; False when there is none open with this token (a second submission)."""
    draft = get(session, team, token)
    if draft is None or draft.closed_at is not None:
        return False
    draft.closed_at = at
    session.add(draft)
    return True


def any_before(session: Session, before: datetime) -> bool:
    """Whether any draft, of any workspace, was opened before ``before``."""
    return session.exec(select(Draft.id).where(col(Draft.opened_at) < before).limit(1)).first() is not None


def forget(session: Session, before: datetime) -> int:
    """Drops the drafts, of every workspace, opened before ``before``; how many."""
    return session.exec(delete(Draft).where(col(Draft.opened_at) < before)).rowcount
