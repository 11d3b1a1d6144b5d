"""The form of one row: pushed on top of its group's form, saved by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.readiness.expected import derived_slots
from bot.slack.pages.blocks import Block, actions, bold, context, escape, section
from bot.slack.pages.forms import words
from bot.slack.pages.forms.conflicts import fields_beside, notice
from bot.slack.pages.forms.derived import is_prefilled, row_name
from bot.slack.pages.forms.frame import DraftRef, ViewDict, modal
from bot.slack.pages.forms.group import also_saved, more_button
from bot.slack.pages.forms.inputs import NEW_ROW, Fields, shown_slots
from bot.slack.pages.forms.rows import slots_of_row
from bot.slack.pages.words.people import pilot_name
from bot.work.forms import Conflict
from bot.work.view import View

Values = Mapping[str, Any]


def row_form(
    view: View,
    group: str,
    row_id: str,
    kind: str,
    draft: DraftRef,
    values: Values,
    more: bool = False,
    typed: Values | None = None,
    conflict: Conflict | None = None,
) -> ViewDict:
    """The modal ``row:<group>`` of one row; ``row_id`` "" and its kind for a new one.

    ``values``: what is saved of the row by slot; ``typed`` goes before it. What follows from a pre-filled row's id (the
    step, the connection) is shown as text. At most seven fields unless ``more``.
    """
    declared = slots_of_row(group, kind)
    shown = shown_slots(declared, more, derived_slots(view.state, group, row_id))
    fields = Fields(group, row_id or NEW_ROW, {**values, **(typed or {})})
    blocks = [
        *_intro(view, group, row_id, values),
        *notice(view, conflict),
        *fields_beside(view, fields, shown, conflict),
        *also_saved(view, group, [slot for slot in declared if slot.more], shown, values),
        *_buttons(more_button(declared, more)),
    ]
    return modal(
        f"row:{group}", words.ROW_TITLES.get(kind or group, words.ROW_TITLES["other"]), blocks, draft, close="Back"
    )


def _intro(view: View, group: str, row_id: str, values: Values) -> list[Block]:
    about = context(f"{bold(pilot_name(view))} · {words.PARTIAL}")
    if not is_prefilled(view, group, row_id):
        return [about]
    name = row_name(view, group, row_id, values)
    return [about, section(bold(escape(name)), block_id="row_name")]


def _buttons(elements: list[Block]) -> list[Block]:
    return [actions(*elements, block_id="buttons")] if elements else []
