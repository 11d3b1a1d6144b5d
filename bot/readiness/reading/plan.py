"""Reading where a response plan is written down, and when it was last drilled."""

from __future__ import annotations

import re

from bot.readiness.reading.dates import Day
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.passage import LINK, REST, SpotKind
from bot.readiness.reading.piece import D, L, Piece

_LONGEST = 500
PLAN_PART = re.compile(
    r"\b(?:response plan|plan is|runbook|plan in|plan:|kill switch in|notfallplan|failure modes in)", re.I
)
"""Where the text turns to the plan."""
_PLAN_LINK = re.compile(
    rf"\b(?:plan|runbook|playbook|procedure|written (?:down )?in|documented in|failure modes "
    rf"in)\b[^.;\n{LINK}]{{0,40}}(?P<link>{L})",
    re.I,
)
_PLAN_NAME = re.compile(
    r"\b(?:plan|runbook|wiki)\b(?: is| in|:)? "
    r"(?P<name>(?:wiki |runbook )?[A-Za-z]{1,10}(?:-[A-Za-z0-9]{1,20}){1,3})(?![\w/])",
    re.I,
)
_DRILL = re.compile(rf"\b(?:last )?drill(?:ed)?(?: on| was|:)?\s{D}|{D} (?:as|in) (?:a )?drill\b", re.I)


def read_plan(finds: Finds, piece: Piece) -> None:
    """Adds the plan, a link or a document's name beside the word, or a message that is but a link; and the last
    drill."""
    link, name = _PLAN_LINK.search(piece.mask), _PLAN_NAME.search(piece.mask)
    links = piece.spots(SpotKind.LINK)
    spot = piece.spot_at(link.start("link")) if link else None
    if len(links) == 1 and not piece.mask.replace(LINK, "").replace(REST, "").strip(" <>.\n"):
        spot = links[0]
    if spot:
        finds.add("plan", spot.value[:_LONGEST], piece.ts)
    elif name and any(character.isdigit() or character == "-" for character in name["name"]):
        finds.add("plan", piece.text[name.start("name") : name.end("name")], piece.ts)
    for match in _DRILL.finditer(piece.mask):
        _read_drill(finds, piece, match)


def _read_drill(finds: Finds, piece: Piece, match: re.Match[str]) -> None:
    dates = piece.cut(match.start(), match.end()).spots(SpotKind.DATE)
    found: Day | None = dates[0].day if dates else None
    day = found.before(piece.passage.anchor) if found else None
    if day:
        finds.first("drilled_on", day.isoformat(), piece.ts)
