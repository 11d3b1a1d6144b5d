"""When somebody else saved while a form was open: what they put stands beside what was typed (COPY 13.2)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.slots import Slot
from bot.slack.pages.blocks import Block, bold, context, section
from bot.slack.pages.forms import words
from bot.slack.pages.forms.inputs import TOGETHER, Fields
from bot.slack.pages.words.dates import clock, moment
from bot.slack.pages.words.people import person
from bot.slack.pages.words.values import said
from bot.work.forms import Conflict
from bot.work.view import View

EMPTY = "left empty"


def notice(view: View, conflict: Conflict | None) -> list[Block]:
    """The line at the top of a form that was saved, or whose row was removed, meanwhile."""
    if conflict is None:
        return []
    by = "you" if conflict.mine else person(view, conflict.fact.by)
    template = REMOVED if conflict.removed else MINE if conflict.mine else SAVED
    return [section(template.format(by=by, when=_when(view, conflict)), block_id="conflict")]


SAVED = (
    "{by} saved this form at {when} while you were writing. Your text is all here; the other entries stand below the "
    "fields that differ. Choose what to keep, then press *Save*."
)
MINE = (
    "You saved this form in another place at {when}. Your text is all here; what you saved there stands below the "
    "fields that differ. Choose what to keep, then press *Save*."
)
REMOVED = (
    "This was removed by {by} at {when} while you were writing. Your text is all here; *Save* puts it on the list "
    "again."
)


def fields_beside(view: View, fields: Fields, slots: Sequence[Slot], conflict: Conflict | None) -> list[Block]:
    """The fields of the slots, with the other person's entry under each field where it differs."""
    blocks: list[Block] = []
    for slot in slots:
        blocks += fields.blocks_of(slot)
        together = [slot, *(other for other in slots if TOGETHER.get(other.name) == slot.name)]
        if conflict and slot.name not in TOGETHER:
            blocks += [theirs_of(view, one, conflict) for one in together if one.name in conflict.theirs]
    return blocks


def theirs_of(view: View, slot: Slot, conflict: Conflict) -> Block:
    """What somebody put into the field of the slot meanwhile."""
    theirs = conflict.theirs[slot.name]
    offered = words.CHOICES.get(slot.name, {}).get(str(theirs))
    value = offered or said(view, slot, theirs, longest=500) or EMPTY
    return context(f"{person(view, conflict.fact.by)}, {_when(view, conflict)}: {bold(value)}")


def _when(view: View, conflict: Conflict) -> str:
    """The time of day, with the date where it was not today."""
    at = conflict.fact.at
    zone = view.record.zone
    return clock(at, zone) if view.record.day(at) == view.today else moment(at, zone)
