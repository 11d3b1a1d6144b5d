"""Letters, and what is asked in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.records import news
from bot.records.tables import Ask, Letter

UNENDED = ("planned", "asked")


def add(session: Session, letter: Letter) -> Letter:
    """Stores a new letter and gives it back with its id."""
    session.add(letter)
    session.flush()
    news.bring(session, news.DUE)
    return letter


def get(session: Session, team: str, letter_id: int) -> Letter | None:
    """One letter by its id."""
    return session.exec(select(Letter).where(Letter.team == team, Letter.id == letter_id)).first()


def in_slot(session: Session, team: str, user: str, slot: str) -> Letter | None:
    """The letter of a person on a local day (ISO date)."""
    return session.exec(select(Letter).where(Letter.team == team, Letter.user == user, Letter.slot == slot)).first()


def reminders_of(session: Session, team: str, letter: int) -> Sequence[Letter]:
    """The letters that remind of a letter, oldest first."""
    return session.exec(select(Letter).where(Letter.team == team, Letter.reminds == letter).order_by("id")).all()


def due_to_remind(session: Session, now: datetime, most: int) -> Sequence[Letter]:
    """The letters, of every workspace, whose next reminder is due by ``now``, at most ``most``."""
    return session.exec(select(Letter).where(col(Letter.remind_at) <= now).order_by("id").limit(most)).all()


def next_to_remind(session: Session) -> datetime | None:
    """When the next reminder is due, in any workspace."""
    return session.exec(select(func.min(Letter.remind_at))).one()


def due_to_close(session: Session, now: datetime, most: int) -> Sequence[Letter]:
    """The letters, of every workspace, whose window has closed by ``now``, at most ``most``."""
    return session.exec(select(Letter).where(col(Letter.closes_at) <= now).order_by("id").limit(most)).all()


def next_to_close(session: Session) -> datetime | None:
    """When the next window of a letter closes, in any workspace."""
    return session.exec(select(func.min(Letter.closes_at))).one()


def ask(session: Session, question: Ask) -> Ask:
    """Stores something to ask, unless it is stored already (same pilot, kind, key and person); gives back which."""
    found = session.exec(
        select(Ask).where(
            Ask.team == question.team,
            Ask.pilot == question.pilot,
            Ask.kind == question.kind,
            Ask.key == question.key,
            Ask.user == question.user,
        )
    ).first()
    if found is not None:
        return found
    session.add(question)
    session.flush()
    news.bring(session, news.DUE)
    return question


def get_ask(session: Session, team: str, ask_id: int) -> Ask | None:
    """One question by its id."""
    return session.exec(select(Ask).where(Ask.team == team, Ask.id == ask_id)).first()


def asks_in(session: Session, team: str, letter: int) -> Sequence[Ask]:
    """What a letter asks, in its order."""
    return session.exec(select(Ask).where(Ask.team == team, Ask.letter == letter).order_by("id")).all()


def asks_of_pilot(session: Session, team: str, pilot: int, *states: str) -> Sequence[Ask]:
    """What was or is to be asked about a pilot, in these states (none: in any), oldest first."""
    asked = select(Ask).where(Ask.team == team, Ask.pilot == pilot)
    return session.exec((asked.where(col(Ask.state).in_(states)) if states else asked).order_by("id")).all()


def asks_of_checkin(session: Session, team: str, checkin: int) -> Sequence[Ask]:
    """Everybody who was asked in a check-in, oldest first."""
    return session.exec(select(Ask).where(Ask.team == team, Ask.checkin == checkin).order_by("id")).all()


def due_for(session: Session, team: str, user: str, now: datetime) -> Sequence[Ask]:
    """What a person is to be asked by ``now``, oldest first."""
    planned = select(Ask).where(Ask.team == team, Ask.user == user, Ask.state == "planned")
    return session.exec(planned.where(col(Ask.due_at) <= now).order_by(col(Ask.due_at), col(Ask.id))).all()


def due_people(session: Session, now: datetime, most: int) -> Sequence[tuple[str, str]]:
    """Who, of which workspace, is to be asked something by ``now``: team and user id, at most ``most``."""
    due = select(Ask.team, Ask.user).where(Ask.state == "planned", col(Ask.due_at) <= now)
    return [(team, user) for team, user in session.exec(due.distinct().limit(most)).all()]


def next_to_ask(session: Session) -> datetime | None:
    """When the next person is to be asked something, in any workspace."""
    return session.exec(select(func.min(Ask.due_at)).where(Ask.state == "planned")).one()


def end_ask(session: Session, question: Ask, state: str, answer: str = "", at: datetime | None = None) -> None:
    """A question has its answer, or is needed no longer (``state``: answered or closed)."""
    question.state, question.answer, question.answered_at = state, answer, at
    session.add(question)
    session.flush()


def asked_of(session: Session, team: str, user: str, kind: str) -> Sequence[Ask]:
    """What a person was asked of a kind and has not answered, oldest first."""
    asked = select(Ask).where(Ask.team == team, Ask.user == user, Ask.state == "asked", Ask.kind == kind)
    return session.exec(asked.order_by("id")).all()
