"""Reading the two covers of ``ownership``: the clauses about working hours, and those about nights and weekends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.readiness.reading.cover_words import without_label
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.holding import BACKUP, OWNER
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import Piece, clauses, sentences, whole
from bot.readiness.slots import OWNERSHIP

_LONGEST = min(slot.maximum_length for slot in OWNERSHIP.slots)
_OFF = re.compile(
    r"\b(?:(?:after|outside|out of|off)[- ](?:office |working |business |of )?hours|nights?|evenings?"
    r"|overnight|weekends?|after that|beyond that|afterwards|ooh"
    r"|after \d{1,2}(?::\d\d)?(?: ?[ap]m| uhr)?(?!\S)(?!\s?(?:min|h\b|hours?|sec|days?))|24/7"
    r"|round the clock|nachts|wochenende|noche|fin de semana)\b",
    re.I,
)
_RANGE = re.compile(
    r"(?<![\w.:/%#-])(\d{1,2})(?::\d\d)?\s?(?P<half>[ap]m)?\s?(?:-|–|to|till|until|bis"
    r"|a)\s?(\d{1,2})(?::\d\d)?(?![\d%/])",
    re.I,
)
_HOURS = re.compile(
    r"\b(?:(?:working|business|office|support) hours|weekdays|daytime|24/7|round the clock"
    r"|(?:mon|tue|wed|thu|fri)[a-z]{0,6}\b\s?(?:-|–|to)|mondays?|tuesdays?|werktags|arbeitszeit|horario)\b",
    re.I,
)
_ZONE = re.compile(
    r"\b(?:[A-Z]{2,4}T|UTC|GMT|WAT|[ap]m|uhr|o'clock)\b|\d:\d\d|\b(?:mon|tue|wed|thu|fri|weekday"
    r"|hours|daily|bridge|desk)",
    re.I,
)


_BY_ITSELF = re.compile(
    r"\b(?:(?:working|business|office|support) hours|24/7|during the day|by day"
    r"|(?:covers?|does|has|takes) (?:the )?days)\b",
    re.I,
)
_REACHES = re.compile(
    r"(?<!\w)#[a-z]|\b(?:alarms?|alerts?|pages?|paged|phone|on-call|pager\w*|somebody|someone|watch(?:es|ed)?|desk"
    r"|channel|staffed|office|online|reachable|cover(?:s|ed)?)\b",
    re.I,
)


def read_cover(finds: Finds, passage: Passage) -> None:
    """Adds ``cover_hours`` and ``cover_off_hours``: the person's own words, from the clause that speaks of the time
    to the next that speaks of another or of who holds the pilot, within a sentence."""
    for sentence in sentences(whole(passage)):
        if not sentence.asks:
            for slot, said in _spans(list(clauses(sentence))):
                if len(said) <= _LONGEST:
                    finds.first(slot, said, passage.ts)


def _spans(parts: list[Piece]) -> Iterable[tuple[str, str]]:
    """Neighbouring clauses that belong to one kind of hours, joined as they were written."""
    kinds = [_kinds(part.mask) for part in parts]
    starts = [number for number, part in enumerate(parts) if _turns(kinds, number) or _of_people(part)]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=False):
        span = Piece(parts[start].passage, parts[start].start, parts[end - 1].end)
        yield from ((slot, without_label(slot, span.said)) for slot in kinds[start])


def _turns(kinds: list[tuple[str, ...]], number: int) -> bool:
    """Whether a clause speaks of other hours than the clause before it."""
    return bool(kinds[number]) and (number == 0 or kinds[number - 1] != kinds[number])


def _of_people(part: Piece) -> bool:
    """Whether a clause says who holds the pilot, which is no part of the cover."""
    return any(pattern.search(part.mask) for pattern in (*OWNER, *BACKUP))


def _kinds(mask: str) -> tuple[str, ...]:
    """Which covers a clause speaks of; "24/7" of both."""
    off = bool(_OFF.search(mask))
    if off and "24/7" not in mask and "round the clock" not in mask.lower():
        return ("cover_off_hours",)
    hours = off or _speaks_of_hours(mask)
    return ("cover_hours", "cover_off_hours") if off else ("cover_hours",) if hours else ()


def _speaks_of_hours(mask: str) -> bool:
    ranges = [(int(match[1]), int(match[3]), match["half"]) for match in _RANGE.finditer(mask)]
    plausible = any(start <= 24 and end <= 24 and (start != end or half) for start, end, half in ranges)
    if plausible and (_ZONE.search(mask) or _HOURS.search(mask)):
        return True
    bare = any(_is_working_day(start, end) for start, end, _ in ranges)
    return bool(_BY_ITSELF.search(mask)) or (bare and bool(_REACHES.search(mask)))


def _is_working_day(start: int, end: int) -> bool:
    """Whether two bare numbers can be little else than hours: 9 to 17, 9 to 5; not the 5-10 of "5-10 alarms"."""
    return 5 <= start <= 11 and (15 <= end <= 22 or 3 <= end < start - 1)
