"""Words to the bot beside the threads of pilots: help, to that person alone. Nothing of them is kept."""

from __future__ import annotations

from bot.slack.answering import answer
from bot.slack.incoming import Payload, text_at
from bot.slack.listeners.command_table import unknown
from bot.slack.listeners.commands import is_command, spoken_to
from bot.slack.office import Office
from bot.work.interview import replies


def on_mention(office: Office, event: Payload) -> None:
    """One ``app_mention``. The same words come as a message too: commands and answers are taken from there."""
    asked = spoken_to(office, event)
    if asked is None or is_command(asked.text) or event.get("edited") or asked.user in ("", office.user):
        return
    root = text_at(event, "thread_ts")
    with office.reading_desk() as desk:
        known = bool(root) and replies.thread_of(desk, asked.channel, root) is not None
    if not known:
        page = answer(office, unknown(asked.text), asked.user)
        office.whisper.to_person(asked.channel, asked.user, page, root)
