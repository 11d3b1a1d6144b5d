"""A reply to a follow-up names no slot: "the duty phone". What was asked for says which one it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import whole
from bot.readiness.reading.plain_value import plain_values
from bot.readiness.slots import GROUPS, Slot
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
            for value, proposal in plain_values(slot, whole(passage)):
                finds.add(slot.name, value, passage.ts, proposal)
    return Reading(finds.reads, reading.rows)


def _known(finds: Finds, slot: Slot, passage: Passage) -> bool:
    """Whether the slot, or anything else in the same message, was read already."""
    return slot.name in finds.reads or any(passage.ts in read.cites for read in finds.reads.values())
