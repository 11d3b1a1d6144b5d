"""A reply to a follow-up about a row ("how would it come to light?") says more of that row and begins no new one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import ReadRow
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import whole
from bot.readiness.reading.plain_value import plain_values
from bot.readiness.slots import GROUPS, Slot


def row_asked_for(conversation: str, rows: Sequence[ReadRow], asked: str, sorts: Collection[str]) -> int | None:
    """The place of the row that a follow-up asked about: the only one of these sorts (kinds, or loudness where rows
    have no kinds) in which the slot is empty, else the only one that has it; None where that is not plain."""
    having = [
        number
        for number, row in enumerate(rows)
        if slot_of(conversation, row, asked) and (not sorts or _sort(row) in sorts)
    ]
    found = [number for number in having if asked not in rows[number].slots] or having
    return found[0] if len(found) == 1 else None


def _sort(row: ReadRow) -> str:
    loudness = row.slots.get("loudness")
    return row.kind or str(loudness.value if loudness else "")


def slot_of(conversation: str, row: ReadRow, name: str) -> Slot | None:
    """The slot of this name that the row may have."""
    declared = GROUPS[conversation].rows
    slots = declared.slots.get(row.kind, ()) if declared else ()
    return next((slot for slot in slots if slot.name == name), None)


def completed(conversation: str, row: ReadRow, finds: Finds, passage: Passage) -> ReadRow:
    """The row with what was found in the reply, and with the reply itself for the slot asked for when that says
    nothing else; a later message corrects what an earlier one said."""
    asked = slot_of(conversation, row, passage.entry.asked)
    if asked and not finds.reads and (asked.name != "version" or len(passage.text.split()) == 1):
        for value, proposal in plain_values(asked, whole(passage)):
            finds.add(asked.name, value, passage.ts, proposal)
    fitting = {name: read for name, read in finds.reads.items() if slot_of(conversation, row, name)}
    return ReadRow(row.kind, {**row.slots, **fitting})
