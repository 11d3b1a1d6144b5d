"""People in a role: an active full member who accepted by their own click (MODEL: Slots and exact rules)."""

from __future__ import annotations

from dataclasses import replace

from bot.readiness.codes import Code
from bot.readiness.facts import Fact, FactKind
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules import people, written
from bot.readiness.rules.context import Context
from bot.readiness.rules.people import Role
from bot.readiness.states import Held


def role_findings(context: Context, role: Role) -> list[Finding]:
    """What is wrong with who holds the role; nothing for an empty slot, which is missing already."""
    held = people.held_in(context.state, role)
    if held is None:
        return []
    return [*_account(context, role, held), *_answer(context, role, held)]


def _account(context: Context, role: Role, held: Held) -> list[Finding]:
    user = people.holder(context.state, role)
    member = context.state.members.get(user)
    if context.state.is_active(user):
        return []
    if member is None:
        return [_finding(context, role, Weight.MISSING, Code.ACCOUNT_UNKNOWN, held.fact)]
    known = people.last_answer(context.state, role) or held.known
    return [account_finding(context, role.group, role.slot, user, known)]


def account_finding(context: Context, group: str, slot: str, user: str, since: Fact) -> Finding:
    """An account that is not active: lapsed where it was when ``since`` became known (or later), else refused."""
    member = context.state.members[user]
    weight = Weight.LAPSED if people.was_active(context.state, user, since) else Weight.REFUSED
    cause = member.fact if weight is Weight.LAPSED else since
    values = {"user": user, "state": member.state.value}
    return context.finding(weight, Code.ACCOUNT_NOT_ACTIVE, group, "", slot, cause=cause, values=values)


def _answer(context: Context, role: Role, held: Held) -> list[Finding]:
    if people.acceptance(context.state, role):
        return []
    answer = people.last_answer(context.state, role)
    if people.needs_right(context.state, role):
        return [_finding(context, role, Weight.REFUSED, Code.REVIEWER_MAY_NOT_STOP, answer)]
    if answer and answer.kind is FactKind.DECLINED and not people.may_not_stop(answer):
        return [_finding(context, role, Weight.MISSING, Code.DECLINED, answer)]
    if role is people.REVIEWER and not written.is_complete(context.state):
        return []  # there is nothing to say yes to, and that is what is missing
    return [_not_accepted(context, role, held)]


def _not_accepted(context: Context, role: Role, held: Held) -> Finding:
    user, owner = people.holder(context.state, role), people.holder(context.state, people.OWNER)
    asked = (user,) if context.state.is_active(user) else ()
    cause = people.asked_by(context.state, role) or held.known
    found = _finding(context, role, Weight.MISSING, Code.NOT_ACCEPTED, cause, asked)
    if role is people.BACKUP and owner and owner == context.state.builder_user:
        return replace(found, values={**found.values, "owner_is_builder": "yes"})
    return found


def _finding(
    context: Context, role: Role, weight: Weight, code: Code, cause: Fact | None, who: tuple[str, ...] = ()
) -> Finding:
    values = {"user": people.holder(context.state, role)}
    return context.finding(weight, code, role.group, "", role.slot, cause=cause, who=who, values=values)
