"""Verdicts, said rarely: ready reached or lost (shown in the channel too), a check that turned (COPY 5)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.findings import Finding, GateState
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, section
from bot.slack.pages.nearest import group_of
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import CHECKS, counted
from bot.slack.pages.words.findings import lapse_line, sentence
from bot.slack.pages.words.people import joined, people, person, pilot_name
from bot.work.view import View

MOST = 3
"""Checks that are told in full."""


def verdict(view: View, kind: str, turned: Sequence[str] = ()) -> Message:
    """A verdict post. ``kind``: ``ready``, ``lost`` (was ready), ``turned`` (``turned``: keys of gates that were met).

    It speaks of the moment it is sent: what has come right again by then is not told.
    """
    return {"ready": _ready, "lost": _lost, "turned": _turned}[kind](view, turned)


def _ready(view: View, turned: Sequence[str]) -> Message:
    del turned
    owner, backup = person(view, standing.named(view, "owner")), person(view, standing.named(view, "backup"))
    head = bold(f"{pilot_name(view)} is ready to ship.")
    lapses = view.verdict.lapses
    stays = f"It stays that way while they hold; the first to run out: {lapse_line(lapses[0], view)}." if lapses else ""
    told = f"{head} All seven checks are met today, with {owner} as owner and {backup} stepping in. {stays}".rstrip()
    first = [] if standing.live_since(view) else [presses.live(view)]
    blocks = [section(told), actions(*first, presses.get_record(view))]
    return message("", blocks, broadcast=True)


def _lost(view: View, turned: Sequence[str]) -> Message:
    del turned
    head = bold(f"{pilot_name(view)} is no longer ready.")
    return message("", _told(view, head, view.verdict.blockers), broadcast=True)


def _turned(view: View, turned: Sequence[str]) -> Message:
    gates = [gate for gate in view.verdict.blockers if gate.key in turned]
    names = joined([CHECKS[gate.key] for gate in gates] or [CHECKS[key] for key in turned])
    head = bold(f"{names} {'is' if len(turned) == 1 else 'are'} no longer met for {pilot_name(view)}.")
    return message("", _told(view, head, gates))


def _told(view: View, head: str, gates: Sequence[GateState]) -> list[Block]:
    """The headline, the first finding of each check with who can change it, and the forms to open."""
    firsts = [gate.findings[0] for gate in gates[:MOST] if gate.findings]
    lines = [_told_line(view, finding) for finding in firsts]
    rest = len(gates) - MOST
    if rest > 0:
        lines.append(f"{counted(rest, 'more check').capitalize()} turned with them.")
    text = f"{head} {lines[0]}" if len(lines) == 1 else "\n".join([head, *lines])
    forms = [presses.open_check(view, gate.key, group_of(gate)) for gate in gates[:1]]
    return [section(text), actions(*forms, presses.see_checks(view))]


def _told_line(view: View, finding: Finding) -> str:
    who = people(view, finding.who, most=2)
    return f"{sentence(finding, view)} {f'*{who}* can change that.' if who else ''}".rstrip()
