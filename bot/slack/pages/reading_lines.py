"""The lines of a reading: each slot in people's words, each row as a short line, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.readiness.facts import FactKind, Value
from bot.readiness.rules.people import last_answer
from bot.readiness.slots import GROUPS, Slot
from bot.slack.pages.standing import ROLES
from bot.slack.pages.words.checks import counted
from bot.slack.pages.words.labels import KINDS, LABELS
from bot.slack.pages.words.values import listed, said
from bot.work.view import View

MOST_ROWS = 8
NOT_FOUND = "_not found yet_"
ROLE_SLOTS = {("ownership", "owner"): "owner", ("ownership", "backup"): "backup", ("review", "reviewer"): "reviewer"}

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Lines:
    """What a reading shows: its lines, and the labels of what is missing."""

    shown: tuple[str, ...]
    missing: tuple[str, ...]


def lines_of(view: View, conversation: str) -> Lines:
    """What was read of a conversation, laid over what is saved."""
    own = own_values(view, conversation)
    gaps = [slot.name for slot in needed(GROUPS[conversation].slots, own) if not _filled(own, slot)]
    shown = [_slot_line(view, conversation, slot, own) for slot in _shown_slots(conversation, own)]
    rows = row_values(view, conversation)
    row_lines, row_gaps = _rows(view, conversation, rows)
    missing = [*_missing_rows(conversation, rows), *(LABELS[conversation][name] for name in [*gaps, *row_gaps])]
    return Lines((*shown, *row_lines), tuple(dict.fromkeys(missing)))


def row_values(view: View, conversation: str) -> list[tuple[str, Values]]:
    """The rows that are saved and those that were read: kind and values of each."""
    group = view.state.groups[conversation]
    saved = [{name: held.value for name, held in row.slots.items()} for row in group.rows.values()]
    rows: list[tuple[str, Values]] = [(str(values.get("kind") or ""), values) for values in saved]
    found = view.readings.get(conversation)
    fresh = found.rows if found else ()
    return [*rows, *((row.kind, {name: read.value for name, read in row.slots.items()}) for row in fresh)]


def needed(slots: Iterable[Slot], values: Values) -> list[Slot]:
    """The slots that have to be given beside these values (MODEL: *nothing needed* stands for the way without it)."""
    if values.get("nothing_needed") == "yes":
        return []
    return [slot for slot in slots if slot.required and (slot.when is None or values.get(slot.when[0]) == slot.when[1])]


def own_values(view: View, conversation: str) -> dict[str, Value]:
    """The conversation's own slots: what was read, laid over what is saved."""
    found = view.readings.get(conversation)
    saved = {name: held.value for name, held in view.state.groups[conversation].slots.items()}
    return saved | ({name: read.value for name, read in found.slots.items()} if found else {})


def _filled(values: Values, slot: Slot) -> bool:
    return values.get(slot.name) not in (None, "")


def _shown_slots(conversation: str, values: Values) -> list[Slot]:
    wanted = {slot.name for slot in needed(GROUPS[conversation].slots, values)}
    return [slot for slot in GROUPS[conversation].slots if slot.name in wanted or _filled(values, slot)]


def _slot_line(view: View, conversation: str, slot: Slot, values: Values) -> str:
    words = said(view, slot, values.get(slot.name)) or NOT_FOUND
    role = ROLE_SLOTS.get((conversation, slot.name))
    standing = f" · {_asked(view, role, values.get(slot.name))}" if role and words != NOT_FOUND else ""
    return f"{LABELS[conversation][slot.name]}: {words}{standing}"


def _asked(view: View, role: str, user: Value) -> str:
    """Where the person's yes or no stands: ``will be asked``, ``asked``, ``said yes``, ``said no``."""
    group, slot = ROLES[role].group, ROLES[role].slot
    if view.state.groups[group].value(slot) != user:
        return "will be asked"
    answer = last_answer(view.state, ROLES[role])
    if answer is None:
        return "asked"
    return "said yes" if answer.kind is FactKind.ACCEPTED else "said no"


def _missing_rows(conversation: str, rows: list[tuple[str, Values]]) -> list[str]:
    """The rows that have to be there (MODEL: Slots and exact rules) and are missing altogether."""
    if conversation == "dependencies":
        kinds = {kind for kind, _ in rows}
        return [words for kind, words in NEEDED_KINDS.items() if kind not in kinds]
    hidden = any(values.get("loudness") in ("quiet", "invisible") for _, values in rows)
    return [HIDDEN_FAULT] if conversation == "failure" and not hidden else []


NEEDED_KINDS = {"data": "Data", "model": "A model", "credential": "A key or account"}
HIDDEN_FAULT = "A fault that nobody sees at once"


def _rows(view: View, conversation: str, rows: list[tuple[str, Values]]) -> tuple[list[str], list[str]]:
    declared = GROUPS[conversation].rows
    if declared is None:
        return [], []
    lines, gaps = [], []
    for kind, values in rows:
        slots = declared.slots.get(kind, ())
        empty = [slot.name for slot in needed(slots, values) if not _filled(values, slot)]
        lines.append(_row_line(view, conversation, kind, values, empty))
        gaps += empty
    rest = len(lines) - MOST_ROWS
    if rest > 0:
        lines = [*lines[:MOST_ROWS], f"… and {counted(rest, 'more row')}".replace("more rows", "more")]
    return lines or [f"Rows: {NOT_FOUND}"], gaps


def _row_line(view: View, conversation: str, kind: str, values: Values, empty: list[str]) -> str:
    declared = GROUPS[conversation].rows
    slots = declared.slots.get(kind, ()) if declared else ()
    words = listed(view, slots, values) or NOT_FOUND
    lead = f"{KINDS[kind]}: " if KINDS.get(kind) else ""
    names = [LABELS[conversation][name].lower() for name in empty[:3]]
    gap = f" · _still missing: {', '.join(names)}{' and more' if len(empty) > 3 else ''}_" if empty else ""
    return f"{lead}{words}{gap}"
