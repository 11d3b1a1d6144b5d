"""Slices of a passage (a sentence, a clause, a list item) and how an answer is split into them. All linear."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.readiness.reading.passage import DATE, LINK, PERSON, REST, Passage, Spot, SpotKind

P, D, L = f"{PERSON}{REST}*+", f"{DATE}{REST}*+", f"{LINK}{REST}*+"
"""A person, a date, a link in a pattern for a mask."""
NW = f"[^\\w{PERSON}{DATE}{LINK}{REST}]"
"""No word and no spot: ``\\W`` would take a part of a spot."""

_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"')\]]|$)|[。！？؟]+|[;\n]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.b|approx|vs|no|nr|dr|mr|mrs|ms|st|ca|bzw|incl|resp|max|min)|^\s*\d+)$", re.I
)
_MARK = re.compile(r"(?:^|\n)[ \t]*(?:[-–•*◦·]\s|\(?\d{1,2}[.)]\s)")
_INLINE_MARK = re.compile(r"(?<!\w)\(?(\d)[.)]\s")
MOST_PIECES = 1000
"""Sentences of a message, clauses of a sentence and items of a list that are read; nobody answers in more."""
_COMMA = re.compile(r"[()\[\]]|[,،、，](?!\d)")
_TRIM = " \t\n.,;:–—-•*→>="


@dataclass(frozen=True, slots=True)
class Piece:
    """A slice of a passage. ``asks``: it ended with a question mark."""

    passage: Passage
    start: int
    end: int
    asks: bool = False

    @property
    def mask(self) -> str:
        return self.passage.mask[self.start : self.end]

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def said(self) -> str:
        """The person's own words, without marks and spaces round them."""
        return self.text.strip().lstrip(_TRIM).rstrip(_TRIM.replace("*", "")).strip()

    @property
    def ts(self) -> str:
        return self.passage.ts

    def spots(self, kind: SpotKind) -> list[Spot]:
        first, last = bisect_left(self.passage.starts, self.start), bisect_left(self.passage.starts, self.end)
        return [spot for spot in self.passage.spots[first:last] if spot.kind is kind and spot.end <= self.end]

    def spot_at(self, offset: int) -> Spot | None:
        """The spot that begins at this offset of the piece."""
        place = bisect_left(self.passage.starts, self.start + offset)
        spot = self.passage.spots[place] if place < len(self.passage.spots) else None
        return spot if spot and spot.start == self.start + offset else None

    def cut(self, start: int, end: int | None = None) -> Piece:
        """A slice of this piece, by offsets in it."""
        return Piece(self.passage, self.start + start, self.end if end is None else self.start + end, self.asks)


def whole(passage: Passage) -> Piece:
    """The passage as one piece."""
    return Piece(passage, 0, len(passage.text))


def sentences(piece: Piece) -> Iterator[Piece]:
    """The sentences of a piece, split at full stops, semicolons and newlines."""
    mask, start = piece.mask, 0
    for match in islice(_SENTENCE_END.finditer(mask), MOST_PIECES):
        if match.group() == "." and _ABBREVIATION.search(mask[max(start, match.start() - 8) : match.start()]):
            continue
        yield from _said(Piece(piece.passage, piece.start + start, piece.start + match.start(), "?" in match.group()))
        start = match.end()
    yield from _said(piece.cut(start))


def clauses(piece: Piece) -> Iterator[Piece]:
    """The parts of a piece between commas that stand outside brackets and not within a number."""
    return islice(_clauses(piece), MOST_PIECES)


def _clauses(piece: Piece) -> Iterator[Piece]:
    mask, start, depth = piece.mask, 0, 0
    for match in _COMMA.finditer(mask):
        if match.group() in "()[]":
            depth = max(0, depth + (1 if match.group() in "([" else -1))
        elif depth == 0:
            yield from _said(piece.cut(start, match.start()))
            start = match.end()
    yield from _said(piece.cut(start))


def items(piece: Piece) -> list[Piece]:
    """The items of a list in the piece (bullets, "1)", "2.", or lines), or none where there is no list."""
    mask = piece.mask
    marks = [match.start() for match in _MARK.finditer(mask)]
    if len(marks) < 2:
        marks = _counted(mask)
    if len(marks) >= 2:
        return _between(piece, marks[:MOST_PIECES])
    starts = [0, *(match.end() for match in re.finditer(r"\n", mask))]
    return _between(piece, starts[:MOST_PIECES]) if len(starts) >= 2 else []


def _counted(mask: str) -> list[int]:
    """Where 1), 2), 3) … stand in a running text."""
    found: list[int] = []
    for match in _INLINE_MARK.finditer(mask):
        if int(match[1]) == len(found) + 1:
            found.append(match.start())
    return found


def _between(piece: Piece, starts: list[int]) -> list[Piece]:
    cuts = [piece.cut(start, end) for start, end in zip(starts, [*starts[1:], len(piece.mask)], strict=True)]
    return list(islice((line for cut in cuts for line in _first_lines(cut) if line.said), MOST_PIECES))


def _first_lines(cut: Piece) -> Iterator[Piece]:
    """An item, and what stands on lines of its own after it as pieces of their own."""
    body = cut.mask.lstrip()
    lead = len(cut.mask) - len(body)
    for line in re.finditer(r"[^\n]+", body):
        yield cut.cut(lead + line.start(), lead + line.end())


def _said(piece: Piece) -> Iterable[Piece]:
    return (piece,) if piece.said else ()
