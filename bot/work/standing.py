"""Where a pilot stands at the desk's moment: what decisions about time are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.readiness.facts import Record
from bot.readiness.findings import Verdict
from bot.readiness.live import Life, life_of
from bot.readiness.state import State
from bot.readiness.verdict import verdict
from bot.records.tables import Pilot
from bot.work.desk import Desk
from bot.work.views import current, record_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A pilot, its record, state, life and verdict; ``today`` is the date in the channel's zone."""

    pilot: Pilot
    record: Record
    state: State
    life: Life
    verdict: Verdict
    today: date


def standing_of(desk: Desk, pilot: Pilot) -> Standing:
    """Where the pilot stands."""
    record = record_of(desk, pilot)
    today = record.day(desk.now)
    life = life_of(record, record.end_of(today), desk.pace.numbers)
    return Standing(pilot, record, current(desk, record), life, verdict(record, today, desk.pace.numbers), today)
