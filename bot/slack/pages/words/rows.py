"""What a row is called in the middle of a sentence: ``“Bookings table”``, ``the step “bot to staging table”``."""

from __future__ import annotations

from bot.readiness.expected import point_of
from bot.readiness.values import text
from bot.slack.pages.blocks import escape
from bot.slack.pages.words.labels import CHOICES
from bot.slack.pages.words.people import short
from bot.work.view import View

LONGEST = 60
"""Characters of a row's name."""


def row_name(view: View, group: str, row: str) -> str:
    """The row's name, escaped; rows that nobody has named yet get a name from what they stand for."""
    return NAMES[group](view, row) if group in NAMES else "this row"


def _value(view: View, group: str, row: str, slot: str) -> str:
    held = view.state.groups[group].rows.get(row)
    return escape(short(text(held.value(slot)), LONGEST)) if held else ""


def _dependency(view: View, row: str) -> str:
    name = _value(view, "dependencies", row, "name")
    return f"“{name}”" if name else "one dependency"


def _failure(view: View, row: str) -> str:
    what = _value(view, "failure", row, "what")
    return f"“{what}”" if what else "one failure"


def _hop(view: View, row: str) -> str:
    hop = _value(view, "access", row, "hop")
    if hop:
        return f"the step “{hop}”"
    if row == "destination":
        return "the step to its destination"
    return f"the step to {_dependency(view, row)}" if row in view.state.groups["dependencies"].rows else "one step"


def _point(view: View, row: str) -> str:
    if row in view.state.groups["dependencies"].rows:
        return _dependency(view, row)
    point = _value(view, "agnostic", row, "point") or point_of(view.state, row)
    return CHOICES["point"].get(point, "one connection")


NAMES = {"dependencies": _dependency, "failure": _failure, "access": _hop, "agnostic": _point}
"""How the rows of each group are named."""
