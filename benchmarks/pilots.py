"""Pilots in a database, before the bot is started on it, and what people write in their threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import cycle

from sqlmodel import Session, col, func, select

from benchmarks.workspace import TEAM, Called, Json, Workspace
from bot.readiness.facts import MemberState
from bot.records import channels, members
from bot.records.migrating import migrate
from bot.records.store import open_store
from bot.records.tables import Entry
from bot.work import pilots
from bot.work.desk import Desk, Pace

ANSWERS = (
    "Person 3 owns it, backup is Person 4",
    "From March on Person 7 from claims runs it. Person 9 covers holidays, both are in the on-call rota, 9 to 17.",
    "It reads the nightly export of the ledger (owned by Person 5, here by 06:00) and calls gpt-4.1-2025-04-14",
    "A wrong amount goes out. Happened on 3 March, 14 invoices, Person 2 saw it the next day and stopped it by hand",
    "Person 8 can stop it: the switch is in the runbook, tried last week, took four minutes",
)


def lay_out(url: str, workspace: Workspace) -> None:
    """A migrated database with one pilot in each channel of the workspace."""
    migrate(url)
    now = datetime.now(UTC)
    with _session(url, write=True) as session:
        desk = Desk(session, TEAM, now, Pace())
        members.put(session, TEAM, workspace.users[0], MemberState.ACTIVE, now, zone="UTC")
        for channel in workspace.channels:
            channels.put(session, TEAM, channel, now, joined=True)
            pilots.start(desk, channel, workspace.users[0], f"Pilot in {channel}")


async def threads(workspace: Workspace) -> dict[str, str]:
    """The ts of each channel's card, once its first question stands below it."""
    roots: dict[str, str] = {}
    for channel in workspace.channels:
        asked = await workspace.call(lambda call, channel=channel: _is_question(call, channel), seconds=120)  # type: ignore[misc]
        roots[channel] = asked.args["thread_ts"]
    return roots


def answers(workspace: Workspace, roots: dict[str, str], texts: Sequence[str] = ANSWERS) -> Iterator[Json]:
    """Events of people who answer, in one thread after the other, for ever."""
    people = cycle(workspace.users)
    for channel, text in zip(cycle(roots), cycle(texts)):
        yield answer(channel, roots[channel], next(people), text, workspace.ts())


def answer(channel: str, thread_ts: str, user: str, text: str, ts: str) -> Json:
    """The event of a reply as Slack sends it."""
    words = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {
        "type": "message",
        "channel": channel,
        "channel_type": "channel",
        "user": user,
        "team": TEAM,
        "text": text,
        "blocks": [{"type": "rich_text", "block_id": "b1", "elements": [words]}],
        "ts": ts,
        "event_ts": ts,
        "thread_ts": thread_ts,
        "parent_user_id": "U0BENCHBOT",
        "client_msg_id": f"7e0c4e8e-0000-4000-8000-{ts[-12:].replace('.', '')}",
    }


def stored(url: str) -> int:
    """How many answers are in the database."""
    with _session(url) as session:
        return session.exec(select(func.count(col(Entry.id))).where(Entry.state == "answer")).one()


def _is_question(call: Called, channel: str) -> bool:
    return call.method == "chat.postMessage" and call.args["channel"] == channel and "thread_ts" in call.args


@contextmanager
def _session(url: str, *, write: bool = False) -> Iterator[Session]:
    store = open_store(url)
    try:
        with store.write() if write else store.read() as session:
            yield session
    finally:
        store.close()
