"""A reply that could not be stored: what the bot does about it, and what its author does if that fails too."""

from __future__ import annotations

from bot.slack.pages.blocks import Message, escape
from bot.slack.pages.shape import note


def unstored(reference: str) -> Message:
    """To the author of a reply; ``reference`` is what the log has, for the admin (COPY 13.5)."""
    return note(
        "Something failed on my side. Your reply is in the thread, but I couldn't store it just now. I read the thread "
        "again in ten minutes, so you need not send it again. If it has no reaction of mine by then, give your "
        f"admin this reference: `{escape(reference)}`."
    )
