"""The readiness record, as a file in the thread."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.records.tables import Pilot
from bot.work import say
from bot.work.desk import Desk
from bot.work.results import Done, Result


def ask_for_record(desk: Desk, pilot: Pilot) -> Result:
    """Upload the record to the thread, once for each time it is asked for; it holds what is true when it is sent."""
    say.file(desk, pilot, "record", file_name(desk, pilot))
    return Done("record_coming", {"pilot": pilot.name})


def file_name(desk: Desk, pilot: Pilot) -> str:
    """The name of the file, without its ending: no other request has it, and nothing that changes later changes it.

    The courier knows by it whether a file is in the thread already. The moment is in the pilot's zone.
    """
    name = "".join(letter if letter.isalnum() else "-" for letter in pilot.name).strip("-") or f"p{pilot.id}"
    return f"{name}-{desk.now.astimezone(ZoneInfo(pilot.zone)):%Y-%m-%d-%H%M%S-%f}"
