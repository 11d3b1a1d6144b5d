"""Pilots: adding and finding them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records.tables import Pilot


def add(session: Session, pilot: Pilot) -> Pilot:
    """Stores a new pilot and gives it back with its id."""
    session.add(pilot)
    session.flush()
    return pilot


def get(session: Session, team: str, pilot_id: int) -> Pilot | None:
    """The pilot with this id in the workspace, retired or not."""
    return session.exec(_one(), params={"team": team, "pilot": pilot_id}).first()


@cache
def _one() -> SelectOfScalar[Pilot]:
    return select(Pilot).where(col(Pilot.team) == bindparam("team"), col(Pilot.id) == bindparam("pilot"))


def by_root(session: Session, team: str, channel: str, root_ts: str) -> Pilot | None:
    """The pilot whose thread hangs below this message (its card)."""
    wanted = {"team": team, "channel": channel, "root_ts": root_ts}
    return session.exec(_by_root(), params=wanted).first() if root_ts else None


@cache
def _by_root() -> SelectOfScalar[Pilot]:
    """Built once: it stands between every reply and its acknowledgement."""
    here = (col(getattr(Pilot, name)) == bindparam(name) for name in ("team", "channel", "root_ts"))
    return select(Pilot).where(*here)


def in_channel(session: Session, team: str, channel: str) -> Sequence[Pilot]:
    """The pilots of a channel, oldest first, retired ones too."""
    return session.exec(select(Pilot).where(Pilot.team == team, Pilot.channel == channel).order_by("id")).all()


def by_name_key(session: Session, team: str, channel: str, name_key: str) -> Pilot | None:
    """The open pilot of a channel with this normalised name."""
    asked = select(Pilot).where(
        Pilot.team == team, Pilot.channel == channel, Pilot.name_key == name_key, Pilot.state == "open"
    )
    return session.exec(asked.order_by("id")).first()


def held(session: Session, team: str, channel: str) -> Sequence[Pilot]:
    """The pilots of a channel in whose thread nothing can be posted at the moment."""
    asked = select(Pilot).where(Pilot.team == team, Pilot.channel == channel, Pilot.hold != "")
    return session.exec(asked.order_by("id")).all()


def all_of(session: Session, team: str) -> Sequence[Pilot]:
    """Every pilot of the workspace, oldest first. For small lists: a portfolio is read by aggregates."""
    return session.exec(select(Pilot).where(Pilot.team == team).order_by("id")).all()


def everywhere(session: Session) -> Sequence[Pilot]:
    """Every pilot of every workspace, oldest first: for the command line of the operator, never for a person."""
    return session.exec(select(Pilot).order_by("team", "id")).all()
