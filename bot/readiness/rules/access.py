"""Access: at every hop a limited service account, a log and a check; reviewed lately."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.expected import counted_rows, derived_slots
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import group_findings, row_findings
from bot.readiness.slots import ACCESS
from bot.readiness.states import RowState
from bot.readiness.values import day, shifted

KEY = "access"
REFUSED = {
    ("account", "service_admin"): Code.NOT_LIMITED,
    ("account", "a_persons"): Code.NOT_LIMITED,
    ("logged", "no"): Code.NOT_LOGGED,
    ("checked", "no"): Code.NOT_CHECKED,
}


def check(context: Context) -> list[Finding]:
    """What is wrong with the hops, and with the date of the last review of access when it was saved."""
    rows = counted_rows(context.state, KEY)
    hops = [finding for key, row in rows.items() for finding in _hop(context, key, row)]
    return [*group_findings(context, KEY), *hops, *_reviewed(context)]


def expiries(context: Context) -> list[Expiry]:
    """The review of access counts from the day its date was saved, without a date from the form's last save."""
    group = context.group(KEY)
    held = group.slots.get("reviewed_on")
    reviewed = day(held.value) if held else None
    cause = held.fact if held and reviewed else group.saved
    if cause is None:
        return []
    begins = context.day(cause)
    on = shifted(begins, context.numbers.access_review_days)
    values = {"reviewed_on": reviewed.isoformat() if reviewed else None}
    return [Expiry(on, begins, begins, Code.ACCESS_NOT_REVIEWED, KEY, "", "reviewed_on", cause, values=values)]


def _hop(context: Context, key: str, row: RowState | None) -> list[Finding]:
    assert ACCESS.rows is not None
    derived = derived_slots(context.state, KEY, key)
    slots = [slot for slot in ACCESS.rows.slots[""] if slot.name not in derived]
    found = row_findings(context, KEY, key, row, slots)
    for (slot, bad), code in REFUSED.items():
        if row is not None and row.value(slot) == bad:
            cause, values = row.slots[slot].fact, {"hop": row.value("hop"), slot: bad}
            found.append(context.finding(Weight.REFUSED, code, KEY, key, slot, cause=cause, values=values))
    return found


def _reviewed(context: Context) -> list[Finding]:
    held = context.group(KEY).slots.get("reviewed_on")
    reviewed = day(held.value) if held else None
    if held is None or reviewed is None:
        return []
    saved = context.day(held.fact)
    if (saved - reviewed).days <= context.numbers.access_review_days:
        return []
    values = {"reviewed_on": held.value, "saved_on": saved.isoformat()}
    old = Code.ACCESS_REVIEW_TOO_OLD
    return [context.finding(Weight.REFUSED, old, KEY, "", "reviewed_on", cause=held.fact, values=values)]
