"""A reply to a follow-up names no slot: "the duty phone". What was asked for says which one it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.readiness.facts import Value
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import Passage, SpotKind
from bot.readiness.reading.piece import whole
from bot.readiness.slots import GROUPS, Kind, Slot
from bot.readiness.talk import only_questions


def read_asked(conversation: str, reading: Reading, passages: Sequence[Passage]) -> Reading:
    """The reading with the group's slots that follow-ups had asked for, where the reply says nothing else about
    them."""
    group = GROUPS.get(conversation)
    if group is None:
        return reading
    finds = Finds()
    finds.reads = dict(reading.slots)
    slots = {slot.name: slot for slot in group.slots}
    for passage in passages:
        slot = slots.get(passage.entry.asked)
        if slot and not _known(finds, slot, passage) and not only_questions(passage.text):
            for value, proposal in _value(slot, passage):
                finds.add(slot.name, value, passage.ts, proposal)
    return Reading(finds.reads, reading.rows)


def _known(finds: Finds, slot: Slot, passage: Passage) -> bool:
    """Whether the slot, or anything else in the same message, was read already."""
    return slot.name in finds.reads or any(passage.ts in read.cites for read in finds.reads.values())


def _value(slot: Slot, passage: Passage) -> Iterator[tuple[Value, bool]]:
    """What the whole message is as a value of the slot; the only person or date in it, else its words."""
    piece = whole(passage)
    people = {spot.value: spot.proposal for spot in piece.spots(SpotKind.PERSON)}
    days = [spot.day for spot in piece.spots(SpotKind.DATE) if spot.day]
    if slot.kind is Kind.TEXT:
        yield piece.said[: slot.maximum_length], False
    elif slot.kind is Kind.USER and len(people) == 1:
        yield from people.items()
    elif slot.kind is Kind.USERS_OR_ROTA and people:
        yield {"users": list(people)}, True
    elif slot.kind is Kind.DATE and len(days) == 1:
        day = days[0].before(passage.anchor) if slot.done else days[0].after(passage.anchor)
        yield day.isoformat() if day else None, False
