"""What people saved, in people's words: choices, dates, names, counts. Everything typed by people comes out escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.readiness.facts import Value
from bot.readiness.slots import GROUPS, Kind, Slot
from bot.slack.pages.blocks import escape
from bot.slack.pages.words.dates import iso_day
from bot.slack.pages.words.labels import CHOICES
from bot.slack.pages.words.people import people, person, short
from bot.work.view import View

IN_ROW = {
    "until": "until {}",
    "retires_on": "retires on {}",
    "rotated_on": "changed on {}",
    "deputy": "deputy {}",
}
LONGEST = 150
"""Characters of a text that are shown in a list of what was read."""


def slot_named(group: str, name: str) -> Slot | None:
    """The slot of a group or of any of its rows by its name; None for a name that is not a slot."""
    declared = GROUPS[group]
    rows = declared.rows.slots.values() if declared.rows else ()
    return next((slot for slots in (declared.slots, *rows) for slot in slots if slot.name == name), None)


def said(view: View, slot: Slot, value: Value, longest: int = LONGEST) -> str:
    """A value as people read it, escaped; "" for an empty one."""
    if value is None or value == "":
        return ""
    if isinstance(value, Mapping):
        return who(view, value)
    text = str(value)
    if slot.kind is Kind.USER:
        return person(view, text)
    if text in CHOICES.get(slot.name, {}):
        return CHOICES[slot.name][text]
    if slot.kind is Kind.DATE:
        return escape(iso_day(text, view.today))
    return escape(short(text, longest))


def who(view: View, value: Mapping[str, object]) -> str:
    """*Who* of a row: a person, several people, or a named rota."""
    users = value.get("users")
    if isinstance(users, Iterable) and not isinstance(users, str):
        return people(view, [str(user) for user in users])
    if value.get("user"):
        return person(view, str(value["user"]))
    return escape(short(str(value.get("rota") or ""), LONGEST))


def listed(view: View, slots: Iterable[Slot], values: Mapping[str, Value], longest: int = 60) -> str:
    """The given values of a row as one short line: ``Bookings table, our own, no work by hand``."""
    words = (_in_row(view, slot, values.get(slot.name), longest) for slot in slots if not slot.more)
    return ", ".join(word for word in words if word)


def _in_row(view: View, slot: Slot, value: Value, longest: int) -> str:
    """The value with the word before it that says what it is, where the value alone does not: ``until 31 March``."""
    words = said(view, slot, value, longest)
    return IN_ROW[slot.name].format(words) if words and slot.name in IN_ROW and value != slot.word else words
