"""The readiness record, as a file in the thread."""

from __future__ import annotations

from bot.records.tables import Pilot
from bot.work import say
from bot.work.desk import Desk
from bot.work.results import Done, Result


def ask_for_record(desk: Desk, pilot: Pilot) -> Result:
    """Upload the record to the thread; it holds what is true when it is sent."""
    say.file(desk, pilot, "record", desk.now.strftime("%Y-%m-%d %H:%M:%S"))
    return Done("record_coming", {"pilot": pilot.name})
