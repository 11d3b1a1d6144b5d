"""The blocks of Slack as plain dicts, made by small typed helpers that keep Slack's limits (docs.slack.dev)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.slack.pages.plain_text import ASTERISK, escape, plain_text_of, shorten, shorten_markup

__all__ = [
    "Block", "Message", "actions", "bold", "button", "confirm", "context", "divider", "escape", "header", "input_block",
    "mention", "mrkdwn", "option", "overflow", "plain", "plain_text_of", "section", "shorten", "shorten_markup",
]  # fmt: skip

Block = dict[str, Any]

TEXT = 3000
HEADER = 150
BUTTON = 75
LABEL = 75
INPUT_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Message:
    """Something to send. ``text`` is the top-level text: it leads with the preview and carries all that the blocks
    say (``plain_text_of``).

    ``broadcast``: a reply shown in the channel too. ``file``: name, content and title to upload instead. ``view``: an
    App Home view instead of a message. ``reaction``: an emoji name to add instead. ``remove``: the message is taken
    away.
    """

    text: str
    blocks: list[Block] = field(default_factory=list)
    broadcast: bool = False
    file: tuple[str, bytes, str] | None = None
    view: Block | None = None
    reaction: str | None = None
    remove: bool = False


def plain(text: str, longest: int = TEXT) -> Block:
    """A plain text object; names in it need no escaping, mentions in it do nothing."""
    return {"type": "plain_text", "text": shorten(text, longest), "emoji": False}


def mrkdwn(text: str, longest: int = TEXT) -> Block:
    """A mrkdwn text object, in which bare names, links and channels mean nothing; people's words come in escaped."""
    return {"type": "mrkdwn", "text": shorten_markup(text, longest), "verbatim": True}


def bold(text: str) -> str:
    """Escaped text in bold; asterisks in it, which would end the bold, become a letter that looks alike."""
    return f"*{text.replace('*', ASTERISK)}*"


def mention(user: str) -> str:
    """A mention, which notifies the person (``user``: a Slack user id)."""
    return f"<@{user}>"


def section(
    text: str, accessory: Block | None = None, fields: Sequence[str] = (), block_id: str | None = None
) -> Block:
    """A paragraph of mrkdwn, with a button or menu beside it."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    if fields:
        block["fields"] = [mrkdwn(one, 2000) for one in fields[:10]]
    return _with(block, accessory=accessory, block_id=block_id)


def header(text: str, block_id: str | None = None) -> Block:
    """A headline, of plain text."""
    return _with({"type": "header", "text": plain(text, HEADER)}, block_id=block_id)


def context(*texts: str, block_id: str | None = None) -> Block:
    """Small print, of mrkdwn; at most ten pieces."""
    return _with({"type": "context", "elements": [mrkdwn(text) for text in texts[:10]]}, block_id=block_id)


def actions(*elements: Block, block_id: str | None = None) -> Block:
    """A row of buttons and menus."""
    return _with({"type": "actions", "elements": list(elements)}, block_id=block_id)


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def button(
    text: str,
    action_id: str,
    value: str = "",
    *,
    style: str | None = None,
    label: str | None = None,
    confirm: Block | None = None,
    url: str | None = None,
) -> Block:
    """A button. ``value`` holds only ids (docs/ids.md); ``label`` is what screen readers say and names the pilot."""
    made: Block = {"type": "button", "text": plain(text, BUTTON), "action_id": action_id}
    spoken = shorten(label, LABEL) if label else None
    return _with(made, value=value or None, style=style, accessibility_label=spoken, confirm=confirm, url=url)


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """The question asked before a button does something; ``text`` is plain text."""
    return {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def option(text: str, value: str, more: str = "") -> Block:
    """One entry of a menu, of radio buttons or of checkboxes; ``more`` is a line below it."""
    return _with({"text": plain(text, 75), "value": value}, description=plain(more, 75) if more else None)


def overflow(action_id: str, options: Sequence[Block]) -> Block:
    """A menu behind three dots, of one to five options."""
    return {"type": "overflow", "action_id": action_id, "options": list(options[:5])}


def input_block(label: str, element: Block, block_id: str, *, hint: str = "", optional: bool = True) -> Block:
    """A field of a form. Fields are optional as a rule, so that a form can be saved in part."""
    block: Block = {"type": "input", "block_id": block_id, "label": plain(label, INPUT_WORDS), "element": element}
    return _with(block, hint=plain(hint, INPUT_WORDS) if hint else None, optional=optional)


def _with(block: Block, **more: Any) -> Block:
    return block | {key: value for key, value in more.items() if value is not None}
