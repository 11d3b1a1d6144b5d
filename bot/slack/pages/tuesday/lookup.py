"""One fact to look up, below the question (COPY 6)."""

from __future__ import annotations

from datetime import date

from bot.readiness.codes import Code
from bot.readiness.findings import Lapse
from bot.slack.pages.blocks import Block, actions, bold, context, section
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.tuesday.part import NOTHING, Part
from bot.slack.pages.tuesday.running_out import question, words_of
from bot.slack.pages.words.dates import day, long_day
from bot.slack.pages.words.people import pilot_name
from bot.work.checkins.letter_view import Asked, LetterView
from bot.work.checkins.lookups import place_of


def part(view: LetterView) -> Part:
    """The fact, and what can be said about it."""
    asked = view.of("fact")
    if not asked:
        return NOTHING
    found = [(one, _lapse(one) if one.is_open else None) for one in asked]
    names = [pilot_name(one.view) for one, lapse in found if lapse]
    blocks = [block for one, lapse in found for block in (_open(one, lapse) if lapse else [context(_ended(one))])]
    return Part(f"One thing to look up for {names[0]}" if names else "", blocks)


def _lapse(one: Asked) -> Lapse | None:
    """What runs out; None when it does not run out that way any more."""
    return next((lapse for lapse in one.view.verdict.lapses if place_of(lapse) == one.ask.key), None)


def _open(one: Asked, lapse: Lapse) -> list[Block]:
    words = words_of(lapse)
    text = f"{bold('One thing to look up:')} {question(one.view, lapse)}"
    pressed = [buttons.no_later_date(one, words.no)]
    if lapse.code == Code.NOTHING_NEEDED_OLD:
        pressed = [buttons.still_agreed(one.view)]
    counts = f"It counts until {long_day(lapse.on)}"
    return [
        section(text),
        actions(buttons.look_up(one, words.add), *pressed, buttons.dont_know(one)),
        context(f"{counts} · “I don't know” changes nothing today; I ask someone else who may"),
    ]


def _ended(one: Asked) -> str:
    name = pilot_name(one.view)
    if one.ask.answer == "same":
        return f"{name}: noted as you said, thank you."
    if one.ask.answer == "unknown":
        return f"{name}: thank you; I ask someone else who may know."
    on = date.fromisoformat(one.ask.key.rpartition("/")[2])
    if on <= one.view.today and not one.ask.answer:
        return f"{name}: what was to be looked up here ran out on {day(on, one.view.today)}. Its card says what helps."
    return f"{name}: there was one thing to look up here, and it is settled."
