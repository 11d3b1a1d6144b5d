"""The Tuesday question to an owner: are they still yours? (COPY 6)"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.readiness.rhythm.days import local_day
from bot.slack.pages.blocks import Block, actions, bold, section
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.tuesday.changes import since_last_time
from bot.slack.pages.tuesday.ended import all_ended, ended_blocks
from bot.slack.pages.tuesday.part import NOTHING, Part, and_more
from bot.slack.pages.tuesday.when import at_hour, near_weekday, weekday
from bot.slack.pages.words.checks import count
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import joined, person, pilot_name
from bot.work.checkins.letter_view import Asked, LetterView


def part(view: LetterView, most: int) -> Part:
    """The question about everything that is theirs, or how it was answered; ``most`` pilots are listed."""
    asked = view.of("own")
    if not asked:
        return NOTHING
    opened = [one for one in asked if one.is_open]
    if not opened:
        return Part("", all_ended(view, asked, most))
    ended = ended_blocks(view, [one for one in asked if not one.is_open], most)
    blocks = [section(_question(view, opened)), *_pilots(opened, most), _buttons(view, opened, most), *ended]
    return Part(_preview(view, opened), [*late_line(view), *blocks])


def _preview(view: LetterView, opened: Sequence[Asked]) -> str:
    on = weekday(view.first.day)
    if len(opened) == 1:
        return f"{on}: is {pilot_name(opened[0].view)} still yours?"
    return f"{on}: {count(len(opened))} pilots in your name. Still right?"


def _question(view: LetterView, opened: Sequence[Asked]) -> str:
    if len(opened) == 1:
        head = f"Is {pilot_name(opened[0].view)} still yours?"
    else:
        head = f"{count(len(opened)).capitalize()} pilots are in your name. Still right?"
    return f"{bold(head)}\n{_how_long(view, opened)}"


def _how_long(view: LetterView, opened: Sequence[Asked]) -> str:
    """That one press is enough, and what happens until when."""
    enough, first = "If all is as it was, one press is enough.", view.first
    if first.until is None:
        return enough
    if view.now >= first.until:
        return _asked_others(view, opened)
    keeps = f"I keep the question open until {at_hour(first.until, first.zone)}."
    if first.thursday and first.remind_at is not None:
        keeps = f"As you asked, I come back on {weekday(local_day(first.remind_at, first.zone))}. {keeps}"
    return f"{enough} {keeps}"


def _asked_others(view: LetterView, opened: Sequence[Asked]) -> str:
    """The window is closed: somebody else is asked, or said that the reader is away; one press still settles it."""
    away = [one.checkin for one in opened if one.checkin and one.checkin.step == "away" and one.checkin.next_at]
    if len(away) == len(opened):
        again = min(local_day(checkin.next_at, view.first.zone) for checkin in away if checkin.next_at)
        on = day(again, view.today)
        return f"I was told that you are away, so I ask again on {on}. One press settles it before that."
    pairs = ((one.view, one.checkin.asked) for one in opened if one.checkin and one.checkin.asked != one.ask.user)
    others = list(dict.fromkeys(person(of, user) for of, user in pairs if user))
    if not others:
        return "The time for it is over, but one press still settles it."
    return f"I have asked {joined(others[:5])} meanwhile. One press of yours still settles it."


def _pilots(opened: Sequence[Asked], most: int) -> list[Block]:
    """A line for each pilot: what changed since last time, and *Change*."""
    if len(opened) == 1:
        since = since_last_time(opened[0])
        return [section(f"{since[0].upper()}{since[1:]}.", buttons.change(opened[0]))]
    shown = opened[:most]
    return [*(section(line(one), buttons.change(one)) for one in shown), *and_more(opened, most)]


def line(one: Asked) -> str:
    """``AP Invoice Coder · nothing new since 15 December``."""
    return f"{bold(pilot_name(one.view))} · {since_last_time(one)}"


def _buttons(view: LetterView, opened: Sequence[Asked], most: int) -> Block:
    later = [buttons.later(view)] if _may_wait(view) else []
    single = [buttons.one_by_one(view)] if len(opened) > most else []
    return actions(buttons.still_mine(view, opened), *later, *single)


def _may_wait(view: LetterView) -> bool:
    """Whether a later day is left on which to come back."""
    at = view.letter.remind_at
    return at is not None and at > view.now and not view.letter.thursday


def late_line(view: LetterView) -> list[Block]:
    """The first line of a letter that comes late because the bot was away."""
    late = view.first.late
    if not late or view.first.until is None or view.now >= view.first.until:
        return []
    since, until = (datetime.fromisoformat(late[key]) for key in ("since", "until"))
    if not late.get("down"):
        return [section(f"This was due on {at_hour(since, view.first.zone)} and comes late.")]
    days = [near_weekday(at, view.first.zone, view.now) for at in (since, until)]
    when = f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"
    return [section(f"I was out of order {when}, so this comes late.")]
