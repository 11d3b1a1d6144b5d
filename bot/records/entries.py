"""Entries: the messages of a pilot's thread, their earlier wordings, and deletions that came first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records import dialect, quick
from bot.records.tables import Entry, Tombstone, Wording

AtTs = TypeVar("AtTs", Entry, Tombstone)

# What stands between a reply and its acknowledgement is built once: building a statement takes as long as running it.


def add(session: Session, entry: Entry) -> Entry:
    """Stores a new entry; (team, channel, ts) must be new, which ``get`` tells."""
    return quick.add(session, entry)


def get(session: Session, team: str, channel: str, ts: str) -> Entry | None:
    """The entry of this message."""
    return session.exec(_one(Entry), params={"team": team, "channel": channel, "ts": ts}).first()


def of_pilot(session: Session, team: str, pilot: int) -> Sequence[Entry]:
    """Every entry of a pilot, in the order in which it was written."""
    return session.exec(_of_pilot(), params={"team": team, "pilot": pilot}).all()


@cache
def _of_pilot() -> SelectOfScalar[Entry]:
    whose = (col(Entry.team) == bindparam("team"), col(Entry.pilot) == bindparam("pilot"))
    return select(Entry).where(*whose).order_by(col(Entry.ts))


def of_conversation(session: Session, team: str, pilot: int, conversation: str) -> Sequence[Entry]:
    """The answers to one conversation in the order in which they were written; talk and withdrawn ones are left out."""
    wanted = {"team": team, "pilot": pilot, "conversation": conversation}
    return session.exec(_of_conversation(), params=wanted).all()


@cache
def _of_conversation() -> SelectOfScalar[Entry]:
    whose = (col(getattr(Entry, name)) == bindparam(name) for name in ("team", "pilot", "conversation"))
    return select(Entry).where(*whose, col(Entry.state) == "answer").order_by(col(Entry.ts))


def unsettled(session: Session, team: str, pilot: int, conversation: str) -> Sequence[Entry]:
    """The answers to one conversation that no reading has used yet, in the order in which they were written."""
    return [entry for entry in of_conversation(session, team, pilot, conversation) if not entry.settled]


def unverified(session: Session, team: str, author: str) -> Sequence[Entry]:
    """What an author wrote before it was known who they are."""
    asked = select(Entry).where(Entry.team == team, Entry.author == author, Entry.state == "unverified")
    return session.exec(asked.order_by(col(Entry.ts))).all()


def due_to_erase(session: Session, now: datetime) -> Sequence[Entry]:
    """The withdrawn entries, of every workspace, whose words must be erased by now."""
    return session.exec(select(Entry).where(col(Entry.erase_at) <= now).order_by(col(Entry.erase_at))).all()


def keep_wording(session: Session, wording: Wording) -> None:
    """Stores what an entry said before it was edited."""
    session.add(wording)


def wordings(session: Session, team: str, entry: int) -> Sequence[Wording]:
    """The earlier wordings of an entry that are still kept, oldest first."""
    return session.exec(select(Wording).where(Wording.team == team, Wording.entry == entry).order_by("id")).all()


def erase_wordings(session: Session, now: datetime) -> int:
    """Erases the earlier wordings, of every workspace, that are due; how many."""
    return session.exec(delete(Wording).where(col(Wording.erase_at) <= now)).rowcount


def reworded_until(session: Session, now: datetime) -> list[tuple[Entry, datetime]]:
    """The entries, of every workspace, with earlier wordings that are due, each with the moment they were replaced."""
    asked = (
        select(Wording.entry, func.max(Wording.replaced_at))
        .where(col(Wording.erase_at) <= now)
        .group_by(col(Wording.entry))
    )
    found = [(session.get(Entry, entry), until) for entry, until in session.exec(asked).all()]
    return [(entry, until) for entry, until in found if entry is not None]


def forget_wordings(session: Session, team: str, entry: int) -> None:
    """Erases every earlier wording of an entry at once (it was deleted)."""
    session.exec(delete(Wording).where(col(Wording.team) == team, col(Wording.entry) == entry))


def bury(session: Session, team: str, channel: str, ts: str, at: datetime) -> None:
    """Remembers that a message was deleted, in case it arrives after its deletion."""
    dialect.insert_new(session, Tombstone, {"team": team, "channel": channel, "ts": ts, "at": at})


def buried(session: Session, team: str, channel: str, ts: str) -> Tombstone | None:
    """The deletion that came before this message, if one did."""
    return session.exec(_one(Tombstone), params={"team": team, "channel": channel, "ts": ts}).first()


def forget_tombstones(session: Session, before: datetime) -> int:
    """Drops tombstones, of every workspace, older than ``before``; how many."""
    return session.exec(delete(Tombstone).where(col(Tombstone.at) < before)).rowcount


def wordings_due(session: Session, now: datetime) -> bool:
    """Whether any earlier wording, of any workspace, must be erased by now."""
    return session.exec(select(Wording.id).where(col(Wording.erase_at) <= now).limit(1)).first() is not None


@cache
def _one(table: type[AtTs]) -> SelectOfScalar[AtTs]:
    here = (col(getattr(table, name)) == bindparam(name) for name in ("team", "channel", "ts"))
    return select(table).where(*here)
