"""Which check is nearest to being met, and the one press that brings it on."""

from __future__ import annotations

from collections.abc import Iterable

from bot.readiness.codes import Code
from bot.readiness.findings import Finding, GateState, Weight
from bot.readiness.slots import GATES
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block
from bot.slack.pages.words.checks import CHECKS, counted
from bot.slack.pages.words.people import first_name
from bot.work.view import View

PRESS, WHOLE = 1, 12
"""What a press of somebody else's counts for, and a form that nobody has filled in; a thing missing counts for two."""


def nearest(view: View) -> GateState | None:
    """The check that takes least to be met; among equals the first. None when all are met."""
    return min(view.verdict.blockers, key=lambda gate: (_effort(view, gate), gate.number), default=None)


def nearest_line(view: View, gate: GateState) -> str:
    """``The nearest one is Owner: a single press by Tom.``"""
    return f"The nearest one is {CHECKS[gate.key]}: {what_it_takes(view, gate)}."


def remind_button(view: View, gate: GateState, style: str | None = None) -> Block | None:
    """[Remind Tom] where the check waits for somebody's yes or no; None where it does not."""
    out = next((finding for finding in gate.findings if _is_press(view, finding)), None)
    user = str(out.values.get("user") or "") if out else ""
    return presses.remind(view, out.slot, user, style) if out and user else None


def step_button(view: View, gate: GateState, style: str | None = None) -> Block:
    """The button that brings the check on: a reminder where only a press is missing, else its form."""
    remind = remind_button(view, gate, style) if all(_is_press(view, finding) for finding in gate.findings) else None
    return remind or presses.open_check(view, gate.key, group_of(gate), style)


def group_of(gate: GateState) -> str:
    """The form to open for a check: that of its first finding, else the first that feeds it."""
    return next((finding.group for finding in gate.findings), _first_feed(gate.key))


def _first_feed(key: str) -> str:
    return dict(GATES)[key][0]


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """An account that is gone before what ran out, what a rule refuses, what is missing; a press that is out last."""
    return sorted(findings, key=_lightness)


def _lightness(finding: Finding) -> int:
    if finding.code in standing.ENDED:
        return 0
    if finding.code in (Code.NOT_ACCEPTED, Code.DECLINED):
        return len(BY_WEIGHT) + (finding.code == Code.NOT_ACCEPTED)
    return BY_WEIGHT[finding.weight]


BY_WEIGHT = {Weight.LAPSED: 1, Weight.REFUSED: 2, Weight.NOT_YET: 3, Weight.MISSING: 4, Weight.WARNING: 5}


def _is_press(view: View, finding: Finding) -> bool:
    return standing.as_asked(view, finding).code == Code.NOT_ACCEPTED


def _effort(view: View, gate: GateState) -> int:
    return sum(_effort_of(view, finding) for finding in gate.findings) or WHOLE


def _effort_of(view: View, finding: Finding) -> int:
    if _is_press(view, finding):
        return PRESS
    return WHOLE if finding.code in (Code.NOT_ANSWERED, Code.NOT_YET) else 2


def what_it_takes(view: View, gate: GateState) -> str:
    """``a single press by Tom``, ``one form to fill in``, ``two things to settle``."""
    out = [str(finding.values.get("user") or "") for finding in gate.findings if _is_press(view, finding)]
    if out and len(out) == len(gate.findings):
        return (
            f"a single press by {first_name(view, out[0])}"
            if len(out) == 1
            else f"{counted(len(out), 'press', 'presses')}"
        )
    if any(finding.code in (Code.NOT_ANSWERED, Code.NOT_YET) for finding in gate.findings) or not gate.findings:
        return "one form to fill in"
    return f"{counted(len(gate.findings), 'thing')} to settle"
