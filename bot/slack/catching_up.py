"""Replies that were written while the bot was away: read once at the start, filed like any other (HOUSE 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import structlog

from bot.records import entries, pilots
from bot.records.tables import Pilot
from bot.slack.directory import TROUBLE
from bot.slack.incoming import message_of, text_at
from bot.slack.office import Office
from bot.work.interview import replies

log = structlog.get_logger(__name__)
PAGE = 200


def catch_up(office: Office, channel: str = "") -> int:
    """Read the threads of all open pilots, or those of a channel; how many replies were new. Harmless to repeat."""
    with office.reading_desk() as desk:
        threads = [
            pilot
            for pilot in pilots.all_of(desk.session, desk.team)
            if pilot.state == "open" and pilot.root_ts and not pilot.hold and channel in ("", pilot.channel)
        ]
    return sum(_read_thread(office, pilot) for pilot in threads)


def _read_thread(office: Office, pilot: Pilot) -> int:
    new, seen = 0, set()
    for event in _replies(office, pilot):
        seen.add(text_at(event, "ts"))
        message = message_of({**event, "channel": pilot.channel}, office.team)
        if message is not None:
            with office.desk() as desk:
                taken = replies.edit(desk, message) if message.version else replies.record(desk, message)
            new += taken.first_time
    if seen:
        _withdraw_missing(office, pilot, seen)
    return new


def _withdraw_missing(office: Office, pilot: Pilot, seen: set[str]) -> None:
    """What is kept but no longer in the thread was deleted meanwhile."""
    with office.desk() as desk:
        for entry in entries.of_pilot(desk.session, desk.team, pilot.id or 0):
            there = entry.channel == pilot.channel and pilot.root_ts < entry.ts <= max(seen)
            if there and entry.ts not in seen and entry.state != "withdrawn":
                replies.delete(desk, entry.channel, entry.ts)


def _replies(office: Office, pilot: Pilot) -> Iterator[Mapping[str, Any]]:
    """The replies of the thread, to the last page; nothing at all where Slack fails on the way."""
    found: list[Mapping[str, Any]] = []
    cursor = ""
    while True:
        try:
            answer = office.client.conversations_replies(
                channel=pilot.channel, ts=pilot.root_ts, limit=PAGE, cursor=cursor or None
            )
        except TROUBLE as error:
            log.warning("thread_not_read", pilot=pilot.id, error=str(error).split("\n")[0])
            return
        found += answer.get("messages") or []
        cursor = text_at(answer.get("response_metadata"), "next_cursor")
        if not cursor:
            break
    yield from found
