"""From what a person types to what Slack sends: escaping, mentions, links."""

from __future__ import annotations

import re

from bot.sandbox.refusal import Json
from bot.sandbox.workspace import Workspace

TOKEN = re.compile(
    r"<(?P<id>[@#][UWC][A-Z0-9]+)(?:\|[^<>]*)?>|(?P<url>https?://[^\s<>|]*[^\s<>|.,;:!?)])|(?P<at>[@#][\w.\-]*\w)|(?P<esc>[&<>])"
)
ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
PIECE = re.compile(r"<(@[A-Z0-9]+|#[A-Z0-9]+|https?://[^<>|]+)(?:\|[^<>]*)?>")


def wire_text(space: Workspace, typed: str, *, named: bool = False) -> str:
    """The text of a message as Slack sends it: `&`, `<`, `>` escaped, mentions and addresses in angle brackets.

    With `named`, mentions carry their name too, as in a slash command with `should_escape`."""

    def replace(match: re.Match[str]) -> str:
        if match["esc"]:
            return ESCAPED[match["esc"]]
        if match["url"]:
            return f"<{match['url']}>"
        return _mention(space, match, named) or plain(match[0])

    return TOKEN.sub(replace, typed)


def plain(text: str) -> str:
    """Text with `&`, `<` and `>` escaped and nothing else."""
    return re.sub("[&<>]", lambda m: ESCAPED[m[0]], text)


def _mention(space: Workspace, match: re.Match[str], named: bool) -> str:
    sign, name = (match["id"] or match["at"])[0], (match["id"] or match["at"])[1:]
    if sign == "@":
        person = space.people.get(name) or next((p for p in space.people.values() if p.name == name), None)
        return f"<@{person.id}{'|' + person.name if named else ''}>" if person else ""
    channel = space.channels.get(name) or next((c for c in space.channels.values() if name and c.name == name), None)
    if channel is None:
        return ""
    return f"<#{channel.id}|{'' if channel.is_private else channel.name}>"


def rich_text(text: str) -> list[Json]:
    """The `rich_text` block that Slack adds to what a person wrote."""
    elements: list[Json] = []
    at = 0
    for match in PIECE.finditer(text):
        elements += _words(text[at : match.start()])
        elements.append(_piece(match[1]))
        at = match.end()
    elements += _words(text[at:])
    return [
        {"type": "rich_text", "block_id": "typed", "elements": [{"type": "rich_text_section", "elements": elements}]}
    ]


def _words(text: str) -> list[Json]:
    unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return [{"type": "text", "text": unescaped}] if text else []


def _piece(inner: str) -> Json:
    if inner[0] == "@":
        return {"type": "user", "user_id": inner[1:]}
    if inner[0] == "#":
        return {"type": "channel", "channel_id": inner[1:]}
    return {"type": "link", "url": inner}
