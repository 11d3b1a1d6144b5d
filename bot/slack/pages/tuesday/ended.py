"""How the question to an owner ended, in the message that asked it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.readiness.facts import FactKind
from bot.slack.pages import standing
from bot.slack.pages.blocks import Block, bold, context, section
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.tuesday.when import at_hour, weekday_date
from bot.slack.pages.words.checks import count
from bot.slack.pages.words.people import joined, person, pilot_name
from bot.work.checkins.letter_view import Asked, LetterView

NAMED = 5
"""Pilots that are named where they are all alike; the rest is counted."""


def all_ended(view: LetterView, asked: Sequence[Asked], most: int) -> list[Block]:
    """Nothing is open any more: all confirmed, in one line, or how each of them ended."""
    if len(asked) > NAMED and all(one.ask.answer == "mine" for one in asked):
        text = f"Confirmed on {_on(view, _latest(asked))}: all {count(len(asked))} are yours."
        return _with_undo(view, asked, text)
    return ended_blocks(view, asked, most)


def ended_blocks(view: LetterView, ended: Sequence[Asked], most: int) -> list[Block]:
    """What was confirmed in one line, then a line each for what ended in another way."""
    mine = [one for one in ended if one.ask.answer == "mine"]
    others = [one for one in ended if one.ask.answer != "mine"]
    confirmed = _with_undo(view, mine, f"Confirmed on {_on(view, _latest(mine))}: {_yours(mine)}.") if mine else []
    told = [section(_one(view, one), _press(one)) for one in others[:most]]
    rest = len(others) - most
    return [*confirmed, *told, *([section(f"… and {count(rest)} more that ended.")] if rest > 0 else [])]


def _latest(asked: Sequence[Asked]) -> datetime | None:
    return max((one.ask.answered_at for one in asked if one.ask.answered_at), default=None)


def _yours(mine: Sequence[Asked]) -> str:
    """``AP Invoice Coder is yours``, ``A, B and C are yours``."""
    names = [bold(pilot_name(one.view)) for one in mine]
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{count(len(names) - NAMED)} more"]
    return f"{joined(names)} {'is' if len(mine) == 1 else 'are'} yours"


def _with_undo(view: LetterView, asked: Sequence[Asked], text: str) -> list[Block]:
    """*Undo*, until the window closes."""
    mine = [one for one in asked if one.ask.answer == "mine" and one.checkin and one.checkin.fact == one.ask.fact]
    until = view.first.until
    if not mine or until is None or view.now >= until:
        return [section(text)]
    small = f"*Undo* opens the question again, until {at_hour(until, view.first.zone)}"
    return [section(text, buttons.undo(view, mine)), context(small)]


def _one(view: LetterView, one: Asked) -> str:
    """How the question about one pilot ended, for its owner."""
    name = bold(pilot_name(one.view))
    if one.view.pilot.state != "open":
        return f"{name}: it is retired, so nothing is needed from you here."
    if one.newer:
        return f"{name}: I asked again since; the newer message is the one to answer."
    told = STATES.get(one.checkin.state if one.checkin else "closed", _closed)
    return f"{name}: {told(view, one)}"


def _lapsed(view: LetterView, one: Asked) -> str:
    if not _is_lapsed(one):
        return f"{_now(one)}, so nothing is needed from you here."
    on = _on(view, one.checkin.ended_at if one.checkin else None)
    return f"the question stayed open and was closed on {on}. It has no confirmed owner until one person says yes."


def _not_asked(view: LetterView, one: Asked) -> str:
    del view
    why = "I was out of order, so this" if one.checkin and one.checkin.why == "down" else "this"
    return f"{why} could not be asked in time. Nothing follows from it."


def _confirmed(view: LetterView, one: Asked) -> str:
    """Confirmed somewhere else: in a newer message, in the thread, by *Change*."""
    return f"yours, confirmed on {_on(view, one.checkin.ended_at if one.checkin else None)}."


def _closed(view: LetterView, one: Asked) -> str:
    del view
    return f"{_now(one)}, so nothing is needed from you here."


STATES: dict[str, Callable[[LetterView, Asked], str]] = {
    "lapsed": _lapsed,
    "not_asked": _not_asked,
    "confirmed": _confirmed,
}
"""By the state in which the check-in ended; all else is closed."""


def _press(one: Asked) -> Block | None:
    """[I own it], where the question lapsed and nobody has taken it up since."""
    lapsed = one.checkin is not None and one.checkin.state == "lapsed" and one.view.pilot.state == "open"
    return buttons.own_it(one.view, style=None) if lapsed and not one.newer and _is_lapsed(one) else None


def _is_lapsed(one: Asked) -> bool:
    """Whether the owner is unconfirmed still: nobody said yes since the question lapsed."""
    checkins, yes = one.view.state.checkins, standing.said_yes(one.view, "owner")
    if not checkins or checkins[-1].kind is not FactKind.CHECKIN_LAPSED:
        return False
    return yes is None or yes.at <= checkins[-1].at


def _now(one: Asked) -> str:
    """Who owns it now, where that is somebody else."""
    owner = standing.named(one.view, "owner")
    if owner and owner != one.ask.user:
        return f"{person(one.view, owner)} owns it now"
    return "it is yours again" if owner and standing.said_yes(one.view, "owner") else "the question is settled"


def _on(view: LetterView, at: datetime | None) -> str:
    return weekday_date(at, view.first.zone, view.today) if at else "that day"
