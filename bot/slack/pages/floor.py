"""The floor: seven rows in one message, which doubles as the first verdict (EXPERIENCE: The thread, 5; COPY 5)."""

from __future__ import annotations

from bot.readiness.findings import GateAnswer, GateState
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, section
from bot.slack.pages.card_state import met as checks_met
from bot.slack.pages.nearest import group_of, nearest, nearest_line, remind_button
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import ANSWERS, CHECKS, GROUPS, count, counted
from bot.slack.pages.words.dates import moment
from bot.slack.pages.words.findings import lapse_line, line
from bot.slack.pages.words.people import joined, pilot_name
from bot.work.view import View

MOST = 2
"""Findings that a row shows; the rest is counted, the form shows all of them."""


def floor(view: View) -> Message:
    """The seven checks as they stand, what is missing, who can change it and since when; the nearest one below."""
    blocks = [section(headline(view)), *(_row(view, gate) for gate in view.verdict.gates), *_below(view)]
    small = [moment(view.now, view.pilot.zone)]
    if view.verdict.blockers:
        small.insert(0, "The name at the end of a line is the person who can change it")
    return message("", [*blocks, context(*small)])


def headline(view: View) -> str:
    """``AP Invoice Coder is not ready yet. Four of the seven checks are met; these three are not.``"""
    name, met, blockers = pilot_name(view), 7 - len(view.verdict.blockers), len(view.verdict.blockers)
    if not blockers or not met:
        return f"{bold(f'{name} is not ready yet.' if blockers else f'{name} is ready to ship.')} {checks_met(view)}"
    rest = "this one is not" if blockers == 1 else f"these {count(blockers)} are not"
    return f"{bold(f'{name} is not ready yet.')} {checks_met(view).rstrip('.')}; {rest}."


def check_text(view: View, gate: GateState, most: int = MOST) -> str:
    """One check: its name and state, and a line for each thing that is missing; more than ``most`` are counted."""
    lines = [f"*{CHECKS[gate.key]}* · {ANSWERS[gate.answer]}"]
    lines += [line(finding, view) for finding in gate.findings[:most]]
    rest = len(gate.findings) - most
    if rest > 0:
        lines.append(f"… and {counted(rest, 'more thing')} here")
    return "\n".join(lines)


def _row(view: View, gate: GateState) -> Block:
    return section(check_text(view, gate), accessory=_open(view, gate))


def _open(view: View, gate: GateState) -> Block:
    met = gate.answer is GateAnswer.YES
    return presses.open_check(view, gate.key, group_of(gate), text="Look" if met else "Open")


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
