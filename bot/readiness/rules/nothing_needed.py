"""Nothing needs to replace it: agreed lately by the own click of an active account that is not the builder's."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.facts import Fact
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.people import was_active
from bot.readiness.rules.roles import account_finding
from bot.readiness.values import shifted

KEY = "replacement"
SLOT = "nothing_needed"


def check(context: Context) -> list[Finding]:
    """What is wrong with *nothing needed*; call it only where that was saved."""
    held = context.group(KEY).slots[SLOT]
    if held.to_confirm:
        return [context.finding(Weight.MISSING, Code.TO_CONFIRM, KEY, "", SLOT, cause=held.fact)]
    agreed = _agreed(context)
    if agreed is None:
        return [context.finding(Weight.MISSING, Code.NOTHING_NEEDED_NOT_AGREED, KEY, "", SLOT, cause=held.known)]
    if not context.state.is_active(agreed.by):
        return [account_finding(context, KEY, SLOT, agreed.by, agreed)]
    return []


def expiries(context: Context) -> list[Expiry]:
    """When the agreement runs out."""
    agreed = _agreed(context)
    if agreed is None:
        return []
    begins = context.day(agreed)
    on = shifted(begins, context.numbers.nothing_needed_days)
    values = {"agreed_on": begins.isoformat(), "user": agreed.by}
    return [Expiry(on, begins, begins, Code.NOTHING_NEEDED_OLD, KEY, "", SLOT, agreed, (agreed.by,), values)]


def _agreed(context: Context) -> Fact | None:
    """The latest click that counts: after the save, not the builder's; one of an account still active goes first."""
    state = context.state
    since = context.group(KEY).slots[SLOT].known.at
    clicks = [fact for fact in state.agreed if fact.at >= since and fact.by and fact.by != state.builder_user]
    active = [fact for fact in clicks if state.is_active(fact.by)]
    once = [fact for fact in clicks if was_active(state, fact.by, fact)]
    return next(iter([*reversed(active), *reversed(once)]), None)
