"""From the slots that a form shows to its input blocks (docs/ids.md: block_id ``<slot>`` or ``<row id>.<slot>``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.readiness.facts import Value
from bot.readiness.slots import Kind, Slot
from bot.slack.pages.blocks import Block, input_block
from bot.slack.pages.forms import elements, words

NEW_ROW = "new"
"""Stands for the row id in the block_ids of a row that is not saved yet."""
TOGETHER = {"checked": "logged"}
"""Slots that stand in the boxes of another one: one field for both."""
SENTENCES = {
    "path", "trigger", "first_action", "what", "cover_hours", "cover_off_hours",
    "detection", "audit", "sanitisation", "look_back_reason", "if_gone",
}  # fmt: skip
"""Text slots whose answer is a sentence: several lines to write in."""
ROTA = "rota"


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields to show: of which group, of which row ("" for the group's own), and what they open with by slot (as
    saved, read or just typed)."""

    group: str
    row: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def block_id(self, slot: str, second: str = "") -> str:
        """The block_id of a slot's field; ``second``: of its second field."""
        return ".".join(part for part in (self.row, slot, second) if part)

    def blocks_of(self, slot: Slot) -> list[Block]:
        """The field of a slot, or its two fields; none for a slot that stands in another one's boxes."""
        if slot.name in TOGETHER:
            return []
        first = self._input(slot.name, words.LABELS[self.group][slot.name], self._element(slot), self._hint(slot))
        return [first, *self._second(slot)]

    def _input(self, slot: str, label: str, element: Block, hint: str = "", second: str = "") -> Block:
        return input_block(label, element, self.block_id(slot, second), hint=hint)

    def _hint(self, slot: Slot) -> str:
        return words.HINTS.get(self.group, {}).get(slot.name, "")

    def _element(self, slot: Slot) -> Block:
        value = self.values.get(slot.name)
        if slot.name in TOGETHER.values():
            ticked = [name for name in words.CHOICES[slot.name] if self.values.get(name) == "yes"]
            return elements.tick_boxes(slot.name, words.CHOICES[slot.name], ticked)
        if slot.kind is Kind.TEXT:
            return elements.text_input(slot.name, value, longest=slot.maximum_length, multiline=slot.name in SENTENCES)
        return _BY_KIND[slot.kind](slot, value)

    def _second(self, slot: Slot) -> list[Block]:
        """The second field of a slot that can be given in two ways: a word to tick, or the name of a rota."""
        value = self.values.get(slot.name)
        label = words.OR.get(slot.name, "")
        if slot.word:
            box = elements.tick_boxes(slot.name, words.CHOICES[slot.name], [value])
            return [self._input(slot.name, label, box, second=slot.word)]
        if slot.kind in (Kind.USER_OR_ROTA, Kind.USERS_OR_ROTA):
            rota = value.get(ROTA) if isinstance(value, Mapping) else None
            line = elements.text_input(slot.name, rota, longest=slot.maximum_length)
            return [self._input(slot.name, label, line, words.ROTA_HINT, second=ROTA)]
        return []


def shown_slots(slots: Iterable[Slot], more: bool, hidden: Iterable[str] = ()) -> list[Slot]:
    """The slots that a form shows: those behind *More* only when asked for, none that follows from the row's id."""
    without = set(hidden)
    return [slot for slot in slots if (more or not slot.more) and slot.name not in without]


def _choice(slot: Slot, value: object) -> Block:
    choices = {choice: words.CHOICES[slot.name][choice] for choice in slot.choices}
    if len(choices) == 1:
        return elements.tick_boxes(slot.name, choices, [value])
    return elements.choose_one(slot.name, choices, value)


def _one_person(slot: Slot, value: object) -> Block:
    user = value.get("user") if isinstance(value, Mapping) else value
    return elements.user_select(slot.name, user)


def _people(slot: Slot, value: object) -> Block:
    users = value.get("users") if isinstance(value, Mapping) else None
    return elements.users_select(slot.name, users)


_BY_KIND: dict[Kind, Callable[[Slot, Value], Block]] = {
    Kind.DATE: lambda slot, value: elements.date_picker(slot.name, value),
    Kind.NUMBER: lambda slot, value: elements.number_input(slot.name, value),
    Kind.CHOICE: _choice,
    Kind.USER: _one_person,
    Kind.USER_OR_ROTA: _one_person,
    Kind.USERS_OR_ROTA: _people,
}
