"""The question to the backup, and to the lead, when the owner was silent (COPY 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.readiness.rhythm.days import local_day
from bot.slack.pages import standing
from bot.slack.pages.blocks import Block, actions, bold, context, section
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.tuesday.part import NOTHING, Part, and_more
from bot.slack.pages.words.checks import count
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.people import first_name, person, pilot_name
from bot.work.checkins.letter_view import Asked, LetterView

UNTOUCHED = "the system itself runs on untouched"


def part(view: LetterView, most: int) -> Part:
    """A paragraph with its buttons for each pilot, at most ``most``; then how the others ended."""
    asked = view.of("backup", "lead")
    if not asked:
        return NOTHING
    opened = [one for one in asked if one.is_open]
    ended = [section(_ended(one)) for one in asked if not one.is_open][:most]
    if not opened:
        return Part("", ended)
    single = len(opened) == 1
    head = [] if single else [section(_head(opened))]
    rows = [block for one in opened[:most] for block in row(view, one, alone=single)]
    small = [context(_small(opened))]
    return Part(_preview(opened), [*head, *rows, *and_more(opened, most), *small, *ended])


def _preview(opened: Sequence[Asked]) -> str:
    if len(opened) == 1:
        return f"How do things stand with {pilot_name(opened[0].view)}?"
    return f"How do things stand with {count(len(opened))} pilots?"


def _head(opened: Sequence[Asked]) -> str:
    """What is said once for several pilots."""
    title = bold(f"How do things stand with {count(len(opened))} pilots?")
    return f"{title}\nI could not reach their owners. Nothing is switched off, whatever you answer."


def row(view: LetterView, one: Asked, *, alone: bool) -> list[Block]:
    """One pilot: its owner, what follows when it stays open, and what can be said."""
    assert one.checkin is not None
    owner, name = person(one.view, one.checkin.owner), bold(pilot_name(one.view))
    if alone:
        text = f"I could not reach {owner} about {name}. Do you know how things stand? {_then(view, one)}".rstrip()
    else:
        text = f"{name} · owner {owner}{_until(view, one)}"
    return [section(text), actions(*_buttons(one))]


def _buttons(one: Asked) -> list[Block]:
    assert one.checkin is not None
    first = first_name(one.view, one.checkin.owner)
    away = [buttons.away(one, f"{first} is away")] if one.checkin.away < 2 else []
    hand = [buttons.hand_over(one.view)] if one.ask.kind == "lead" else []
    return [*away, buttons.take_on(one), *hand, buttons.dont_know(one)]


def _small(opened: Sequence[Asked]) -> str:
    """What the buttons do, where their words do not say it."""
    away = [one for one in opened if one.checkin and one.checkin.away < 2]
    said = "“I don't know” changes nothing; I go on asking"
    if not away:
        return said
    if len(opened) > 1:
        return f"“Is away” keeps the owner, and I ask again after that · {said}"
    first = first_name(opened[0].view, opened[0].checkin.owner if opened[0].checkin else "")
    return f"“{first} is away” keeps {first} as owner, and I ask again after that · {said}".replace("&", "&amp;")


def _closes(view: LetterView, one: Asked) -> str:
    """The day on which the next step follows; "" where it is another's turn by now."""
    assert one.checkin is not None
    if one.checkin.next_at is None or one.checkin.step != one.ask.kind:
        return ""
    return day(local_day(one.checkin.next_at, view.letter.zone), view.today)


def _until(view: LetterView, one: Asked) -> str:
    on = _closes(view, one)
    return f" · open until {on}" if on else ""


def _then(view: LetterView, one: Asked) -> str:
    """What happens when it stays open; nothing is switched off."""
    assert one.checkin is not None
    on, lead = _closes(view, one), one.view.pilot.lead
    if not on:
        return ""
    if one.ask.kind == "backup" and lead not in (one.checkin.owner, one.ask.user) and one.view.state.is_active(lead):
        return f"If I hear nothing by {on}, I ask {person(one.view, lead)}, who leads it."
    return f"If I hear nothing by {on}, it has no confirmed owner from then on; {UNTOUCHED}."


def _ended(one: Asked) -> str:
    """How it ended, for whoever was asked instead of the owner."""
    answer, _, value = one.ask.answer.partition(":")
    told = ANSWERS.get(answer, _settled)
    return f"{bold(pilot_name(one.view))}: {told(one, value)}"


def _away(one: Asked, value: str) -> str:
    owner = person(one.view, one.checkin.owner if one.checkin else "")
    return f"{owner} is away until {iso_day(value, one.view.today)}, as you said. I ask again after that."


def _took(one: Asked, value: str) -> str:
    del value
    return "you own it now. Thank you." if standing.named(one.view, "owner") == one.ask.user else _settled(one, "")


def _unknown(one: Asked, value: str) -> str:
    del one, value
    return "thank you. You said that you don't know; nothing more is needed from you."


def _settled(one: Asked, value: str) -> str:
    del value
    if one.checkin is not None and one.checkin.state == "lapsed":
        return "the question stayed open, so it has no confirmed owner. *I own it* in its thread takes it up."
    return "the question is settled, so nothing is needed from you any more."


ANSWERS: dict[str, Callable[[Asked, str], str]] = {"away": _away, "took": _took, "unknown": _unknown}
"""By the answer that was given."""
