"""A letter: one direct message with everything that is due for a person on a day (COPY 6 and 7)."""

from __future__ import annotations

from bot.slack.pages.blocks import Block, Message, divider
from bot.slack.pages.shape import message, note
from bot.slack.pages.tuesday import days, lookup, others, own
from bot.slack.pages.tuesday.part import Part, fits, one_primary
from bot.slack.pages.tuesday.reminder import reminder
from bot.work.checkins.letter_view import LetterView

MOST = (20, 12, 7, 4, 2, 1)
"""Pilots of a kind that are listed one by one: as many as a message holds, the rest is counted."""


def letter(view: LetterView) -> Message | None:
    """The letter as it stands now; None when there is nothing in it any more."""
    if not view.asked:
        return None
    if view.letter.reminds:
        return reminder(view)
    parts = _fitting(view)
    if not parts:
        return note("Nothing is asked here any more, so nothing is needed from you.")
    return message(parts[0].preview, one_primary(_blocks(parts)))


def _fitting(view: LetterView) -> list[Part]:
    """The parts with as much in them as a message holds."""
    parts: list[Part] = []
    for most in MOST:
        parts = _parts(view, most)
        if fits(_blocks(parts)):
            break
    return parts


def _parts(view: LetterView, most: int) -> list[Part]:
    """Everything it asks; what is open comes before what has ended."""
    made = (own.part(view, most), others.part(view, most), days.part(view, most), lookup.part(view))
    return sorted((part for part in made if part.blocks), key=lambda part: not part.preview)


def _blocks(parts: list[Part]) -> list[Block]:
    """The parts, with a line between them."""
    apart = [block for part in parts for block in (divider(), *part.blocks)]
    return apart[1:]
