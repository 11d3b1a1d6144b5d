"""Words typed to the bot in a direct message: help (EXPERIENCE: App Home)."""

from __future__ import annotations

from bot.records import receipts
from bot.slack.incoming import Payload, text_at
from bot.slack.office import Office
from bot.slack.pages import help as help_pages


def direct_message(office: Office, event: Payload, event_id: str) -> None:
    """Answer with help, once per message; what was typed is kept nowhere."""
    user, channel = text_at(event, "user"), text_at(event, "channel")
    if event.get("bot_id") or event.get("subtype") or not user or user == office.user:
        return
    with office.desk() as desk:
        first = receipts.take(desk.session, desk.team, f"said:{channel}:{text_at(event, 'ts') or event_id}", desk.now)
    if first:
        office.whisper.in_channel(channel, help_pages.help_page())
