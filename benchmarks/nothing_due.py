"""How long the bot looks for what is due when nothing is, whatever it has stored."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

from benchmarks import figures, owners
from benchmarks.figures import Figures
from benchmarks.workspace import TEAM
from bot.records.migrating import migrate
from bot.records.store import open_store
from bot.records.tables import Appointment, CheckIn, Pilot
from bot.work.desk import Pace
from bot.work.sweep import Sweep

CHANNELS = [f"C0BENCH{number:04}" for number in range(100)]
ROUNDS = 300
FEW = 100


def measure(stored: int, directory: Path) -> str:
    """The sweep with ``stored`` pilots, and with a few; the table."""
    sides = [_times(number, directory / f"{number}.db") for number in (min(FEW, stored // 2), stored)]
    return figures.percentiles("nothing due: one sweep, ms", sides)


def _times(stored: int, database: Path) -> Figures:
    url = f"sqlite:///{database}"
    migrate(url)
    numbers, later = range(1, stored + 1), owners.DUE + timedelta(weeks=1)
    with owners.writing(url) as session:
        owners.fill(session, Pilot, [owners.pilot_row(number, CHANNELS, "U0BENCH0000") for number in numbers])
        owners.fill(session, CheckIn, [owners.planned_row(number, f"U{number}", later) for number in numbers])
        due = {"team": TEAM, "kind": "plan", "key": "warning", "at": later}
        owners.fill(session, Appointment, [{**due, "pilot": number} for number in numbers])
    return Figures(f"{stored} pilots", _sweeps(url))


def _sweeps(url: str) -> list[float]:
    store = open_store(url)
    sweep, found = Sweep(store, Pace()), []
    sweep.once(owners.DUE)  # the first one builds its statements, and drops what is old
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        sweep.once(owners.DUE)
        found.append(time.perf_counter() - begin)
    store.close()
    return found
