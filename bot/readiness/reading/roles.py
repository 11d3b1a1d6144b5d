"""Finding who holds a role: a person next to the role's words. Questions are not statements and are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.readiness.reading.passage import PERSON
from bot.readiness.reading.piece import P, Piece

ME = r"(?:(?<![\w'])(?:I|me|myself|ich|yo)(?![\w'’]))"
WHO = rf"(?P<who>{P}|{ME})"
ASIDE = r"\s?(?:\([^()\n]{0,80}\)|,[^,.;\n]{0,60},)?\s?"
"""Words in brackets or commas between a person and the verb."""


def holders(piece: Piece, patterns: Iterable[re.Pattern[str]]) -> Iterator[tuple[str, bool]]:
    """The users found by patterns with a group ``who``, each with whether it is a proposal; "I" is the author."""
    if piece.asks:
        return
    for pattern in patterns:
        for match in pattern.finditer(piece.mask):
            found = person_at(piece, match.start("who"))
            if found:
                yield found


def person_at(piece: Piece, offset: int) -> tuple[str, bool] | None:
    """Who stands at an offset of the piece: a marked person, else the author, who wrote "I"."""
    if piece.mask.startswith(PERSON, offset):
        spot = piece.spot_at(offset)
        return (spot.value, spot.proposal) if spot else None
    return piece.passage.entry.author, False
