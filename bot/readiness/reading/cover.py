"""Reading the two covers of ``ownership``: the clauses about working hours, and those about nights and weekends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.readiness.reading.finds import Finds
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import Piece, clauses, sentences, whole
from bot.readiness.slots import OWNERSHIP

_LONGEST = min(slot.maximum_length for slot in OWNERSHIP.slots)
_OFF = re.compile(
    r"\b(?:(?:after|outside|out of|off)[- ](?:office |working |business |of )?hours|nights?"
    r"|overnight|weekends?|after that|afterwards"
    r"|after \d{1,2}(?::\d\d)?(?: ?[ap]m| uhr)?(?!\S)(?!\s?(?:min|h\b|hours?|sec|days?))|24/7"
    r"|round the clock|nachts|wochenende|noche|fin de semana)\b",
    re.I,
)
_RANGE = re.compile(
    r"(?<![\d.:/%-])(\d{1,2})(?::\d\d)?\s?(?:[ap]m)?\s?(?:-|–|to|till|until|bis|a)\s?(\d{1,2})(?::\d\d)?(?![\d%/])",
    re.I,
)
_HOURS = re.compile(
    r"\b(?:(?:working|business|office) hours|weekdays|daytime|24/7|round the clock"
    r"|(?:mon|tue|wed|thu|fri)[a-z]{0,6}\b\s?(?:-|–|to)|mondays?|tuesdays?|werktags|arbeitszeit|horario)\b",
    re.I,
)
_ZONE = re.compile(
    r"\b(?:[A-Z]{2,4}T|UTC|GMT|WAT|[ap]m|uhr|o'clock)\b|\d:\d\d|\b(?:mon|tue|wed|thu|fri|weekday"
    r"|hours|daily|bridge|desk)",
    re.I,
)


def read_cover(finds: Finds, passage: Passage) -> None:
    """Adds ``cover_hours`` and ``cover_off_hours``: the person's own words, from the clause that speaks of the time
    to the next that speaks of another, within a sentence."""
    for sentence in sentences(whole(passage)):
        if not sentence.asks:
            for slot, said in _spans(list(clauses(sentence))):
                if len(said) <= _LONGEST:
                    finds.first(slot, said, passage.ts)


def _spans(parts: list[Piece]) -> Iterable[tuple[str, str]]:
    """Neighbouring clauses that belong to one kind of hours, joined as they were written."""
    kinds = [_kinds(part.mask) for part in parts]
    starts = [number for number, found in enumerate(kinds) if found]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=False):
        span = Piece(parts[start].passage, parts[start].start, parts[end - 1].end)
        yield from ((slot, span.said) for slot in kinds[start])


def _kinds(mask: str) -> tuple[str, ...]:
    """Which covers a clause speaks of; "24/7" of both."""
    off = bool(_OFF.search(mask))
    if off and "24/7" not in mask and "round the clock" not in mask.lower():
        return ("cover_off_hours",)
    hours = off or _speaks_of_hours(mask)
    return ("cover_hours", "cover_off_hours") if off else ("cover_hours",) if hours else ()


def _speaks_of_hours(mask: str) -> bool:
    ranges = [(int(match[1]), int(match[2])) for match in _RANGE.finditer(mask)]
    plausible = any(start <= 24 and end <= 24 and start != end for start, end in ranges)
    if plausible and _ZONE.search(mask):
        return True
    return bool(re.search(r"\b(?:working|business|office) hours\b|\b24/7\b", mask, re.I)) or bool(
        _HOURS.search(mask) and plausible
    )
