"""Text for Slack: escaped, cut to a length, and everything that blocks say as one text (for screen readers)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

LONGEST = 3900
"""Characters of a message's top-level text; ``chat.update`` refuses more than 4,000."""


ASTERISK = "∗"
SIGNS = {"*": ASTERISK, "_": "\u02cd", "~": "∼", "`": "ˋ"}
"""What stands for the signs of Slack's markup in people's words: Slack has no way to write one that means nothing."""
ATTACHED = re.compile(r"[*`](?=\S)|(?<=\S)[*`]")
BEGINS = re.compile(r"(?<![\w/=&?#])[_~](?=\S)")
"""Where such a sign means something: beside a word; those that links and names have inside them, only before one."""


def escape(text: str) -> str:
    """People's words, written so that Slack reads no markup into them: no mention, no link, nothing bold or struck."""
    plain = ATTACHED.sub(lambda found: SIGNS[found[0]], text)
    return entities(BEGINS.sub(lambda found: SIGNS[found[0]], plain))


def entities(text: str) -> str:
    """The same for words of the bot's own that may hold signs for bold and code."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def without_markup(text: str) -> str:
    """Text made for Slack as it reads elsewhere: no signs for bold or code, no escapes, people's own signs again."""
    bare = ATTACHED.sub("", text)
    for sign, stands_for in SIGNS.items():
        bare = bare.replace(stands_for, sign)
    return html.unescape(bare).replace("\u2068", "").replace("\u2069", "")


def shorten(text: str, longest: int) -> str:
    """The text, cut to ``longest`` characters with a "…" where it is longer. For text that is not escaped."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def shorten_markup(text: str, longest: int) -> str:
    """As ``shorten``, for mrkdwn: no mention, link or escaped character is cut in two."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    if cut.rfind("<") > cut.rfind(">"):
        cut = cut[: cut.rfind("<")]
    if cut.rfind("&") > cut.rfind(";"):
        cut = cut[: cut.rfind("&")]
    return f"{cut.rstrip()}…"


def plain_text_of(blocks: Sequence[Mapping[str, Any]], preview: str = "", longest: int = LONGEST) -> str:
    """All that the blocks say, as mrkdwn text of at most ``longest`` characters.

    It leads with ``preview`` (escaped; what a phone's lock screen shows), unless the blocks begin with the same words.
    Lines that do not fit are counted: "… and 3 more".
    """
    lines = [line for block in blocks for text in _texts(block) for line in text.split("\n") if line.strip()]
    if preview and (not lines or _bare(lines[0]) != _bare(preview)):
        lines.insert(0, preview)
    return _fitted(lines, longest)


def _bare(line: str) -> str:
    return line.replace("*", "").replace("_", "").strip()


def _fitted(lines: list[str], longest: int) -> str:
    if sum(len(line) + 1 for line in lines) <= longest + 1:
        return "\n".join(lines)
    room = longest - len(f"\n… and {len(lines)} more")
    kept: list[str] = []
    for line in lines:
        if sum(len(one) + 1 for one in kept) + len(line) > room:
            break
        kept.append(line)
    if not kept:
        kept = [shorten_markup(lines[0], room)]
    rest = len(lines) - len(kept)
    return "\n".join([*kept, f"… and {rest} more"] if rest else kept)


def _texts(block: Mapping[str, Any]) -> Iterable[str]:
    """What one block says, in the order in which it is read; buttons in brackets, in one line."""
    if "text" in block:
        yield _object(block["text"])
    for one in block.get("fields", ()):
        yield _object(one)
    if block.get("alt_text"):
        yield escape(block["alt_text"])
    if block.get("type") == "context":
        yield " · ".join(_element(element) for element in block.get("elements", ()))
    pressed = [*block.get("elements", ())] if block.get("type") == "actions" else [block.get("accessory")]
    yield " ".join(f"[{name}]" for name in map(_button, pressed) if name)


def _element(element: Mapping[str, Any]) -> str:
    return escape(element.get("alt_text", "")) if element.get("type") == "image" else _object(element)


def _button(element: Mapping[str, Any] | None) -> str:
    if element is None:
        return ""
    if element.get("type") == "overflow":
        return "] [".join(_object(one["text"]) for one in element["options"])
    return _object(element["text"]) if "text" in element else escape(element.get("alt_text", ""))


def _object(text: Mapping[str, Any]) -> str:
    """The text of a text object as mrkdwn."""
    words = str(text["text"])
    return words if text["type"] == "mrkdwn" else escape(words)
