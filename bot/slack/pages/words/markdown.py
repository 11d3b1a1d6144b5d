"""Markdown that says what people typed and nothing else: their words can make no link, heading, table or tag."""

from __future__ import annotations

import re
from collections.abc import Sequence

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
AT_START = re.compile(r"^(\s*\d*)([-+=.)])", re.MULTILINE)


def markdown(text: str) -> str:
    """Text of several lines, escaped."""
    escaped = SPECIAL.sub(r"\\\1", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    return AT_START.sub(r"\1\\\2", escaped)


def cell(text: str) -> str:
    """One line of text, escaped, also for a cell of a table."""
    return SPECIAL.sub(r"\\\1", " ".join(text.replace("\x00", "").split()))


def quote(text: str) -> str:
    """The words as a quote, line by line."""
    return "\n".join(f"> {line}".rstrip() for line in markdown(text).split("\n"))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; cells come in escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def address(link: str) -> str:
    """A link's address without what would end it."""
    return link.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
