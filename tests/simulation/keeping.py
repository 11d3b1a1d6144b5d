"""What a broken seed leaves on disk, for whoever looks for the cause."""

from __future__ import annotations

import json
import shutil

from bot.sandbox.driver import Driver
from tests.simulation.ledger import Ledger
from tests.simulation.process import ROOT, Bot

KEPT = ROOT / "artifacts" / "simulation"


def keep(seed: int, driver: Driver, bot: Bot, ledger: Ledger, broken: list[str]) -> None:
    """Put the database, the log, every call and the ledger of a seed into ``artifacts/simulation``."""
    into = KEPT / f"seed-{seed}"
    into.mkdir(parents=True, exist_ok=True)
    for file in bot.database.parent.iterdir():
        shutil.copy(file, into)
    told = [*broken, "", *ledger.notes, "", *map(str, ledger.said), "", *map(str, ledger.deeds), "", str(ledger.sent)]
    (into / "ledger.txt").write_text("\n".join(told), encoding="utf-8")
    (into / "calls.jsonl").write_text("".join(json.dumps(call) + "\n" for call in driver.calls()), encoding="utf-8")
