"""What every group has in common: empty slots, slots to confirm, dates of things done that lie ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.readiness.codes import Code
from bot.readiness.facts import Fact
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.slots import GROUPS, Slot
from bot.readiness.states import Held, RowState
from bot.readiness.values import day, is_filled

Slots = Mapping[str, Held]


def value_of(slots: Slots, name: str) -> object:
    """A slot's value, None where nothing was saved."""
    held = slots.get(name)
    return held.value if held else None


def group_findings(context: Context, key: str) -> list[Finding]:
    """What is missing, to confirm, or dated after its save in a group's own slots."""
    return [*slot_findings(context, key, "", GROUPS[key].slots, context.group(key).slots)]


def row_findings(context: Context, key: str, row: str, state: RowState | None, slots: Iterable[Slot]) -> list[Finding]:
    """The same for a row; ``state`` None is a row that should be there and is not."""
    saved = state.saved if state else None
    return slot_findings(context, key, row, slots, state.slots if state else {}, saved)


def slot_findings(
    context: Context, key: str, row: str, slots: Iterable[Slot], held: Slots, saved: Fact | None = None
) -> list[Finding]:
    """One finding at most for each of the slots."""
    found: list[Finding] = []
    for slot in slots:
        code = _wrong(context, slot, held)
        if code is None:
            continue
        weight = Weight.REFUSED if code is Code.DATE_AFTER_SAVE else Weight.MISSING
        place = held.get(slot.name)
        cause, value = (place.fact, place.value) if place else (saved, None)
        found.append(context.finding(weight, code, key, row, slot.name, cause=cause, values={"value": value}))
    return found


def _wrong(context: Context, slot: Slot, held: Slots) -> Code | None:
    place = held.get(slot.name)
    if place is None or not is_filled(slot, place.value):
        return Code.MISSING if _is_needed(slot, held) else None
    if place.to_confirm:
        return Code.TO_CONFIRM
    done = day(place.value) if slot.done else None
    return Code.DATE_AFTER_SAVE if done and done > context.day(place.fact) else None


def _is_needed(slot: Slot, held: Slots) -> bool:
    return slot.required and (slot.when is None or value_of(held, slot.when[0]) == slot.when[1])
