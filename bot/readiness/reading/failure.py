"""Reading "how does it fail": a row per stretch of text that begins with loud, quiet or invisible, and the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.readiness.reading.dates import Day
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading, ReadRow
from bot.readiness.reading.passage import LINK, REST, Passage, SpotKind
from bot.readiness.reading.piece import D, L, Piece, clauses, sentences, whole
from bot.readiness.reading.signals import signal_of, who_acts

MOST_ROWS = 30
_LONGEST = 500
_LABEL = re.compile(
    r"\b(?:(?P<loud>loud|laut|ruidos[oa]|seen by all|everyone sees)|(?P<quiet>quiet|silent"
    r"|leise|silencios[oa]|easy to miss)"
    r"|(?P<invisible>invisible|hidden|unsichtbar))(?:\s(?:ones?|failures?|faults?))?(?:\s\([^()\n]{1,40}\))?\s?(?:[:=–—]"
    r"|->|-\s)",
    re.I,
)
_PLAN_PART = re.compile(
    r"\b(?:response plan|plan is|runbook|plan in|plan:|kill switch in|notfallplan|failure modes "
    r"in)\b",
    re.I,
)
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
_STEP = re.compile(r"\s?(?:->|→|=>|[–—]|:(?=\s))\s?")
_NO_ACTION = re.compile(
    r"^\W{0,3}(?:first action\W*$|plan\W*$|we accept|we tolerate|users see|metric|alerts?\b|page\b)", re.I
)
_PAGES = re.compile(r"\s(?:pages|alerts|mails|emails)\s", re.I)


def read_failure(passages: Sequence[Passage]) -> Reading:
    """The slots and rows of ``failure``. Text without one of the three words gives no row."""
    finds = Finds()
    rows: list[ReadRow] = []
    for passage in passages:
        piece = whole(passage)
        _read_plan(finds, piece)
        rows += [row for loudness, segment in _segments(piece) if (row := _row(loudness, segment))]
    return Reading(finds.reads, tuple(rows[:MOST_ROWS]))


def _segments(piece: Piece) -> Iterator[tuple[str, Piece]]:
    """The stretches from one label to the next (or to where the plan is spoken of)."""
    mask = piece.mask
    labels = list(_LABEL.finditer(mask))
    stops = [label.start() for label in labels] + [match.start() for match in _PLAN_PART.finditer(mask)] + [len(mask)]
    for number, label in enumerate(labels):
        following = labels[number + 1].start() if number + 1 < len(labels) else len(mask)
        end = min((stop for stop in stops[len(labels) :] if label.end() < stop < following), default=following)
        yield label.lastgroup or "", piece.cut(label.end(), end)


def _row(loudness: str, segment: Piece) -> ReadRow | None:
    steps = [step for clause in _clauses(segment) for step in _steps(clause)]
    if not steps or segment.asks:
        return None
    finds = Finds()
    finds.add("loudness", loudness, segment.ts)
    paged = _PAGES.search(steps[0].mask)
    finds.add("what", (steps[0].cut(0, paged.start()) if paged else steps[0]).said[:_LONGEST], segment.ts)
    _read_response(finds, segment, steps)
    return ReadRow("", finds.reads)


def _read_response(finds: Finds, segment: Piece, steps: list[Piece]) -> None:
    """Adds the signal, the first action (the step after the one that holds the signal) and who acts."""
    signal = signal_of(segment)
    if signal is None:
        return
    finds.add("signal", signal[0], segment.ts)
    end = segment.start + signal[1]
    action = next((step for step in steps[1:] if step.start >= end and not _NO_ACTION.search(step.mask)), None)
    if signal[0] == "nothing_shows_it":
        return
    if action:
        finds.add("first_action", action.said[:_LONGEST], segment.ts)
    who = who_acts(action, segment)
    if who:
        finds.add("who", who[0], segment.ts, who[1])


def _clauses(segment: Piece) -> Iterator[Piece]:
    for sentence in sentences(segment):
        yield from clauses(sentence)


def _steps(clause: Piece) -> Iterator[Piece]:
    """A clause, divided at its arrows."""
    start = 0
    for arrow in _STEP.finditer(clause.mask):
        yield from _worded(clause.cut(start, arrow.start()))
        start = arrow.end()
    yield from _worded(clause.cut(start))


def _worded(piece: Piece) -> tuple[Piece, ...]:
    return (piece,) if any(character.isalpha() for character in piece.text) else ()


def _read_plan(finds: Finds, piece: Piece) -> None:
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
