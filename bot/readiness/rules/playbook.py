"""The incident playbook: detection, audit, sanitisation, and how far back to look."""

from __future__ import annotations

from collections.abc import Mapping

from bot.readiness.codes import Code
from bot.readiness.facts import Value
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import group_findings
from bot.readiness.rules.review import period_days
from bot.readiness.values import number

KEY = "playbook"


def check(context: Context) -> list[Finding]:
    """What is missing; looking back must not exceed what is kept, nor fall short of the review period."""
    playbook = context.group(KEY)
    back = number(playbook.value("look_back_days"), minimum=1)
    kept = number(playbook.value("retention_days"), minimum=1)
    review = period_days(context.group("review"))
    found = group_findings(context, KEY)
    if back is not None and kept is not None and back > kept:
        values = {"look_back_days": back, "retention_days": kept}
        found.append(_look_back(context, Code.LOOK_BACK_BEYOND_RETENTION, values))
    if back is not None and review is not None and back < review:
        values = {"look_back_days": back, "review_days": review}
        found.append(_look_back(context, Code.LOOK_BACK_SHORTER_THAN_REVIEW, values))
    return found


def expiries(context: Context) -> list[Expiry]:
    """None: a playbook does not run out by date."""
    del context
    return []


def _look_back(context: Context, code: Code, values: Mapping[str, Value]) -> Finding:
    cause = context.group(KEY).slots["look_back_days"].fact
    return context.finding(Weight.REFUSED, code, KEY, "", "look_back_days", cause=cause, values=values)
