"""Replies that were written while the bot was away, filed like any other (HOUSE 3). In the background, patiently."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

import structlog

from bot.records import entries, pilots, posts
from bot.records.tables import Pilot
from bot.slack.incoming import message_of, text_at
from bot.slack.listeners.commands import command_of
from bot.slack.lists import UnreadError
from bot.slack.office import Office
from bot.work.interview import replies

log = structlog.get_logger(__name__)
GONE = "thread_not_found"


def catch_up(office: Office, channel: str = "", pilot: int | None = None) -> None:
    """Read the threads of all open pilots, those of a channel, or of one pilot. Harmless to repeat.

    A thread that Slack does not show for now is noted, and read with the next round (``Rounds``).
    """
    with office.reading_desk() as desk:
        threads = [
            found
            for found in pilots.all_of(desk.session, desk.team)
            if found.state == "open" and found.root_ts and not found.hold
            if channel in ("", found.channel) and pilot in (None, found.id)
        ]
    new = sum(_read_threads(office, found) for found in threads)
    if new:
        log.info("caught_up", replies=new)


def _read_threads(office: Office, pilot: Pilot) -> int:
    """The pilot's thread, and those it left behind in its channel; how many of their replies were new."""
    kept = _kept(office, pilot)
    read = [_read(office, pilot, root) for root in _roots(office, pilot)]
    events = [event for found in read if found for event in found]
    new = sum(_file(office, {**event, "channel": pilot.channel}) for event in events)
    if None not in read:  # else nobody knows where the missing ones are
        _withdraw(office, pilot, kept - {text_at(event, "ts") for event in events})
    return new


def _roots(office: Office, pilot: Pilot) -> list[str]:
    """The card, and the cards before it in the same channel: replies below them count too."""
    with office.reading_desk() as desk:
        left = posts.of_pilot(desk.session, desk.team, pilot.id or 0)
    return [pilot.root_ts, *(post.ts for post in left if (post.kind, post.channel) == ("card_moved", pilot.channel))]


def _read(office: Office, pilot: Pilot, root: str) -> list[Mapping[str, Any]] | None:
    """The messages of one thread, its root first; None where Slack does not show it.

    A thread that was left behind is gone when its root was deleted and nothing stood below it any more.
    """
    try:
        return office.lists.all("conversations.replies", "messages", channel=pilot.channel, ts=root)
    except UnreadError as error:
        if error.code == GONE and root != pilot.root_ts:
            return []
        office.lists.missed(error)
        return None


def _kept(office: Office, pilot: Pilot) -> set[str]:
    """The ts of what is on record from the channel, before it is read: what comes in meanwhile is not missed there."""
    with office.reading_desk() as desk:
        told = entries.of_pilot(desk.session, desk.team, pilot.id or 0)
    return {entry.ts for entry in told if entry.channel == pilot.channel and entry.state != "withdrawn"}


def _file(office: Office, event: Mapping[str, Any]) -> bool:
    """File one message of a thread; whether it is an entry from now on. Commands of then are neither done nor filed."""
    message = message_of(event, office.team)
    if message is None or command_of(office, event) is not None:
        return False
    with office.desk() as desk:
        taken = replies.edit(desk, message) if message.version else replies.record(desk, message)
    return taken.first_time


def _withdraw(office: Office, pilot: Pilot, gone: Set[str]) -> None:
    """What is kept but no longer in the thread was deleted meanwhile."""
    for ts in sorted(gone):
        with office.desk() as desk:
            replies.delete(desk, pilot.channel, ts)
