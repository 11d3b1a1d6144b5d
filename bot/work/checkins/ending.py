"""How a check-in ends: confirmed, lapsed, not asked, or closed since there is nobody to ask any more."""

from __future__ import annotations

from collections.abc import Iterable

from bot.records import checkins, letters
from bot.records.tables import Ask, CheckIn
from bot.work import say
from bot.work.desk import Desk


def close(desk: Desk, checkin: CheckIn, why: str) -> None:
    """Nobody is to be asked any more: another owner, or the pilot is retired."""
    end(desk, checkin, "closed", why)


def not_asked(desk: Desk, checkin: CheckIn, why: str) -> None:
    """Its window went by without a question that could be answered (``why``: down, off, away, day). Not a lapse."""
    end(desk, checkin, "not_asked", why)


def end(desk: Desk, checkin: CheckIn, state: str, why: str = "", fact: int | None = None) -> None:
    """End it in ``state``; everybody who was asked reads in their letter how it ended."""
    checkin.state, checkin.why, checkin.fact = state, why, fact
    checkin.next_at, checkin.ended_at = None, desk.now
    checkins.keep(desk.session, checkin)
    for ask in letters.asks_of_checkin(desk.session, desk.team, checkin.id or 0):
        if ask.state in letters.UNENDED:
            letters.end_ask(desk.session, ask, "closed", ask.answer, desk.now)
    show(desk, checkin)


def show(desk: Desk, checkin: CheckIn) -> None:
    """Bring every letter that asks about it up to date, reminders too."""
    show_letters(desk, letters.asks_of_checkin(desk.session, desk.team, checkin.id or 0))


def show_letters(desk: Desk, asks: Iterable[Ask]) -> None:
    """Bring the letters up to date in which these things are asked."""
    numbers = dict.fromkeys(ask.letter for ask in asks if ask.letter)
    for number in numbers:
        letter = letters.get(desk.session, desk.team, number)
        if letter is None:
            continue
        say.letter(desk, letter)
        for reminder in letters.reminders_of(desk.session, desk.team, number):
            say.letter(desk, reminder)
