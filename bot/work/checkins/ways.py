"""How a pilot's people are asked: day, hour, cadence and days off, as its channel or the pilot itself has set them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from bot.readiness.rhythm.days import DaysOff
from bot.readiness.rhythm.grid import CADENCES, Cadence
from bot.readiness.rhythm.window import Times
from bot.records import habits
from bot.records.tables import Habits, Pilot
from bot.work.desk import Desk

USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Ways:
    """What holds for a pilot: when people are asked, how often, and on which days nobody is.

    ``since``: the day on which day or cadence were set last. Where the grid would have had days before it, nobody was
    to be asked on them.
    """

    times: Times
    cadence: Cadence
    off: DaysOff
    since: date | None = None


class OffDays:
    """Public holidays of a country ("" for none; ``DE-BY`` for a part of one), and further days (ISO dates)."""

    def __init__(self, country: str, further: Collection[str]) -> None:
        self._country = country
        self._further = frozenset(further)

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        return day.isoformat() in self._further or (bool(self._country) and day in public(self._country, day.year))


@lru_cache(maxsize=1000)
def public(country: str, year: int) -> frozenset[date]:
    """The public holidays of a country, or of a part of it, in a year; none for one that is not known (any more)."""
    from holidays import country_holidays  # only where somebody wants it: it takes its time to import

    code, _, part = country.partition("-")
    try:
        return frozenset(country_holidays(code, subdiv=part or None, years=year))
    except NotImplementedError:
        return frozenset()


def ways_of(desk: Desk, pilot: Pilot) -> Ways:
    """The pilot's own habits, where it has none its channel's, else the usual ones."""
    own = habits.of_pilot(desk.session, desk.team, pilot.id or 0)
    return _merged(own, habits.of_channel(desk.session, desk.team, pilot.channel))


def ways_in(desk: Desk, channel: str) -> Ways:
    """A channel's habits."""
    return _merged(None, habits.of_channel(desk.session, desk.team, channel))


def _merged(own: Habits | None, shared: Habits | None) -> Ways:
    layers = [layer for layer in (own, shared) if layer is not None]
    usual = Times()
    weekday = next((layer.weekday for layer in layers if layer.weekday is not None), usual.weekday)
    hour = next((time.fromisoformat(layer.hour) for layer in layers if layer.hour), usual.at)
    reminders = next((layer.reminders for layer in layers if layer.reminders is not None), usual.reminders)
    cadence = next((layer.cadence for layer in layers if layer.cadence), USUAL)
    times = Times(weekday=weekday, at=hour, closes=usual.closes, reminders=reminders)
    off = OffDays(shared.country, shared.days_off) if shared else OffDays("", ())
    since = max((layer.since for layer in layers if layer.since), default=None)
    return Ways(times, CADENCES[cadence], off, since)
