"""Owners in a database, each with a pilot of their own whose question is due at one and the same minute."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session, SQLModel, insert

from benchmarks.workspace import TEAM, Workspace
from bot.readiness.facts import FactKind, MemberState
from bot.records.migrating import migrate
from bot.records.store import open_store
from bot.records.tables import Channel, ChannelMember, CheckIn, FactRow, Member, MemberChange, Pilot

DUE = datetime(2026, 12, 1, 10, tzinfo=UTC)
"""A Tuesday, 10:00 where all of them are."""
ACCEPTED = DUE - timedelta(weeks=1)
AT_ONCE = 5000
Row = dict[str, Any]


def lay_out(url: str, workspace: Workspace, pilots: int) -> None:
    """A migrated database with so many pilots, the first of them owned by the first of the workspace's people, and so
    on: each of them is asked at ``DUE``."""
    migrate(url)
    users, channels = workspace.users, workspace.channels
    with writing(url) as session:
        fill(session, Channel, [{**_team(), "channel": each, "joined": True, **_seen()} for each in channels])
        fill(session, ChannelMember, [{**_team(), "channel": each, "user": users[0]} for each in channels])
        fill(session, Member, [{**_team(), "user": each, "name": each, **_seen()} for each in users])
        fill(session, MemberChange, [{**_team(), "user": each, **_active()} for each in users])
        fill(session, Pilot, [pilot_row(number, channels, users[0]) for number in range(1, pilots + 1)])
        owned = range(1, pilots + 1)
        fill(session, FactRow, [fact for number in owned for fact in _facts(number, users[number % len(users)])])
        fill(session, CheckIn, [planned_row(number, users[number % len(users)], DUE) for number in owned])


@contextmanager
def writing(url: str) -> Iterator[Session]:
    """One transaction in the database."""
    store = open_store(url)
    try:
        with store.write() as session:
            yield session
    finally:
        store.close()


def fill(session: Session, table: type[SQLModel], rows: list[Row]) -> None:
    """Store rows, not as objects: a hundred thousand of those would take minutes."""
    for begin in range(0, len(rows), AT_ONCE):
        session.connection().execute(insert(table), rows[begin : begin + AT_ONCE])


def pilot_row(number: int, channels: list[str], lead: str) -> Row:
    """A pilot whose thread is in Slack already."""
    place = {"channel": channels[number % len(channels)], "root_ts": f"1700000000.{number:06}", "zone": "UTC"}
    named = {"name": f"Pilot {number}", "name_key": f"pilot {number}"}
    return {"id": number, **_team(), **place, **named, "lead": lead, "started_at": ACCEPTED}


def planned_row(pilot: int, owner: str, at: datetime) -> Row:
    """A check-in that is planned."""
    named = {**_team(), "pilot": pilot, "owner": owner, "state": "planned"}
    return {**named, "period": at.date().isoformat(), "next_at": at}


def _facts(pilot: int, owner: str) -> list[Row]:
    by = {**_team(), "pilot": pilot, "by": owner, "at": ACCEPTED}
    saved = {**by, "kind": FactKind.SAVED.value, "group": "ownership", "slots": {"owner": owner}}
    yes = {**by, "kind": FactKind.ACCEPTED.value, "group": "", "slots": {"role": "owner"}}
    return [saved, yes, {**by, "kind": FactKind.LIVE.value, "group": "", "slots": {}}]


def _team() -> Row:
    return {"team": TEAM}


def _seen() -> Row:
    return {"refreshed_at": ACCEPTED}


def _active() -> Row:
    return {"state": MemberState.ACTIVE.value, "at": ACCEPTED}
