"""Questions: the five conversations of a pilot as they go in its thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records import news, quick
from bot.records.tables import Question


def add(session: Session, question: Question) -> Question:
    """Stores a new question; there is one per pilot and conversation."""
    session.add(question)
    session.flush()
    return question


def get(session: Session, team: str, pilot: int, conversation: str) -> Question | None:
    """The question of one conversation."""
    wanted = {"team": team, "pilot": pilot, "conversation": conversation}
    return session.exec(_one(), params=wanted).first()


@cache
def _one() -> SelectOfScalar[Question]:
    return select(Question).where(
        *(col(getattr(Question, name)) == bindparam(name) for name in ("team", "pilot", "conversation"))
    )


def of_pilot(session: Session, team: str, pilot: int) -> Sequence[Question]:
    """The questions of a pilot in the order in which they were added."""
    return session.exec(_of_pilot(), params={"team": team, "pilot": pilot}).all()


def settle_at(session: Session, question: Question, at: datetime) -> None:
    """Sets when the answer will have been quiet long enough. The first such moment is news, later ones lie behind."""
    if question.settle_at is None:
        news.bring(session, news.DUE)
    quick.change(session, question, settle_at=at)


def due_to_settle(session: Session, now: datetime) -> Sequence[Question]:
    """The questions, of every workspace, whose answer has been quiet for long enough by ``now``."""
    return session.exec(select(Question).where(col(Question.settle_at) <= now).order_by(col(Question.settle_at))).all()


def next_to_settle(session: Session) -> datetime | None:
    """When the next answer settles, in any workspace."""
    return session.exec(select(func.min(Question.settle_at))).one()


@cache
def _of_pilot() -> SelectOfScalar[Question]:
    """Built once: it stands between every reply and its acknowledgement."""
    whose = (col(Question.team) == bindparam("team"), col(Question.pilot) == bindparam("pilot"))
    return select(Question).where(*whose).order_by(col(Question.id))
