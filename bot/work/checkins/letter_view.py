"""What a letter's page is made of: what it asks, with each pilot as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.readiness.rhythm.days import local_day
from bot.records import checkins, letters, pilots
from bot.records.tables import Ask, CheckIn, Letter
from bot.work.desk import Desk
from bot.work.view import View
from bot.work.views import view_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked, the check-in it belongs to (None: to none), and its pilot."""

    ask: Ask
    checkin: CheckIn | None
    view: View
    newer: bool = False  # the same check-in is asked in a later letter, which is the one to answer

    @property
    def is_open(self) -> bool:
        """Whether its answer would change something."""
        unanswered = self.ask.state == "asked" and self.view.pilot.state == "open"
        return unanswered and not self.newer and (self.checkin is None or self.checkin.state == "open")


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter at the moment ``now`` (aware UTC); ``today`` is the date where its reader is.

    ``first`` is the letter itself, or the one that a reminder reminds of: whatever is asked hangs on that one.
    """

    letter: Letter
    first: Letter
    asked: Sequence[Asked]
    now: datetime
    today: date

    def of(self, *kinds: str) -> list[Asked]:
        """What it asks of these kinds."""
        return [one for one in self.asked if one.ask.kind in kinds]


def letter_view(desk: Desk, letter: Letter, address: str = "") -> LetterView:
    """The letter, and every pilot in it, at the desk's moment. ``address``: the workspace's own, for links."""
    first = letters.get(desk.session, desk.team, letter.reminds) if letter.reminds else letter
    assert first is not None, "a letter stays"
    asked = [
        found
        for ask in letters.asks_in(desk.session, desk.team, first.id or 0)
        if (found := _asked(desk, ask, address))
    ]
    return LetterView(letter, first, asked, desk.now, local_day(desk.now, letter.zone))


def _asked(desk: Desk, ask: Ask, address: str) -> Asked | None:
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    if pilot is None:
        return None
    checkin = checkins.get(desk.session, desk.team, ask.checkin) if ask.checkin else None
    return Asked(ask, checkin, replace(view_of(desk, pilot), address=address), _newer(desk, ask))


def _newer(desk: Desk, ask: Ask) -> bool:
    if ask.checkin is None or ask.kind != "own":
        return False
    others = letters.asks_of_checkin(desk.session, desk.team, ask.checkin)
    return any(other.kind == "own" and (other.id or 0) > (ask.id or 0) and other.letter for other in others)
