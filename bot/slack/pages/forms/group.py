"""The form of a conversation or check: its own fields, its rows, and what else can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.readiness.slots import GROUPS, Slot
from bot.readiness.values import is_filled
from bot.slack.pages import presses
from bot.slack.pages.blocks import Block, actions, bold, button, context, section
from bot.slack.pages.forms import words
from bot.slack.pages.forms.conflicts import fields_beside, notice
from bot.slack.pages.forms.frame import DraftRef, ViewDict, modal
from bot.slack.pages.forms.inputs import Fields, shown_slots
from bot.slack.pages.forms.notes import notes
from bot.slack.pages.forms.rows import row_list
from bot.slack.pages.words.labels import LABELS
from bot.slack.pages.words.people import pilot_name
from bot.slack.pages.words.values import said
from bot.work.forms import Conflict
from bot.work.view import View

Values = Mapping[str, Any]


def group_form(
    view: View,
    group: str,
    draft: DraftRef,
    values: Values,
    page: int = 0,
    more: bool = False,
    conflict: Conflict | None = None,
    typed: Values | None = None,
) -> ViewDict:
    """The modal ``form:<group>`` of one of the nine groups.

    ``values``: what the fields open with by slot (saved, else read). ``typed``: what was typed, as a submission gives
    it; it goes before ``values``. ``page``: of the list of rows, from 0. ``more``: the optional fields too.
    ``conflict``: what somebody else saved meanwhile, shown beside what was typed.
    """
    slots = GROUPS[group].slots
    fields = Fields(group, values={**values, **(typed or {})})
    shown = shown_slots(slots, more)
    blocks = [
        intro(view, group),
        *notes(view, group),
        *notice(view, conflict),
        *fields_beside(view, fields, shown, conflict),
        *row_list(view, group, page),
        *_add(group),
        *also_saved(view, group, slots, shown, values),
        _buttons(view, group, slots, more),
    ]
    return modal(f"form:{group}", words.TITLES[group], blocks, draft)


def intro(view: View, group: str) -> Block:
    """The pilot's name and one line on what the form asks for."""
    return context(f"{bold(pilot_name(view))} · {words.INTRO[group]} {words.PARTIAL}")


def also_saved(view: View, group: str, slots: Sequence[Slot], shown: Sequence[Slot], values: Values) -> list[Block]:
    """What is saved in fields that stand behind *More fields*, so that nothing on record is out of sight."""
    hidden = [slot for slot in slots if slot not in shown and is_filled(slot, values.get(slot.name))]
    if not hidden:
        return []
    told = [f"{LABELS[group][slot.name]}: {said(view, slot, values[slot.name])}" for slot in hidden]
    return [context(f"Also on record: {' · '.join(told)}", block_id="also_saved")]


def more_button(slots: Sequence[Slot], more: bool) -> list[Block]:
    """[More fields], where there are optional ones that are not shown."""
    return [button("More fields", "more_fields")] if not more and any(slot.more for slot in slots) else []


def _add(group: str) -> list[Block]:
    """A button for each kind of row that can be added; one id must not stand twice in one block."""
    rows = GROUPS[group].rows
    if rows is None or tuple(rows.slots) == ("",):
        return []
    return [
        section(f"{bold(words.ROW_TITLES[kind])} · {words.ADD[kind][1]}", _adds(kind), block_id=f"add:{kind}")
        for kind in rows.slots
    ]


def _adds(kind: str, group: str = "") -> Block:
    return button(words.ADD[kind or group][0], "add_row", kind)


def _buttons(view: View, group: str, slots: Sequence[Slot], more: bool) -> Block:
    rows = GROUPS[group].rows
    add = [_adds("", group)] if rows and "" in rows.slots else []
    return actions(*add, *more_button(slots, more), presses.not_yet(view, group), block_id="buttons")
