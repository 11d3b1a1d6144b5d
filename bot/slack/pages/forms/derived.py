"""What a row of a form is called; pre-filled rows of access and swappable parts take their name from a dependency."""

from __future__ import annotations

from collections.abc import Mapping

from bot.readiness.expected import DESTINATION, expected_rows, point_of
from bot.readiness.facts import Value
from bot.readiness.slots import POINTS
from bot.readiness.values import text
from bot.slack.pages.forms import words
from bot.slack.pages.words.people import short
from bot.work.view import View

NAME = 60
"""Characters of a row's name in a list."""


def row_name(view: View, group: str, row: str, values: Mapping[str, Value]) -> str:
    """What the row is called, as plain text (not escaped): "From Bookings table to the bot" for a pre-filled step."""
    if row in expected_rows(view.state, group):
        return (_step if group == "access" else _connection)(view, row)
    named = next((text(values.get(slot)) for slot in ("name", "what", "hop") if text(values.get(slot))), "")
    if group == "agnostic":
        named = words.CHOICES["point"].get(text(values.get("point")), "")
    return short(named, NAME) or words.NAMELESS[group]


def is_prefilled(view: View, group: str, row: str) -> bool:
    """Whether the row follows from the dependencies, so that nobody adds or removes it."""
    return row in expected_rows(view.state, group)


def _step(view: View, row: str) -> str:
    if row == DESTINATION:
        return f"The bot to {words.DESTINATION}"
    name = _dependency(view, row)
    return f"The bot to {name}" if point_of(view.state, row) == "model" else f"From {name} to the bot"


def _connection(view: View, row: str) -> str:
    if row == DESTINATION:
        return words.CHOICES["point"][DESTINATION]
    if row in POINTS:
        return words.CHOICES["point"][row]
    return _dependency(view, row)


def _dependency(view: View, row: str) -> str:
    """The name of a dependency, or what it is where it has none."""
    found = view.state.groups["dependencies"].rows.get(row)
    name = text(found.value("name")) if found else ""
    nameless = words.CHOICES["point"].get(point_of(view.state, row), words.NAMELESS["dependencies"]).lower()
    return short(name, NAME) if name else nameless
