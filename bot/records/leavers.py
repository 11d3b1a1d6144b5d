"""Departures and vacancies: who left which places in which channel."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from bot.records.tables import Departure, Vacancy


def add(session: Session, departure: Departure, vacancies: Collection[Vacancy]) -> Departure:
    """Stores a departure with its vacancies (their ``departure`` is set here), and gives it back with its id."""
    session.add(departure)
    session.flush()
    assert departure.id is not None
    for vacancy in vacancies:
        vacancy.departure = departure.id
        session.add(vacancy)
    session.flush()
    return departure


def get(session: Session, team: str, departure: int) -> Departure | None:
    """One departure by its id."""
    return session.exec(select(Departure).where(Departure.team == team, Departure.id == departure)).first()


def of_user(session: Session, team: str, user: str) -> Sequence[Departure]:
    """Every departure of a person, oldest first."""
    asked = select(Departure).where(Departure.team == team, Departure.user == user)
    return session.exec(asked.order_by(col(Departure.id))).all()


def vacancies(session: Session, team: str, departure: int) -> Sequence[Vacancy]:
    """The places that a departure left, in the order in which they are listed."""
    asked = select(Vacancy).where(Vacancy.team == team, Vacancy.departure == departure)
    return session.exec(asked.order_by(col(Vacancy.id))).all()


def unsettled(session: Session, team: str, pilot: int) -> Sequence[Departure]:
    """The departures whose message may still change with this pilot, oldest first."""
    mine = select(Vacancy.departure).where(Vacancy.team == team, Vacancy.pilot == pilot)
    wanted = col(Departure.id).in_(mine.where(col(Vacancy.settled).is_(False)))
    return session.exec(select(Departure).where(wanted).order_by(col(Departure.id))).all()


def settle(session: Session, vacancy: Vacancy) -> None:
    """What is said of this place changes no more."""
    vacancy.settled = True
    session.add(vacancy)
    session.flush()
