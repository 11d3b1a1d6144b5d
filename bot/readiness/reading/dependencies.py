"""Reading "what does it depend on": one row per item of a list, or per clause that begins another dependency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from bot.readiness.reading.asked_rows import completed, row_asked_for
from bot.readiness.reading.attributes import read_attributes
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.kinds import kind_of, mentioned_kind, name_of
from bot.readiness.reading.model import Read, Reading, ReadRow
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import Piece, clauses, items, sentences, whole
from bot.readiness.slots import DEPENDENCIES
from bot.readiness.talk import only_questions

MOST_ROWS = 50
_AND = re.compile(r"\s(?:and|und|y)\s", re.I)
_MORE_OF_IT = re.compile(r"(?:the |its )?(?:keys?|secrets?|tokens?|passwords?)\b", re.I)
_NAME_LENGTH = 500
_GAP = 2  # a comma and a space
_BARE_NAMES = frozenset(
    ("it", "key", "the key", "model", "the model", "account", "data", "export", "the export", "credentials", "the api")
)


def read_dependencies(passages: Sequence[Passage]) -> Reading:
    """The rows of ``dependencies``. What only says more of the one row of its kind is added to that row."""
    rows: list[ReadRow] = []
    for passage in passages:
        if _completes(rows, passage):
            continue
        for kind, pieces in islice(_groups(whole(passage)), MOST_ROWS):
            row = _row(kind, pieces)
            if row and not _merged(rows, row) and not _says_nothing(row):
                rows.append(row)
    return Reading(rows=tuple(rows[:MOST_ROWS]))


def _completes(rows: list[ReadRow], passage: Passage) -> bool:
    """Adds a reply to a follow-up to the row that it asked about; whether it did."""
    piece = whole(passage)
    kinds = {kind for clause in clauses(piece) if (kind := mentioned_kind(clause))}
    place = row_asked_for("dependencies", rows, passage.entry.asked, kinds)
    if place is None or len(kinds) > 1 or only_questions(passage.text):
        return False
    finds = Finds()
    read_attributes(finds, rows[place].kind, piece)
    rows[place] = completed("dependencies", rows[place], finds, passage)
    return True


def _groups(piece: Piece) -> Iterator[tuple[str, list[Piece]]]:
    """The dependencies named, each as its kind and the pieces that speak of it (the first one names it)."""
    listed = items(piece)
    if len([item for item in listed if kind_of(item)]) >= 2:
        yield from ((kind, [item]) for item in listed if (kind := kind_of(item)))
    else:
        yield from _running(chain.from_iterable(map(clauses, sentences(piece))))


def _running(parts: Iterator[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """In running text a clause without a kind of its own says more of the dependency before it."""
    kind, pieces = None, list[Piece]()
    for part in chain.from_iterable(map(_halves, parts)):
        found = kind_of(part)
        if found and not (kind == found == "credential" and _MORE_OF_IT.match(part.mask.lstrip())):
            if kind:
                yield kind, pieces
            kind, pieces = found, [part]
        elif kind and mentioned_kind(part) in (None, kind):
            pieces.append(part)
    if kind:
        yield kind, pieces


def _halves(part: Piece) -> Iterator[Piece]:
    """ "The list and the model" are two, where both sides name something of another kind."""
    joined = _AND.search(part.mask)
    left, right = (part.cut(0, joined.start()), part.cut(joined.end())) if joined else (part, part)
    kinds = kind_of(left), kind_of(right)
    return iter((left, right) if joined and all(kinds) and kinds[0] != kinds[1] else (part,))


def _says_nothing(row: ReadRow) -> bool:
    return set(row.slots) == {"name"} and str(row.slots["name"].value).lower() in _BARE_NAMES


def _row(kind: str, pieces: list[Piece]) -> ReadRow | None:
    first = next(clauses(pieces[0]), pieces[0])
    name = name_of(first, _NAME_LENGTH)
    if name is None:
        return None
    finds = Finds()
    finds.add("name", name, first.ts)
    for piece in _joined(pieces):
        read_attributes(finds, kind, piece)
    version = finds.reads.get("version")
    if version and name.lower() in _BARE_NAMES and version.value != "latest":
        finds.reads["name"] = version
    assert DEPENDENCIES.rows is not None
    known = {slot.name for slot in DEPENDENCIES.rows.slots[kind]}
    return ReadRow(kind, {slot: read for slot, read in finds.reads.items() if slot in known})


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring pieces as one: "key in Vault, rotates monthly" is only together what it is."""
    spans: list[Piece] = []
    for piece in pieces:
        if spans and piece.start - spans[-1].end <= _GAP:
            spans[-1] = Piece(piece.passage, spans[-1].start, piece.end)
        else:
            spans.append(piece)
    return spans


def _merged(rows: list[ReadRow], row: ReadRow) -> bool:
    """Adds a row without a name of its own ("the key was rotated …") to the only row of its kind; whether it did."""
    same = [number for number, other in enumerate(rows) if other.kind == row.kind]
    if len(same) != 1 or str(row.slots["name"].value).lower() not in _BARE_NAMES:
        return False
    known: dict[str, Read] = dict(rows[same[0]].slots)
    rows[same[0]] = ReadRow(row.kind, {**row.slots, **known})
    return True
