"""The floor: seven rows in one message, which doubles as the first verdict (EXPERIENCE: The thread, 5; COPY 5)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.findings import GateAnswer, GateState
from bot.readiness.slots import CONVERSATIONS, GATES
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, section
from bot.slack.pages.card_state import met as checks_met
from bot.slack.pages.nearest import nearest, nearest_line, remind_button
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import ANSWERS, CHECKS, GROUPS, count, counted
from bot.slack.pages.words.dates import moment
from bot.slack.pages.words.findings import lapse_line, lines
from bot.slack.pages.words.people import joined, people, pilot_name
from bot.work.view import View

MOST = 2
"""Findings that a row shows; the rest is counted, the form shows all of them."""
QUESTIONS = frozenset(group.key for group in CONVERSATIONS)
NAMED = "The name at the end of a line is the person who can change it"


def floor(view: View) -> Message:
    """The seven checks as they stand, what is missing, who can change it and since when; the nearest one below."""
    rows = [block for gate in view.verdict.gates for block in _row(view, gate)]
    return message("", [section(headline(view)), *rows, *_below(view), context(*small(view))])


def small(view: View) -> list[str]:
    """Who can change it, and the moment that the checks are of."""
    changers = all_by(view)
    who = f"{people(view, changers)} can change all of it" if changers else NAMED
    return [*([who] if view.verdict.blockers else []), moment(view.now, view.pilot.zone)]


def all_by(view: View) -> tuple[str, ...]:
    """The user ids of who can change everything that is missing, where that is the same throughout: then it is said
    once and not in each line."""
    found = [finding.who for gate in view.verdict.blockers for finding in gate.findings]
    return found[0] if len(found) > 1 and len(set(found)) == 1 else ()


def headline(view: View) -> str:
    """``AP Invoice Coder is not ready yet. Four of the seven checks are met; these three are not.``"""
    name, met, blockers = pilot_name(view), 7 - len(view.verdict.blockers), len(view.verdict.blockers)
    if not blockers or not met:
        return f"{bold(f'{name} is not ready yet.' if blockers else f'{name} is ready to ship.')} {checks_met(view)}"
    rest = "this one is not" if blockers == 1 else f"these {count(blockers)} are not"
    return f"{bold(f'{name} is not ready yet.')} {checks_met(view).rstrip('.')}; {rest}."


def check_text(view: View, gate: GateState, most: int = MOST, but: Sequence[str] = ()) -> str:
    """One check: its name and state, and a line for each thing that is missing; more than ``most`` are counted.

    ``but``: who need not be named, since they can change all of it.
    """
    head = f"*{CHECKS[gate.key]}* · {ANSWERS[gate.answer]}"
    rest = len(gate.findings) - most
    more = [f"… and {counted(rest, 'more thing')} here"] if rest > 0 else []
    return "\n".join([head, *lines(gate.findings[:most], view, but), *more])


def unanswered_form(view: View, gate: GateState) -> str:
    """The form behind the check that nobody has answered; "" where there is none, or only a conversation is open."""
    forms = [group for group in dict(GATES)[gate.key] if group not in QUESTIONS]
    return next((group for group in forms if not view.verdict.feeds[group].saved), "")


def _row(view: View, gate: GateState) -> list[Block]:
    """One check and a button for each form that feeds it; *Not yet* beside a form that nobody has answered."""
    text, form = check_text(view, gate, but=all_by(view)), unanswered_form(view, gate)
    noted = [presses.not_yet(view, form)] if form else []
    groups = dict(GATES)[gate.key]
    if len(groups) > 1:
        opens = [(presses.open_check(view, gate.key, group), noted if group == form else []) for group in groups]
        return [section(text), *(actions(button, *beside) for button, beside in opens)]
    words = "Look" if gate.answer is GateAnswer.YES else "Open"
    button = presses.open_check(view, gate.key, groups[0], text=words)
    return [section(text), actions(button, *noted)] if noted else [section(text, accessory=button)]


def _below(view: View) -> list[Block]:
    """The nearest check with its press, what was read and waits to be saved, or what runs out first."""
    blocks: list[Block] = []
    gate = nearest(view)
    remind = remind_button(view, gate, "primary") if gate else None
    unsaved = standing.waiting(view)
    said = [nearest_line(view, gate)] if gate else _first_lapse(view)
    if unsaved:
        said.append(f"Read but not saved: {joined([GROUPS[key] for key in unsaved])}.")
    if said:
        blocks.append(section("\n".join(said)))
    buttons = [*([remind] if remind else []), *([presses.save_all(view)] if unsaved else []), *_ready_buttons(view)]
    return [*blocks, *([actions(*buttons)] if buttons else [])]


def _first_lapse(view: View) -> list[str]:
    return [f"The first to run out: {lapse_line(view.verdict.lapses[0], view)}."] if view.verdict.lapses else []


def _ready_buttons(view: View) -> list[Block]:
    if not view.verdict.ready or standing.live_since(view):
        return []
    return [presses.live(view), presses.get_record(view)]
