"""What does it depend on? Every row complete, internal or under contract, and nothing run out."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.rules.dependency_dates import expiries_of
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import row_findings
from bot.readiness.rules.versions import moves
from bot.readiness.slots import DEPENDENCIES, Kind, Slot
from bot.readiness.states import RowState
from bot.readiness.values import text

KEY = "dependencies"
NEEDED = ("data", "model", "credential")
REFUSED = {
    ("stability", "none"): Code.STABILITY_NONE,
    ("by_hand", "yes"): Code.MOVED_BY_HAND,
    ("pinned", "no"): Code.NOT_PINNED,
}


def check(context: Context) -> list[Finding]:
    """What is wrong with the rows, and which kind of row is not there at all."""
    rows = context.group(KEY).rows
    kinds = {text(row.value("kind")) for row in rows.values()}
    absent = [kind for kind in NEEDED if kind not in kinds]
    found = [context.finding(Weight.MISSING, Code.NO_ROW_OF_KIND, KEY, values={"kind": kind}) for kind in absent]
    return [*found, *(finding for row in rows.values() for finding in _row(context, row))]


def expiries(context: Context) -> list[Expiry]:
    """Contracts, models and credentials that run out."""
    return [expiry for row in context.group(KEY).rows.values() for expiry in expiries_of(context, row)]


def slots_of(kind: str) -> tuple[Slot, ...]:
    """The slots of a row of this kind; for a kind that does not exist, the kind itself, which is then missing."""
    assert DEPENDENCIES.rows is not None
    kinds = DEPENDENCIES.rows.slots
    return kinds.get(kind) or (Slot("kind", Kind.CHOICE, choices=tuple(kinds)),)


def _row(context: Context, row: RowState) -> list[Finding]:
    slots = slots_of(text(row.value("kind")))
    return [*row_findings(context, KEY, row.id, row, slots), *_refused(context, row, {slot.name for slot in slots})]


def _refused(context: Context, row: RowState, names: set[str]) -> list[Finding]:
    found = [
        _finding(context, row, code, slot)
        for (slot, bad), code in REFUSED.items()
        if slot in names and row.value(slot) == bad
    ]
    if "version" in names and row.value("pinned") != "no" and moves(text(row.value("version"))):
        found.append(_finding(context, row, Code.VERSION_MOVES, "version"))
    return found


def _finding(context: Context, row: RowState, code: Code, slot: str) -> Finding:
    cause, values = row.slots[slot].fact, {"name": row.value("name"), "value": row.value(slot)}
    return context.finding(Weight.REFUSED, code, KEY, row.id, slot, cause=cause, values=values)
