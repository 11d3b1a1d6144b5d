"""How does it fail? One quiet or invisible failure that somebody or something would notice, and a plan."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import group_findings, row_findings
from bot.readiness.slots import FAILURE, SIGNALS
from bot.readiness.states import RowState

KEY = "failure"
QUIET = ("quiet", "invisible")
GOOD_SIGNALS = SIGNALS[:3]


def check(context: Context) -> list[Finding]:
    """What is wrong with the plan, and, as long as no row is enough, with every quiet or invisible row."""
    own = group_findings(context, KEY)
    quiet = [row for row in context.group(KEY).rows.values() if row.value("loudness") in QUIET]
    found = [row_gaps(context, row) for row in quiet]
    if not quiet:
        return [*own, context.finding(Weight.MISSING, Code.NO_QUIET_FAILURE, KEY)]
    if not all(found):
        return own
    return [*own, *(finding for gaps in found for finding in gaps)]


def expiries(context: Context) -> list[Expiry]:
    """None: the age of a drill only warns."""
    del context
    return []


def row_gaps(context: Context, row: RowState) -> list[Finding]:
    """What keeps a row from being enough: empty slots, or a signal that shows nothing to anybody in time."""
    assert FAILURE.rows is not None
    gaps = row_findings(context, KEY, row.id, row, FAILURE.rows.slots[""])
    signal = row.value("signal")
    if row.value("loudness") in QUIET and signal in SIGNALS and signal not in GOOD_SIGNALS:
        cause, values = row.slots["signal"].fact, {"what": row.value("what"), "signal": signal}
        weak = Code.SIGNAL_TOO_WEAK
        gaps.append(context.finding(Weight.REFUSED, weak, KEY, row.id, "signal", cause=cause, values=values))
    return gaps
