"""When the bot was at work, and when it was not: what came late for that reason says so (EXPERIENCE: Tuesdays)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.records import pulses
from bot.work.desk import Desk

NOTICED = timedelta(minutes=10)
"""An absence that is shorter is none."""
EVERY = timedelta(minutes=1)
"""How often it is kept that the bot is at work."""


def begin(desk: Desk) -> None:
    """The bot starts: if it was away since it was last at work, that is kept."""
    last = pulses.last(desk.session, desk.team)
    if last is not None:
        back(desk, last)
    beat(desk)


def back(desk: Desk, since: datetime) -> None:
    """The bot was away since ``since`` (aware UTC) and is back now."""
    if desk.now - since > NOTICED:
        pulses.note_outage(desk.session, desk.team, since, desk.now)


def beat(desk: Desk) -> None:
    """The bot is at work."""
    pulses.beat(desk.session, desk.team, desk.now)
