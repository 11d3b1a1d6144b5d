"""``status``: the whole state of a pilot, to the reader alone."""

from __future__ import annotations

from bot.readiness.findings import ConversationStatus
from bot.readiness.slots import CONVERSATIONS
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, section
from bot.slack.pages.card_state import state_lines
from bot.slack.pages.floor import check_text
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import TITLES
from bot.slack.pages.words.dates import moment
from bot.slack.pages.words.findings import lapse_line, sentence
from bot.slack.pages.words.holds import hold_line
from bot.slack.pages.words.people import person, pilot_name
from bot.work.view import View

FINDINGS, WARNINGS, LAPSES = 3, 5, 3
STATES = {
    ConversationStatus.SOUND: "complete",
    ConversationStatus.LAPSED: "ran out",
    ConversationStatus.THIN: "still missing something",
    ConversationStatus.OPEN: "still missing something",
}


def status(view: View) -> Message:
    """Conversations, checks, what blocks and who can change it, what runs out."""
    blocks = [
        section("\n".join([bold(pilot_name(view)), *state_lines(view), *_held(view), *_roles(view)])),
        section("\n".join(["*The five questions*", *(_question(view, group.key) for group in CONVERSATIONS)])),
        *(section(check_text(view, gate, FINDINGS)) for gate in view.verdict.gates),
        *_worth_knowing(view),
        actions(presses.see_checks(view), presses.more(view)),
        context(f"{moment(view.now, view.pilot.zone)} · Only you see this"),
    ]
    return message("", blocks)


def _held(view: View) -> list[str]:
    """Why nothing can be posted in the thread, where that is so."""
    return [f"*On hold.* {hold_line(view.pilot.hold)}"] if view.pilot.hold else []


def _roles(view: View) -> list[str]:
    """One line: owner, who steps in, reviewer and lead."""
    named = [("Owner", "owner"), ("Steps in", "backup"), ("Reviewer", "reviewer")]
    parts = [f"{label}: {_holder(view, role)}" for label, role in named]
    return [" · ".join([*parts, f"Lead: {person(view, view.pilot.lead)}"])]


def _holder(view: View, role: str) -> str:
    user = standing.named(view, role)
    if not user:
        return "nobody yet"
    return person(view, user) if standing.said_yes(view, role) else f"{person(view, user)} (no yes yet)"


def _question(view: View, conversation: str) -> str:
    feed, row = view.verdict.feeds[conversation], view.questions.get(conversation)
    if view.state.groups[conversation].not_yet:
        state = "not yet"
    elif feed.saved:
        state = STATES[feed.status]
    elif conversation in view.readings:
        state = "read, not saved"
    else:
        state = {"open": "open now", "parked": "parked"}.get(row.state if row else "", "not answered")
    asked = f" · asked: {person(view, row.asked)}" if row and row.asked and not feed.saved else ""
    return f"{TITLES[conversation]} {state}{asked}"


def _worth_knowing(view: View) -> list[Block]:
    """Warnings, which hold nothing up, and what runs out first."""
    lines = [sentence(finding, view) for finding in view.verdict.warnings[:WARNINGS]]
    rest = len(view.verdict.warnings) - WARNINGS
    lines += [f"… and {rest} more"] if rest > 0 else []
    lines += [f"Runs out: {lapse_line(lapse, view)}." for lapse in view.verdict.lapses[:LAPSES]]
    return [section("\n".join(["*Worth knowing; none of it holds anything up*", *lines]))] if lines else []
