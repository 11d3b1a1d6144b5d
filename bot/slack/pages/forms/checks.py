"""The seven checks in a modal: how each stands, what is missing, and the form that changes it."""

from __future__ import annotations

from bot.readiness.findings import GateState
from bot.readiness.slots import GATES
from bot.slack.pages import presses
from bot.slack.pages.blocks import Block, actions, context, section
from bot.slack.pages.floor import check_text, headline
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.small import small_form
from bot.slack.pages.words.dates import moment
from bot.work.view import View

MOST = 8
"""Things missing that one check lists; what goes beyond is counted."""


def checks_view(view: View, draft: DraftRef) -> ViewDict:
    """``checks``: nothing to send, a button for each form."""
    blocks = [section(headline(view)), *(block for gate in view.verdict.gates for block in _check(view, gate))]
    return small_form("checks", draft, [*blocks, context(moment(view.now, view.pilot.zone))], sends=False)


def _check(view: View, gate: GateState) -> list[Block]:
    """One check; where two forms feed it, a button for each."""
    groups = dict(GATES)[gate.key]
    buttons = [presses.open_check(view, gate.key, group) for group in groups]
    said = check_text(view, gate, MOST)
    if len(buttons) == 1:
        return [section(said, buttons[0], block_id=f"check:{gate.key}")]
    pressed = zip(buttons, groups, strict=True)
    return [section(said), *(actions(one, block_id=f"check:{group}") for one, group in pressed)]
