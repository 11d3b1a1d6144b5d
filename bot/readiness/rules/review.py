"""Who reviews the output? An active member who did not build it and confirmed it, often enough, and lately."""

from __future__ import annotations

from datetime import date

from bot.readiness.codes import Code
from bot.readiness.facts import Value
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules import people
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import group_findings
from bot.readiness.rules.roles import role_findings
from bot.readiness.states import GroupState
from bot.readiness.values import day, number, shifted, text

KEY = "review"
PERIODS = {"each_item": 1, "day": 1, "week": 7, "month": 31}


def check(context: Context) -> list[Finding]:
    """What is wrong with the reviewer, how often they look, and when they last did."""
    reviewer = _builder(context) or role_findings(context, people.REVIEWER)
    return [*group_findings(context, KEY), *reviewer, *_period(context), *_last(context)]


def expiries(context: Context) -> list[Expiry]:
    """The last review counts from the day it was saved, or the reviewer confirmed what is written."""
    held = context.group(KEY).slots.get("last_on")
    if held is None or day(held.value) is None:
        return []
    confirmed = people.acceptance(context.state, people.REVIEWER)
    begins = max(context.day(fact) for fact in (held.fact, confirmed) if fact)
    on = shifted(begins, context.numbers.review_days)
    asked, values = (people.holder(context.state, people.REVIEWER),), {"last_on": held.value}
    return [Expiry(on, begins, begins, Code.REVIEW_NOT_RENEWED, KEY, "", "last_on", held.fact, asked, values)]


def period_days(review: GroupState) -> int | None:
    """How many days lie between two reviews at most; None where it is not known."""
    every = text(review.value("every"))
    return number(review.value("every_days"), minimum=1) if every == "other_days" else PERIODS.get(every)


def _builder(context: Context) -> list[Finding]:
    reviewer = people.holder(context.state, people.REVIEWER)
    if not reviewer or reviewer != context.state.builder_user:
        return []
    cause, values = context.group(KEY).slots["reviewer"].fact, {"user": reviewer}
    return [context.finding(Weight.REFUSED, Code.REVIEWER_IS_BUILDER, KEY, "", "reviewer", cause=cause, values=values)]


def _period(context: Context) -> list[Finding]:
    review, allowed = context.group(KEY), context.numbers.review_period_max_days
    days = period_days(review)
    if days is None or days <= allowed:
        return []
    slot = "every_days" if review.value("every") == "other_days" else "every"
    cause, values = review.slots[slot].fact, {"days": days, "allowed_days": allowed}
    return [context.finding(Weight.REFUSED, Code.PERIOD_TOO_LONG, KEY, "", slot, cause=cause, values=values)]


def _last(context: Context) -> list[Finding]:
    """When it was saved, the last review lay at most two periods back, or a week where that is longer."""
    held, days = context.group(KEY).slots.get("last_on"), period_days(context.group(KEY))
    last = day(held.value) if held else None
    if held is None or last is None or days is None:
        return []
    saved = context.day(held.fact)
    allowed = max(context.numbers.review_last_min_days, context.numbers.review_last_periods * days)
    if (saved - last).days <= allowed:
        return []
    return [_too_old(context, last, saved, allowed)]


def _too_old(context: Context, last: date, saved: date, allowed: int) -> Finding:
    cause = context.group(KEY).slots["last_on"].fact
    values: dict[str, Value] = {"last_on": last.isoformat(), "saved_on": saved.isoformat(), "allowed_days": allowed}
    return context.finding(Weight.REFUSED, Code.LAST_REVIEW_TOO_OLD, KEY, "", "last_on", cause=cause, values=values)
