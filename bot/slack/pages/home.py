"""App Home: what waits for the reader, and their pilots; the first time, how to begin (COPY 11)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, button, context, divider, escape, section
from bot.slack.pages.listing import state_line
from bot.slack.pages.review_words import review_as_written
from bot.slack.pages.words.checks import ROLE_ASKED, TITLES, counted
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import pilot_name, short
from bot.work.view import View

MOST = 15
WHY = 300
"""Characters of a reason."""
KEPT = (
    "I keep only what is written in a pilot's thread, in its forms, and in answers to me; nothing else from a channel "
    "is stored."
)
HOW = "Or type `/shipready start` and a name in the channel where your team talks."


def home(views: Sequence[View], user: str, name: str) -> Message:
    """The App Home of ``user`` (whose full name is ``name``). ``views``: the pilots that the reader may see."""
    mine = [view for view in views if _is_mine(view, user)]
    blocks = _first_time(name) if not mine else [*_waits(views, user), *_pilots(mine)]
    return Message("", view={"type": "home", "blocks": [*blocks, *_end(bool(mine))]})


def _first_time(name: str) -> list[Block]:
    first = escape(short((name.split() or ["there"])[0], 40))
    said = (
        f"{bold(f'Hello, {first}.')} Shipready asks five questions about an AI pilot and keeps the answers current, "
        "so that it is "
        "plain who owns it and what is still missing. No pilot has your name on it yet."
    )
    return [section(said)]


def _waits(views: Sequence[View], user: str) -> list[Block]:
    """What waits for the reader's own press or words."""
    waiting = [blocks for view in views for blocks in _waits_in(view, user)]
    head = f"*{counted(len(waiting), 'thing').capitalize()} {'waits' if len(waiting) == 1 else 'wait'} for you*"
    return (
        [section(head), *(block for blocks in waiting[: 2 * MOST] for block in blocks), divider()]
        if waiting
        else [section("*Nothing waits for you*"), divider()]
    )


def _waits_in(view: View, user: str) -> list[list[Block]]:
    """The blocks of each thing that waits in this pilot; nothing is confirmed here that is not shown here."""
    if view.pilot.state == "retired":
        return []
    name = bold(pilot_name(view))
    found = [_request(view, role) for role, asked in standing.still_out(view) if asked == user]
    found += [
        [section(f"{name} · you were asked: {TITLES[key]}", accessory=presses.answer_in_form(view, key))]
        for key, row in view.questions.items()
        if row.asked == user and not view.verdict.feeds[key].saved
    ]
    decision = standing.undecided(view)
    if decision and decision.second == user:
        agree, until = presses.second(view, decision.fact.id), day(decision.until, view.today)
        why = escape(short(decision.why, WHY))
        text = f"{name} · your agreement to shipping it anyway, until {until}: “{why}”"
        found.append([section(text, accessory=agree)])
    return found


def _request(view: View, role: str) -> list[Block]:
    """A yes or no that is out; a reviewer reads what they confirm, with every answer there is."""
    name = bold(pilot_name(view))
    if role != "reviewer":
        return [section(f"{name} · your yes or no to {ROLE_ASKED[role]}", accessory=presses.accept(view, role))]
    words, _ = review_as_written(view)
    answers = presses.accept(view, role), presses.not_quite(view), presses.may_not_stop(view)
    return [section(f"{name} · is this what you do? “{words}”"), actions(*answers)]


def _pilots(mine: Sequence[View]) -> list[Block]:
    shown = sorted(mine, key=lambda view: (view.verdict.ready, view.pilot.name_key))[:MOST]
    rows = [
        section(f"{bold(pilot_name(view))} · {state_line(view)}", accessory=presses.see_checks(view)) for view in shown
    ]
    rest = len(mine) - len(shown)
    return [
        section("*Your pilots*"),
        *rows,
        *([context(f"… and {rest} more: `/shipready list everywhere`")] if rest else []),
    ]


def _end(has_pilots: bool) -> list[Block]:
    buttons = [
        button("Start a pilot", "start_pilot", style=None if has_pilots else "primary"),
        button("Help", "run_command", "help"),
    ]
    return [actions(*buttons), context(HOW, KEPT)]


def _is_mine(view: View, user: str) -> bool:
    roles = {standing.named(view, role) for role in standing.ROLES} | {view.pilot.lead, view.state.builder_user}
    asked = any(row.asked == user for row in view.questions.values())
    second = standing.undecided(view)
    return user in roles or asked or bool(second and second.second == user)
