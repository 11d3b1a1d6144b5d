"""Swappable parts: model, data source, destination and credentials are each set by a variable."""

from __future__ import annotations

from dataclasses import replace

from bot.readiness.codes import Code
from bot.readiness.expected import counted_rows, derived_slots, point_of
from bot.readiness.findings import Finding
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import row_findings
from bot.readiness.slots import AGNOSTIC
from bot.readiness.states import RowState

KEY = "agnostic"


def check(context: Context) -> list[Finding]:
    """Every connection point without the name of its variable is hard-wired."""
    rows = counted_rows(context.state, KEY)
    return [finding for key, row in rows.items() for finding in _point(context, key, row)]


def expiries(context: Context) -> list[Expiry]:
    """None: a variable does not run out."""
    del context
    return []


def _point(context: Context, key: str, row: RowState | None) -> list[Finding]:
    assert AGNOSTIC.rows is not None
    derived = derived_slots(context.state, KEY, key)
    slots = [slot for slot in AGNOSTIC.rows.slots[""] if slot.name not in derived]
    return [_named(context, key, row, finding) for finding in row_findings(context, KEY, key, row, slots)]


def _named(context: Context, key: str, row: RowState | None, finding: Finding) -> Finding:
    if finding.code != Code.MISSING or finding.slot != "setting":
        return finding
    dependency = context.group("dependencies").rows.get(key)
    point = point_of(context.state, key) or (row.value("point") if row else None)
    values = {"point": point, "name": dependency.value("name") if dependency else None}
    return replace(finding, code=Code.HARD_WIRED, values=values)
