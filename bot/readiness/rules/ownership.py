"""Who owns it? Owner and backup: two active full members who accepted; covers given; the check-in has not lapsed."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.facts import FactKind
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules import people
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.rules.parts import group_findings
from bot.readiness.rules.roles import role_findings

KEY = "ownership"


def check(context: Context) -> list[Finding]:
    """What is wrong with the owner, the backup and their cover."""
    roles = [*role_findings(context, people.OWNER), *role_findings(context, people.BACKUP)]
    return [*group_findings(context, KEY), *roles, *_same_person(context), *_checkin(context)]


def expiries(context: Context) -> list[Expiry]:
    """None: nobody's ownership ends by date; a check-in that lapsed is a fact."""
    del context
    return []


def _same_person(context: Context) -> list[Finding]:
    owner = people.holder(context.state, people.OWNER)
    if not owner or owner != people.holder(context.state, people.BACKUP):
        return []
    cause = context.group(KEY).slots["backup"].fact
    return [context.finding(Weight.REFUSED, Code.SAME_PERSON, KEY, "", "backup", cause=cause, values={"user": owner})]


def _checkin(context: Context) -> list[Finding]:
    """A lapsed check-in holds until the owner accepts or a check-in is confirmed."""
    if not context.state.checkins or context.state.checkins[-1].kind is FactKind.CHECKIN_CONFIRMED:
        return []
    lapsed = context.state.checkins[-1]
    accepted = people.acceptance(context.state, people.OWNER)
    if accepted and accepted.at >= lapsed.at:
        return []
    return [context.finding(Weight.LAPSED, Code.CHECKIN_LAPSED, KEY, "", "owner", cause=lapsed)]
