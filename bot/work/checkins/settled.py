"""What was asked in a letter and is needed no longer: a date was added, the pilot is live, or the launch was moved."""

from __future__ import annotations

from bot.records import letters
from bot.records.tables import Pilot
from bot.work.checkins.ending import show_letters
from bot.work.checkins.wanted import still_wanted
from bot.work.desk import Desk


def settle(desk: Desk, pilot: Pilot) -> None:
    """Close what is asked about the pilot, outside of check-ins, and is not wanted any more; its letters say so."""
    asked = letters.asks_of_pilot(desk.session, desk.team, pilot.id or 0, "asked")
    show_letters(desk, [ask for ask in asked if ask.checkin is None and not still_wanted(desk, ask)])
