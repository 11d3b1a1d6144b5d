"""A question of the thread, one at a time (EXPERIENCE: The thread of a pilot, 2; COPY 2)."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.slack.pages import presses
from bot.slack.pages.blocks import Block, Message, actions, context, escape, section
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import NOT_YET, TITLES, number_of
from bot.slack.pages.words.dates import iso_day
from bot.slack.pages.words.people import builder, person, pilot_name
from bot.slack.pages.words.questions import ASKS, EXAMPLES
from bot.work.view import View

REPLY = "Or just reply here, in as many messages as you like."
PRIVATE = "Your answer goes on the record with your name, and is shown in the pilot's thread."


def question(view: View, conversation: str) -> Message:
    """The message of one question: open, parked, answered, or answered with *Not yet*."""
    blocks = [section(f"*{heading(conversation)}*\n{ask(view, conversation)}"), *_below(view, conversation)]
    return message(f"{view.pilot.name}, {heading(conversation)}", blocks)


def asked_privately(view: View, conversation: str, asked_by: str) -> Message:
    """The same question for somebody who is not in the channel, as a direct message (``asked_by``: a user id)."""
    name, asker = pilot_name(view), person(view, asked_by)
    title = TITLES[conversation]
    lead = f"*{asker} asks you about {name}: {title}*"
    if view.verdict.feeds[conversation].saved:
        return message("", [section(f"{lead}\nAnswered, thank you. The pilot's thread shows it.")])
    blocks = [
        section(f"{lead}\n{ask(view, conversation)}"),
        actions(presses.answer_in_form(view, conversation), presses.not_yet(view, conversation)),
        section(PRIVATE, accessory=presses.example(view, conversation)),
    ]
    return message(f"{asker} asks you about {name}: {title}", blocks)


def example(view: View, conversation: str) -> Message:
    """The example of a question, for the reader alone (people paste what they see in a thread)."""
    lead = f"An example for question {number_of(conversation)}, about another system. Yours may be shorter."
    return message(
        "", [section(f"{lead}\n>{EXAMPLES[conversation]}"), context(f"For {pilot_name(view)}, seen by you alone")]
    )


def heading(conversation: str) -> str:
    """``1 of 5 · Who owns it?``"""
    return f"{number_of(conversation)} of 5 · {TITLES[conversation]}"


def ask(view: View, conversation: str) -> str:
    """The words of a question, about this pilot."""
    who = builder(view)
    with_it = f"{who}, who built it" if view.state.builder_user else who
    return ASKS[conversation].format(pilot=pilot_name(view), builder=who, builder_who=with_it)


def _below(view: View, conversation: str) -> list[Block]:
    row = view.questions.get(conversation)
    group = view.state.groups[conversation]
    if group.not_yet is not None:
        return _noted(view, conversation)
    if conversation in view.readings and row is not None and row.probe:
        return [context("Answered in part; see below"), actions(presses.ask_someone(view, conversation))]
    if conversation in view.readings or group.saved is not None or (row and row.read_at):
        return [context("Answered; see below")]
    if row is not None and row.state == "parked":
        said = _asked(view, conversation) or [context("Parked. It can be answered at any time.")]
        return [*said, _buttons(view, conversation, parked=True)]
    return [
        _buttons(view, conversation),
        section(REPLY, accessory=presses.example(view, conversation)),
        *_asked(view, conversation),
    ]


def _buttons(view: View, conversation: str, parked: bool = False) -> Block:
    first = [presses.answer_in_form(view, conversation), presses.not_yet(view, conversation)]
    rest = [presses.ask_someone(view, conversation), presses.park(view, conversation)]
    return actions(*first, *(rest[:1] if parked else rest))


def _asked(view: View, conversation: str) -> list[Block]:
    row = view.questions.get(conversation)
    if row is None or not row.asked:
        return []
    by = f", by {person(view, row.asked_by)}" if row.asked_by else ""
    return [context(f"Asked: {person(view, row.asked)}{by}")]


def _noted(view: View, conversation: str) -> list[Block]:
    """*Not yet* was answered: who could change that, and by when (both may stay open)."""
    fact = view.state.groups[conversation].not_yet
    assert fact is not None
    who, by_when = fact.values.get("who"), fact.values.get("by_when")
    noted = f"Noted: {NOT_YET[conversation]}."
    if who or by_when:
        named = f" {person(view, str(who))} is named to change that" if who else " A change is planned"
        until = f" by {escape(iso_day(by_when, view.today))}" if by_when else ""
        return [context(f"{noted}{named}{until}."), _later(view, conversation)]
    if _left_open(view, conversation):
        return [context(f"{noted} It can be answered at any time."), _later(view, conversation)]
    return [
        section(f"{noted} Who could change that, and by when?"),
        actions(presses.not_yet_details(view, conversation), presses.leave_open(view, conversation)),
        context("The thread has gone on. You can come back at any time."),
    ]


def _left_open(view: View, conversation: str) -> bool:
    """*Leave it open* says *Not yet* once more, without person and date."""
    group = view.state.groups[conversation]
    since = group.saved.at if group.saved else view.record.started_at
    said = [
        fact
        for fact in view.record.facts
        if fact.kind is FactKind.NOT_YET and fact.group == conversation and fact.at >= since
    ]
    return len(said) > 1


def _later(view: View, conversation: str) -> Block:
    return actions(presses.answer_in_form(view, conversation))
