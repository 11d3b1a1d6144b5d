"""The seven checks in a modal: how each stands, what is missing, and the form that changes it."""

from __future__ import annotations

from bot.readiness.findings import GateState
from bot.readiness.slots import GATES
from bot.slack.pages import presses
from bot.slack.pages.blocks import Block, actions, context, section
from bot.slack.pages.floor import all_by, check_text, headline, small, unanswered_form
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.small import small_form
from bot.work.view import View

MOST = 8
"""Things missing that one check lists; what goes beyond is counted."""


def checks_view(view: View, draft: DraftRef) -> ViewDict:
    """``checks``: nothing to send, a button for each form."""
    blocks = [section(headline(view)), *(block for gate in view.verdict.gates for block in _check(view, gate))]
    return small_form("checks", draft, [*blocks, context(*small(view))], sends=False)


def _check(view: View, gate: GateState) -> list[Block]:
    """One check; where two forms feed it, a button for each; *Not yet* beside a form that nobody has answered."""
    groups, unanswered = dict(GATES)[gate.key], unanswered_form(view, gate)
    said = check_text(view, gate, MOST, but=all_by(view))
    if len(groups) == 1 and not unanswered:
        return [section(said, presses.open_check(view, gate.key, groups[0]), block_id=f"check:{gate.key}")]
    return [section(said), *(_buttons(view, gate, group, group == unanswered) for group in groups)]


def _buttons(view: View, gate: GateState, group: str, unanswered: bool) -> Block:
    noted = [presses.not_yet(view, group)] if unanswered else []
    place = gate.key if len(dict(GATES)[gate.key]) == 1 else group
    return actions(presses.open_check(view, gate.key, group), *noted, block_id=f"check:{place}")
