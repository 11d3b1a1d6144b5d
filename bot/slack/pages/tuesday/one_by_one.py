"""*Look at them one by one*: everything that a letter asks, each with buttons of its own, in a modal."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.pages.blocks import Block, actions, context, divider, section
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.small import small_form
from bot.slack.pages.tuesday import buttons, days, lookup, others, own
from bot.slack.pages.tuesday.ended import ended_blocks
from bot.slack.pages.tuesday.part import Part
from bot.slack.pages.words.checks import count
from bot.work.checkins.letter_view import Asked, LetterView

MOST = 40
"""Pilots at a time: a modal has at most 100 blocks. The next ones come in as these are answered."""
NAMED = 3
"""Ended ones that are listed one by one."""


def one_by_one(view: LetterView, draft: DraftRef) -> ViewDict:
    """``one_by_one``: what is open comes first; every press is one pilot's, and shows at once."""
    asked = view.of("own")
    opened = [one for one in asked if one.is_open]
    rows = [block for one in opened[:MOST] for block in _row(one)]
    ended = ended_blocks(view, [one for one in asked if not one.is_open], NAMED)
    blocks = [*_head(asked, opened), *rows, *_rest(len(opened) - MOST), *ended, *_others(view, MOST - len(opened))]
    return small_form("one_by_one", draft, blocks, sends=False)


def _head(asked: Sequence[Asked], opened: Sequence[Asked]) -> list[Block]:
    if asked and not opened:
        return [section(NOTHING_OPEN)]
    return [context("Each press counts for one pilot, and shows here at once.")]


def _row(one: Asked) -> list[Block]:
    return [section(own.line(one)), actions(buttons.one_still_mine(one), buttons.change(one))]


def _rest(number: int) -> list[Block]:
    return [context(f"{count(number).capitalize()} more come in here as you go.")] if number > 0 else []


def _others(view: LetterView, room: int) -> list[Block]:
    """What else the letter asks, where there is room for it; else it comes in as the rest is answered."""
    if room < 4:
        return []
    made: list[Part] = [others.part(view, room // 2), days.part(view, room // 4), lookup.part(view)]
    return [block for part in made if part.preview for block in (divider(), *part.blocks)]


NOTHING_OPEN = "None of your pilots waits for you here. Thank you."
