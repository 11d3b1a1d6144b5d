"""What replaces it if it dies? A way to work without it that was tried, or nothing needed, agreed by somebody else."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules import nothing_needed
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.nothing_needed import KEY
from bot.readiness.rules.parts import group_findings
from bot.readiness.values import day, shifted, users

NO = (Weight.MISSING, Weight.REFUSED)


def check(context: Context) -> list[Finding]:
    """What is wrong with the way that is nearest to being enough; nothing when one of the two is."""
    return _nearest(context)[0]


def expiries(context: Context) -> list[Expiry]:
    """When the way that is nearest runs out."""
    return _nearest(context)[1]


def _nearest(context: Context) -> tuple[list[Finding], list[Expiry]]:
    """A way without a fault goes first, the one that holds longest first; else the one that people chose."""
    ways = [(group_findings(context, KEY), _tried(context))]
    if context.group(KEY).value("nothing_needed") == "yes":
        ways.insert(0, (nothing_needed.check(context), nothing_needed.expiries(context)))
    whole = [way for way in ways if not way[0] and way[1]]
    best = max(whole, key=lambda way: min(expiry.on for expiry in way[1]), default=None)
    return best or next((way for way in ways if _is_only_over(way[0])), ways[0])


def _is_only_over(findings: list[Finding]) -> bool:
    return not any(finding.weight in NO for finding in findings)


def _tried(context: Context) -> list[Expiry]:
    group = context.group(KEY)
    held = group.slots.get("tried_on")
    tried = day(held.value) if held else None
    if held is None or tried is None:
        return []
    on, known = shifted(tried, context.numbers.tried_days), context.day(held.known)
    asked, values = users(group.value("who")), {"tried_on": held.value}
    return [Expiry(on, tried, known, Code.TRIED_TOO_LONG_AGO, KEY, "", "tried_on", held.fact, asked, values)]
