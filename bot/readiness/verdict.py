"""The verdict: seven gates, each yes, no, lapsed or unanswered; ready if and only if all seven are yes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.readiness.codes import Code
from bot.readiness.facts import Record
from bot.readiness.findings import (
    ConversationState,
    ConversationStatus,
    Finding,
    GateAnswer,
    GateState,
    Lapse,
    Verdict,
    Weight,
)
from bot.readiness.numbers import Numbers
from bot.readiness.rules import EXPIRIES, check
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import who
from bot.readiness.slots import GATES, GROUPS
from bot.readiness.state import state_of
from bot.readiness.values import text
from bot.readiness.worth_knowing import links, warnings_of

DEFAULTS = Numbers()


def verdict(record: Record, on: date, numbers: Numbers = DEFAULTS) -> Verdict:
    """What the record says at the end of the date ``on`` (channel's zone). Pure and total: same facts, same verdict.

    Facts known later never matter; whatever the facts hold, nothing is raised: a malformed value counts as missing.
    """
    context = Context(record, state_of(record, record.end_of(on)), numbers)
    feeds = {key: _feed(context, key, on) for key in GROUPS}
    gates = tuple(_gate(number, key, feeds) for number, (key, _) in enumerate(GATES, start=1))
    warnings = [warning for feed in feeds.values() for warning in feed.warnings]
    return Verdict(on, gates, feeds, (*warnings, *links(context)), _lapses(context, on))


def _feed(context: Context, key: str, on: date) -> ConversationState:
    group = context.group(key)
    if group.not_yet is not None:
        return ConversationState(key, _unsound(context, key), True, (_not_yet(context, key),))
    if group.saved is None:
        nothing = context.finding(Weight.MISSING, Code.NOT_ANSWERED, key)
        return ConversationState(key, _unsound(context, key), False, (nothing,))
    findings = tuple(check(context, key, on))
    warnings = tuple(_unless_found(warnings_of(context, key, on), findings))
    return ConversationState(key, _status(context, key, findings), True, findings, warnings)


def _not_yet(context: Context, key: str) -> Finding:
    fact = context.group(key).not_yet
    assert fact is not None
    named, by_when = text(fact.values.get("who")), fact.values.get("by_when")
    known = context.state.members.get(named)
    asked = (named,) if named and (known is None or context.state.is_active(named)) else ()
    values = {"who": named or None, "by_when": by_when}
    return context.finding(Weight.NOT_YET, Code.NOT_YET, key, cause=fact, who=asked, values=values)


def _unless_found(warnings: list[Finding], findings: tuple[Finding, ...]) -> list[Finding]:
    """The warnings about places that no finding speaks of."""
    places = {(finding.row, finding.slot) for finding in findings}
    return [warning for warning in warnings if not warning.slot or (warning.row, warning.slot) not in places]


def _status(context: Context, key: str, findings: tuple[Finding, ...]) -> ConversationStatus:
    if not findings:
        return ConversationStatus.SOUND
    if all(finding.weight is Weight.LAPSED for finding in findings):
        return ConversationStatus.LAPSED
    return _unsound(context, key)


def _unsound(context: Context, key: str) -> ConversationStatus:
    return ConversationStatus.THIN if context.group(key).thin else ConversationStatus.OPEN


def _gate(number: int, key: str, feeds: Mapping[str, ConversationState]) -> GateState:
    fed_by = [feeds[feed] for feed in dict(GATES)[key]]
    answer = _answer(fed_by)
    findings = tuple(finding for feed in fed_by for finding in feed.findings)
    since = min((finding.since for finding in findings if finding.since), default=None)
    return GateState(number, key, answer, findings, since)


def _answer(feeds: list[ConversationState]) -> GateAnswer:
    """No before unanswered before lapsed before yes (MODEL: Seven gates)."""
    unsound = (ConversationStatus.OPEN, ConversationStatus.THIN)
    if any(feed.saved and feed.status in unsound for feed in feeds):
        return GateAnswer.NO
    if not all(feed.saved for feed in feeds):
        return GateAnswer.UNANSWERED
    if any(feed.status is ConversationStatus.LAPSED for feed in feeds):
        return GateAnswer.LAPSED
    return GateAnswer.YES


def _lapses(context: Context, on: date) -> tuple[Lapse, ...]:
    """What runs out after ``on`` by time alone, soonest first; a group answered *Not yet* has nothing to lose."""
    gates = {feed: gate for gate, feeds in GATES for feed in feeds}
    found = [
        Lapse(
            ends.on,
            ends.warns_from(context.numbers.warning_days),
            gates[key],
            key,
            ends.row,
            ends.slot,
            ends.code,
            who(ends, context),
            ends.values,
        )
        for key, expiries in EXPIRIES.items()
        if context.group(key).saved and not context.group(key).not_yet
        for ends in expiries(context)
        if ends.on > on
    ]
    return tuple(sorted(found, key=lambda lapse: (lapse.on, lapse.group, lapse.row)))
