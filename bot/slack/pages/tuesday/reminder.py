"""Reminders, in the thread of the letter; the last one says what happens when the question stays open (COPY 7)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.rhythm.days import local_day
from bot.slack.pages import standing
from bot.slack.pages.blocks import Block, Message, actions, section
from bot.slack.pages.shape import message
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.tuesday.ended import all_ended
from bot.slack.pages.tuesday.when import hour, weekday
from bot.slack.pages.words.checks import count
from bot.slack.pages.words.people import joined, person, pilot_name
from bot.work.checkins.letter_view import Asked, LetterView

NAMED = 5
"""Pilots that are named; the rest is counted."""


def reminder(view: LetterView) -> Message:
    """What is open still, or how it ended."""
    own = view.of("own")
    opened = [one for one in own if one.is_open]
    if not opened:
        return message("", all_ended(view, own, NAMED))
    text = _last_note(view, opened) if _is_last(view) else _first_note(view, opened)
    return message("", [section(text), actions(buttons.still_mine(view, opened), _other(view, opened))])


def _other(view: LetterView, opened: Sequence[Asked]) -> Block:
    return buttons.change(opened[0]) if len(opened) == 1 else buttons.one_by_one(view)


def _is_last(view: LetterView) -> bool:
    """Whether the window closes on the day of this reminder, where its reader is."""
    until = view.first.until
    return until is not None and view.letter.day >= local_day(until, view.first.zone)


def _names(opened: Sequence[Asked]) -> str:
    names = [pilot_name(one.view) for one in opened[:NAMED]]
    rest = len(opened) - NAMED
    return joined([*names, f"{count(rest)} more"] if rest > 0 else names)


def _first_note(view: LetterView, opened: Sequence[Asked]) -> str:
    head = f"As you asked on {weekday(view.first.day)}" if view.first.thursday else f"From {weekday(view.first.day)}"
    if len(opened) == 1:
        return f"{head}: is {_names(opened)} still yours? One press is enough."
    covers = "both" if len(opened) == 2 else f"all {count(len(opened))}"
    return f"{head}: are {_names(opened)} still yours? One press covers {covers}."


def _last_note(view: LetterView, opened: Sequence[Asked]) -> str:
    head = f"My last note about {_names(opened)}"
    until = view.first.until
    assert until is not None
    if view.now >= until:
        return f"{head}: the time for it is over. One press still settles it."
    closes = f"the question closes today at {hour(until, view.first.zone)}"
    return f"{head}: {closes}. {_after(opened)} Nothing gets switched off."


def _after(opened: Sequence[Asked]) -> str:
    """Who is asked next, and as what."""
    turns = list(dict.fromkeys(_next(one) for one in opened))
    if len(turns) == 1:
        who, what = turns[0]
        if not who:
            return "After that it has no confirmed owner until one person says yes."
        return f"After that I ask {who}, who {what}."
    names = [who for who in dict.fromkeys(who for who, _ in turns) if who]
    return f"After that I ask {joined(names[:NAMED])}, each about their own."


def _next(one: Asked) -> tuple[str, str]:
    """Who is asked when this stays open (a name, and what they do); "" for nobody."""
    view, owner = one.view, one.ask.user
    for user, what in ((standing.named(view, "backup"), "steps in for you"), (view.pilot.lead, "leads it")):
        if user and user != owner and view.state.is_active(user):
            return person(view, user), what
    return "", ""
