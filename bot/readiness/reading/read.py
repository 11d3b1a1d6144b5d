"""The one way in: entries of a conversation to a reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.readiness.parse import Refused, parse, slots_of
from bot.readiness.reading.asked import read_asked
from bot.readiness.reading.dependencies import read_dependencies
from bot.readiness.reading.failure import read_failure
from bot.readiness.reading.labels import read_labels
from bot.readiness.reading.model import Entry, Person, Read, Reading, ReadRow
from bot.readiness.reading.names import index
from bot.readiness.reading.ownership import read_ownership
from bot.readiness.reading.passage import Passage, passage
from bot.readiness.reading.replacement import read_replacement
from bot.readiness.reading.review import read_review
from bot.readiness.slots import GROUPS, Slot

_READERS: dict[str, Callable[[Sequence[Passage]], Reading]] = {
    "ownership": read_ownership,
    "dependencies": read_dependencies,
    "failure": read_failure,
    "review": read_review,
    "replacement": read_replacement,
}


def read(conversation: str, entries: Sequence[Entry], people: Sequence[Person], on: date) -> Reading:
    """What the entries (in ts order; together one answer) say about the slots of a conversation.

    ``people``: the accounts whose names may be meant (first names are unique among the full members given); ``on`` is
    the
    day of reading in the channel's zone. Every value passes ``parse``. Another conversation's key gives an empty
    reading.
    Never raises, whatever the text; linear in its length (MODEL: Prose is the record; MEASURES: Bad input).
    """
    reader = _READERS.get(conversation)
    if reader is None:
        return Reading()
    names = index(people)
    passages = [passage(entry, names, on) for entry in entries]
    reading = read_labels(conversation, reader(passages), passages)
    reading = read_asked(conversation, reading, passages)
    group = GROUPS[conversation]
    rows = (ReadRow(row.kind, _parsed(slots_of(group, row.kind), row.slots, on)) for row in reading.rows)
    return Reading(_parsed(group.slots, reading.slots, on), tuple(row for row in rows if row.slots))


def _parsed(slots: Sequence[Slot], reads: Mapping[str, Read], on: date) -> dict[str, Read]:
    """The reads whose value may be kept, in the order of the slots."""
    kept = {}
    for slot in slots:
        if slot.name in reads:
            value = parse(slot, reads[slot.name].value, on)
            if value is not None and not isinstance(value, Refused):
                kept[slot.name] = Read(value, reads[slot.name].cites, reads[slot.name].proposal)
    return kept
