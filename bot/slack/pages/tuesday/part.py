"""A part of a letter: its blocks, and what a locked phone shows of it if it comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.slack.pages.blocks import Block, section
from bot.slack.pages.words.checks import count
from bot.work.checkins.letter_view import Asked

BLOCKS, CHARACTERS = 50, 9_500
"""What a message may have: Slack takes 50 blocks, and in practice about 10,000 characters in all of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """``preview`` is escaped."""

    preview: str = ""
    blocks: list[Block] = field(default_factory=list)


NOTHING = Part()


def fits(blocks: Sequence[Block]) -> bool:
    """Whether a message may have these blocks."""
    return len(blocks) <= BLOCKS and _characters(list(blocks)) <= CHARACTERS


def _characters(node: Any) -> int:
    if isinstance(node, list):
        return sum(map(_characters, node))
    if isinstance(node, dict):
        return sum(map(_characters, node.values())) + len(str(node.get("text", ""))) * isinstance(node.get("text"), str)
    return 0


def and_more(asked: Sequence[Asked], most: int) -> list[Block]:
    """What is counted where not everything is listed."""
    rest = len(asked) - most
    return [section(f"… and {count(rest)} more; *Look at them one by one* lists them all.")] if rest > 0 else []


def one_primary(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with one button that stands out, the first: one next step."""
    made, found = [], False
    for block in blocks:
        elements = []
        for element in block.get("elements", ()):
            plain = found and block["type"] == "actions"
            found = found or "style" in element
            elements.append({key: value for key, value in element.items() if key != "style"} if plain else element)
        made.append(block | {"elements": elements} if elements else block)
    return made
