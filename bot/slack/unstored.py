"""An event that could not be taken in four tries: Slack sends it no more, so the threads are read again soon."""

from __future__ import annotations

from bot.records.store import StoreProblem
from bot.slack.incoming import Payload, text_at
from bot.slack.listeners.commands import command_of
from bot.slack.office import Office
from bot.slack.pages import refusals
from bot.slack.pages.unstored import unstored
from bot.work.interview import replies


def not_taken(office: Office, event: Payload, reference: str) -> None:
    """Read all threads with the next round, and tell the author of a reply; ``reference`` is what the log has."""
    office.background.unread.set()
    channel, user, root = (text_at(event, name) for name in ("channel", "user", "thread_ts"))
    if not channel or not user or user == office.user or event.get("bot_id"):
        return
    if command_of(office, event) is not None:  # what is read later is not done any more
        office.whisper.to_person(channel, user, refusals.fault(reference), root)
    elif root and _is_a_pilots(office, channel, root):
        office.whisper.to_person(channel, user, unstored(reference), root)


def _is_a_pilots(office: Office, channel: str, root: str) -> bool:
    """Whether the thread is a pilot's; it counts as one where the database does not even say that."""
    try:
        with office.reading_desk() as desk:
            return replies.thread_of(desk, channel, root) is not None
    except StoreProblem:
        return True
