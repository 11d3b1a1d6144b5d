"""The card: the root message of a pilot's thread, always at most eight lines (EXPERIENCE: The thread, 1; COPY 1)."""

from __future__ import annotations

from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, escape, section
from bot.slack.pages.card_state import state_lines
from bot.slack.pages.nearest import nearest, step_button, what_it_takes
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import CHECKS, TITLES, number_of
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import builder, builder_words, person, pilot_name, short
from bot.work.view import View

PURPOSE = 160
"""Characters of the purpose that the card shows."""
ANYONE = "Anyone in this channel may answer"
RECORD = "Replies here go on the record, later edits too"


def card(view: View) -> Message:
    """The card as the pilot stands: name, purpose, state, the next step, two or three buttons."""
    head = [bold(pilot_name(view))]
    if view.pilot.purpose.strip():
        head.append(escape(short(view.pilot.purpose, PURPOSE)))
    body = [*state_lines(view), *_next(view)]
    blocks = [section("\n".join(head)), section("\n".join(body)), actions(*_buttons(view)), context(_small(view))]
    return message("", blocks)


def card_moved(view: View, channel: str) -> Message:
    """What the card that was left behind says; ``channel`` is the id of where the pilot is now."""
    name = bold(pilot_name(view))
    return message("", [section(f"{name}\nThis pilot moved to <#{channel}>. What was written here stays on record.")])


def _next(view: View) -> list[str]:
    """The next step, one line; none where there is nothing to do."""
    if view.pilot.state == "retired":
        return []
    question = view.pilot.question
    if question:
        title = TITLES[question]
        row = view.questions.get(question)
        asked = f" Asked: {person(view, row.asked)}." if row and row.asked else ""
        return [f"*Next:* question {number_of(question)}, {title[0].lower()}{title[1:]}{asked}"]
    gate = nearest(view)
    return [f"*Next:* {CHECKS[gate.key]}, {what_it_takes(view, gate)}."] if gate else []


def _buttons(view: View) -> list[Block]:
    if view.pilot.state == "retired":
        return [presses.get_record(view), presses.more(view)]
    if view.pilot.question:
        last = presses.change_details(view) if standing.is_new(view) else presses.more(view)
        return [presses.answer_question(view, view.pilot.question), presses.see_checks(view), last]
    gate = nearest(view)
    if gate is not None:
        return [step_button(view, gate, "primary"), presses.see_checks(view), presses.more(view)]
    first = presses.see_checks(view) if standing.live_since(view) else presses.live(view)
    return [first, presses.get_record(view), presses.more(view)]


def _small(view: View) -> str:
    starter = standing.starter(view)
    made = f"Started by {person(view, starter)}{_built(view, starter)}"
    lead = f"Lead: {person(view, view.pilot.lead)}" if view.pilot.lead != starter else ""
    launch = view.pilot.launch_on
    since = standing.live_since(view)
    planned = f"Launch planned for {day(launch, view.today)}" if launch and not since else ""
    rule = ANYONE if standing.is_new(view) else RECORD
    return " · ".join(part for part in (made, lead, planned, _earlier(view), rule) if part)


def _built(view: View, starter: str) -> str:
    """Who built it: the starter, somebody else, or the words that were typed in place of an account."""
    if not view.state.builder_user:
        return f" · Who built it: {builder_words(view)}"
    return ", who also built it" if view.state.builder_user == starter else f", built by {builder(view)}"


def _earlier(view: View) -> str:
    """Where the thread went on before, when its card was deleted in this channel; "" otherwise."""
    left = [
        post for (kind, _), post in view.posts.items() if kind == "card_moved" and post.channel == view.pilot.channel
    ]
    link = view.link(left[-1].channel, left[-1].ts) if left else ""
    return f"<{link}|Earlier replies>" if link else ""
