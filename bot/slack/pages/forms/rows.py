"""The list of rows in a form: one line each with what is still missing, to edit or to remove, eight to a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.readiness.expected import counted_rows, derived_slots
from bot.readiness.facts import Value
from bot.readiness.reading import ReadRow
from bot.readiness.slots import GROUPS, Slot
from bot.readiness.states import RowState
from bot.readiness.values import is_filled, text
from bot.slack.pages.blocks import Block, actions, bold, button, confirm, escape, section
from bot.slack.pages.forms import words
from bot.slack.pages.forms.derived import is_prefilled, row_name
from bot.slack.pages.words.labels import KINDS, LABELS
from bot.slack.pages.words.values import listed
from bot.work.view import View

PAGE = 8
"""Rows to a page."""
READ_ROWS = 8
READ = "*Read in the thread, not on the list yet*"
TAKE = "Put them on the list"

Values = Mapping[str, Value]


def row_list(view: View, group: str, page: int) -> list[Block]:
    """The rows of a group that has rows, of one page (from 0; a page that is not there becomes the last one)."""
    if GROUPS[group].rows is None:
        return []
    rows = list(rows_of(view, group).items())
    last = max(0, (len(rows) - 1) // PAGE)
    page = min(max(page, 0), last)
    shown = rows[page * PAGE : (page + 1) * PAGE]
    blocks = [block for row, state in shown for block in _row(view, group, row, state)]
    if not rows:
        blocks = [section(words.NO_ROWS[group], block_id="no_rows")]
    return [*_earlier(page, len(rows)), *blocks, *_later(page, last, len(rows)), *_read(view, group)]


def rows_of(view: View, group: str) -> dict[str, RowState | None]:
    """The rows of a form by id, pre-filled ones first; None for a pre-filled row that nothing is saved of."""
    return counted_rows(view.state, group)


def values_of_row(state: RowState | None) -> dict[str, Value]:
    """What is saved of a row."""
    return {name: held.value for name, held in state.slots.items()} if state else {}


def slots_of_row(group: str, kind: str) -> tuple[Slot, ...]:
    """The slots of a row of the kind; none for a kind that does not exist."""
    rows = GROUPS[group].rows
    return rows.slots.get(kind, ()) if rows else ()


def missing_slots(slots: Sequence[Slot], values: Values) -> list[str]:
    """The names of the slots that are needed and empty."""
    return [slot.name for slot in slots if _is_needed(slot, values) and not is_filled(slot, values.get(slot.name))]


def _is_needed(slot: Slot, values: Values) -> bool:
    return slot.required and (slot.when is None or values.get(slot.when[0]) == slot.when[1])


def _row(view: View, group: str, row: str, state: RowState | None) -> list[Block]:
    values = values_of_row(state)
    derived = derived_slots(view.state, group, row)
    slots = [slot for slot in slots_of_row(group, text(values.get("kind"))) if slot.name not in derived]
    name = row_name(view, group, row, values)
    text_of = _lines(view, group, name, slots, values)
    return [section(text_of), actions(*_buttons(view, group, row, name), block_id=f"row:{row}")]


def _lines(view: View, group: str, name: str, slots: Sequence[Slot], values: Values) -> str:
    """The row in words: its name, what is known, what is still missing."""
    kind = KINDS.get(text(values.get("kind")), "").lower()
    known = listed(view, [slot for slot in slots if slot.name not in ("name", "what", "hop", "point")], values)
    names = [LABELS[group][slot].lower() for slot in missing_slots(slots, values)]
    gap = f"Still missing: {', '.join(names)}" if names else "Filled in"
    head = " · ".join(part for part in (bold(escape(name)), kind) if part)
    return "\n".join(part for part in (head, known, gap) if part)


def _buttons(view: View, group: str, row: str, name: str) -> list[Block]:
    edit = button("Edit", "edit_row", row, label=f"Edit: {name}")
    if is_prefilled(view, group, row):
        return [edit]
    asked = confirm("Remove it?", "It goes off the list. What was saved stays in the history.", "Remove", "Keep")
    return [edit, button("Remove", "remove_row", row, label=f"Remove: {name}", confirm=asked)]


def _earlier(page: int, total: int) -> list[Block]:
    if page == 0:
        return []
    return [_turn(f"Before these: {_span(page - 1, total)}", "Show earlier ones", page - 1)]


def _later(page: int, last: int, total: int) -> list[Block]:
    if page == last:
        return []
    return [_turn(f"After these: {_span(page + 1, total)}", "Show the next ones", page + 1)]


def _turn(text_of: str, label: str, page: int) -> Block:
    return section(text_of, accessory=button(label, "page", str(page)), block_id=f"page:{page}")


def _span(page: int, total: int) -> str:
    return f"{page * PAGE + 1} to {min(total, (page + 1) * PAGE)} of {total}"


def _read(view: View, group: str) -> list[Block]:
    """The rows that were read in the thread, with the press that puts them on the list, where they can be edited."""
    reading = view.readings.get(group)
    if reading is None or not reading.rows:
        return []
    lines = [read_line(view, group, row) for row in reading.rows[:READ_ROWS]]
    rest = len(reading.rows) - len(lines)
    lines += [f"… and {rest} more"] if rest else []
    taken = button(TAKE, "take_rows", style="primary", label=f"{TAKE}: {view.pilot.name}")
    return [section("\n".join([READ, *lines])), actions(taken, block_id="read_rows")]


def read_line(view: View, group: str, row: ReadRow) -> str:
    """One row that was read, as a line: its kind and what is known of it."""
    values = {name: read.value for name, read in row.slots.items()}
    known = listed(view, slots_of_row(group, row.kind), values)
    kind = KINDS.get(row.kind, "")
    return f"• {kind}: {known}" if kind else f"• {known}"
