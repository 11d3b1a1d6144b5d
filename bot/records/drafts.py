"""Drafts: open forms. The token travels through Slack; what it stands for does not."""

from __future__ import annotations

import secrets
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


def close(session: Session, team: str, token: str, at: datetime) -> bool:
    """Closes a draft; False when there is none open with this token (a second submission)."""
    draft = get(session, team, token)
    if draft is None or draft.closed_at is not None:
        return False
    draft.closed_at = at
    session.add(draft)
    return True


def forget(session: Session, before: datetime) -> int:
    """Drops the drafts, of every workspace, opened before ``before``; how many."""
    return session.exec(delete(Draft).where(col(Draft.opened_at) < before)).rowcount
