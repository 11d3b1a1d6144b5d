"""``status``: the whole state of a pilot, to the reader alone."""

from __future__ import annotations

from bot.readiness.findings import ConversationStatus, GateState
from bot.readiness.slots import CONVERSATIONS
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, section
from bot.slack.pages.card_state import state_now
from bot.slack.pages.nearest import gravest_first
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import ANSWERS, CHECKS, TITLES, counted
from bot.slack.pages.words.dates import moment
from bot.slack.pages.words.findings import lapse_line, line, sentence
from bot.slack.pages.words.holds import hold_line
from bot.slack.pages.words.people import person, pilot_name
from bot.work.handover import is_self_made, open_offer
from bot.work.view import View

FURTHER, WARNINGS, LAPSES = 10, 5, 3
STATES = {
    ConversationStatus.SOUND: "complete",
    ConversationStatus.LAPSED: "ran out",
    ConversationStatus.THIN: "still missing something",
    ConversationStatus.OPEN: "still missing something",
}


def status(view: View, *, alone: bool = True) -> Message:
    """Conversations, checks, what blocks and who can change it, what runs out. ``alone``: in Slack, to one reader."""
    blocks = [
        section("\n".join([bold(pilot_name(view)), *state_now(view), *_held(view), *_roles(view)])),
        section("\n".join(["*The five questions*", *(_question(view, group.key) for group in CONVERSATIONS)])),
        *(section(_check(view, gate)) for gate in view.verdict.gates),
        *_further(view),
        *_worth_knowing(view),
        actions(presses.see_checks(view), presses.more(view)),
        context(f"{moment(view.now, view.pilot.zone)}{' · Only you see this' if alone else ''}"),
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
    if not standing.said_yes(view, role):
        return f"{person(view, user)} (no yes yet)"
    return f"{person(view, user)}{_offered(view) if role == 'owner' else ''}"


def _offered(view: View) -> str:
    """To whom the owner's place is offered, while that is open."""
    offered = open_offer(view.record)
    if offered is None:
        return ""
    user = person(view, str(offered.values.get("user")))
    if is_self_made(offered):
        return f" ({user} offers to take it over)"
    return f", offered to {user}, who has not answered yet"


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


def _check(view: View, gate: GateState) -> str:
    """One check with the gravest thing that is missing; the others are counted and stand below."""
    head, found = f"*{CHECKS[gate.key]}* · {ANSWERS[gate.answer]}", gravest_first(gate.findings)
    more = [f"{counted(len(found) - 1, 'more thing')}, below"] if len(found) > 1 else []
    return "\n".join([head, *(line(finding, view) for finding in found[:1]), *more])


def _further(view: View) -> list[Block]:
    """What else is missing, check by check; more than ``FURTHER`` lines are counted."""
    lines = [
        f"{CHECKS[gate.key]}: {line(finding, view)}"
        for gate in view.verdict.gates
        for finding in gravest_first(gate.findings)[1:]
    ]
    rest = len(lines) - FURTHER
    shown = [*lines[:FURTHER], *([f"… and {counted(rest, 'more thing')}"] if rest > 0 else [])]
    return [section("\n".join(["*What else is missing*", *shown]))] if lines else []


def _worth_knowing(view: View) -> list[Block]:
    """Warnings, which hold nothing up, and what runs out first."""
    lines = [sentence(finding, view) for finding in view.verdict.warnings[:WARNINGS]]
    rest = len(view.verdict.warnings) - WARNINGS
    lines += [f"… and {rest} more"] if rest > 0 else []
    lines += [f"Runs out: {lapse_line(lapse, view)}." for lapse in view.verdict.lapses[:LAPSES]]
    return [section("\n".join(["*Worth knowing; none of it holds anything up*", *lines]))] if lines else []
