"""The buttons of letters and of what follows from them (docs/ids.md)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.facts import FactKind
from bot.readiness.rhythm.days import local_day
from bot.slack.pages.blocks import Block, button
from bot.slack.pages.presses import press
from bot.slack.pages.tuesday.when import weekday
from bot.slack.pages.words.checks import count
from bot.slack.pages.words.people import joined
from bot.work.checkins.letter_view import Asked, LetterView
from bot.work.view import View


def still_mine(view: LetterView, opened: Sequence[Asked]) -> Block:
    """[All three are still mine], for everything in the letter that is open."""
    number = len(opened)
    words = {1: "It is still mine", 2: "Both are still mine"}.get(number, f"All {count(number)} are still mine")
    label = f"{words}: {joined([one.view.pilot.name for one in opened])}"
    return button(words, "still_mine", str(view.letter.id), style="primary", label=label)


def later(view: LetterView) -> Block:
    """[Ask me on Thursday]."""
    assert view.letter.remind_at is not None
    words = f"Ask me on {weekday(local_day(view.letter.remind_at, view.letter.zone))}"
    return button(words, "ask_later", str(view.letter.id), label=f"{words} about the pilots in this message")


def one_by_one(view: LetterView) -> Block:
    """[Look at them one by one]."""
    words = "Look at them one by one"
    return button(words, "one_by_one", str(view.first.id), label=f"{words}: everything that this message asks")


def undo(view: LetterView, mine: Sequence[Asked]) -> Block:
    """[Undo] what was confirmed here."""
    names = joined([one.view.pilot.name for one in mine])
    return button("Undo", "undo_mine", str(view.first.id), label=f"Undo: {names}")


def change(one: Asked) -> Block:
    """[Change]: hand over, something changed, not mine."""
    return press(one.view, "Change", "change", str(one.checkin.id if one.checkin else 0))


def one_still_mine(one: Asked) -> Block:
    """[Still mine], for one pilot."""
    return press(one.view, "Still mine", "one_still_mine", str(one.checkin.id if one.checkin else 0))


def away(one: Asked, words: str) -> Block:
    """[She is away, still hers]: until when, in a form."""
    return press(one.view, words, "away", str(one.ask.id))


def take_on(one: Asked) -> Block:
    """[I take it on]."""
    return press(one.view, "I take it on", "take_on", str(one.ask.id))


def dont_know(one: Asked) -> Block:
    """[I don't know], which changes nothing."""
    return press(one.view, "I don't know", "dont_know", str(one.ask.id))


def look_up(one: Asked, words: str) -> Block:
    """[Add a date]: the form of the fact that runs out."""
    return press(one.view, words, "look_up", str(one.ask.id), style="primary")


def no_later_date(one: Asked, words: str) -> Block:
    """[No, that was the last]; of tests, [Nothing changed]."""
    return press(one.view, words, "no_later_date", str(one.ask.id))


def still_agreed(view: View) -> Block:
    """[Yes, still so]: nothing needs to replace it."""
    return press(view, "Yes, still so", "agree_nothing")


def hand_over(view: View, words: str = "Hand it over") -> Block:
    """[Hand it over]: to whom, in a form."""
    return press(view, words, "hand_over")


def own_it(view: View, style: str | None = "primary") -> Block:
    """[I own it] under a lapse."""
    lapsed = [fact.id for fact in view.state.checkins if fact.kind is FactKind.CHECKIN_LAPSED]
    return press(view, "I own it", "own_it", str(lapsed[-1] if lapsed else 0), style=style)


def offer_yes(view: View, fact: int) -> Block:
    """[Yes, I own it], to an offer."""
    return press(view, "Yes, I own it", "offer_yes", str(fact), style="primary")


def offer_no(view: View, fact: int) -> Block:
    """[No], an ordinary answer."""
    return press(view, "No", "offer_no", str(fact))


def agree_owner(view: View, fact: int) -> Block:
    """[I agree] that somebody takes it who offered to."""
    return press(view, "I agree", "agree_owner", str(fact), style="primary")


def new_date(view: View, words: str = "New date") -> Block:
    """[New date] for the launch."""
    return press(view, words, "new_date")
