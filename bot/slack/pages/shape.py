"""How a message is put together: its blocks, and a text that says all of it, the preview first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.pages.blocks import Block, Message, actions, context, plain_text_of, section


def message(preview: str, blocks: Sequence[Block], *, broadcast: bool = False) -> Message:
    """A message. ``preview`` (escaped, "" for none) is what a locked phone shows: it leads the text."""
    return Message(text=plain_text_of(blocks, preview), blocks=list(blocks), broadcast=broadcast)


def note(text: str, *buttons: Block, small: str = "") -> Message:
    """A short message: a paragraph of mrkdwn, buttons below it, small print."""
    return message("", [section(text), *([actions(*buttons)] if buttons else []), *([context(small)] if small else [])])
