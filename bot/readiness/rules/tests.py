"""Tests: a battery of good and bad inputs in version control that runs on every change, and ran since the last one."""

from __future__ import annotations

from datetime import date

from bot.readiness.codes import Code
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import group_findings
from bot.readiness.states import Held
from bot.readiness.values import day, shifted

KEY = "tests"
REFUSED = {
    ("in_version_control", "no"): Code.NOT_IN_VERSION_CONTROL,
    ("good", 0): Code.NO_GOOD_INPUTS,
    ("bad", 0): Code.NO_BAD_INPUTS,
    ("starts_on", "code_changes_only"): Code.NOT_ON_EVERY_CHANGE,
    ("starts_on", "by_hand"): Code.NOT_ON_EVERY_CHANGE,
}


def check(context: Context) -> list[Finding]:
    """What is missing, and what the rules refuse."""
    group = context.group(KEY)
    found = group_findings(context, KEY)
    for (slot, bad), code in REFUSED.items():
        if slot in group.slots and group.value(slot) == bad and group.value(slot) is not False:
            cause = group.slots[slot].fact
            found.append(context.finding(Weight.REFUSED, code, KEY, "", slot, cause=cause, values={"value": bad}))
    return found


def expiries(context: Context) -> list[Expiry]:
    """The run counts until a later change on record, without one until 100 days after it or "nothing changed"."""
    held = context.group(KEY).slots.get("last_run_on")
    ran = day(held.value) if held else None
    if held is None or ran is None:
        return []
    old, changed = _old(context, held, ran), _changed(context, held, ran)
    return [changed if changed and changed.on <= old.on else old]


def _old(context: Context, held: Held, ran: date) -> Expiry:
    said = [context.day(fact) for fact in context.state.nothing_changed]
    begins = max([ran, *said])
    known = max([context.day(held.known), *said])
    on = shifted(begins, context.numbers.test_run_days)
    values = {"last_run_on": held.value}
    return Expiry(on, begins, known, Code.TEST_RUN_OLD, KEY, "", "last_run_on", held.fact, values=values)


def _changed(context: Context, held: Held, ran: date) -> Expiry | None:
    """The first change on a day after that of the run."""
    change = next((fact for fact in context.state.changes if context.day(fact) > ran), None)
    if change is None:
        return None
    on, known = context.day(change), context.day(held.known)
    values = {"last_run_on": held.value, "changed_on": on.isoformat()}
    return Expiry(on, ran, known, Code.CHANGED_SINCE_TEST_RUN, KEY, "", "last_run_on", change, values=values)
