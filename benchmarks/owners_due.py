"""10,000 owners due in the same minute: ``python -m benchmarks.owners_due``."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from benchmarks import figures, nothing_due, owners, processes
from benchmarks.figures import Figures
from benchmarks.standin import StandIn
from benchmarks.tower import Tower
from benchmarks.workspace import BOT, TEAM, Json, Workspace

UNLIMITED = {f"SHIPREADY_COURIER__{name}": "0" for name in (
    "CHANNEL_SECONDS", "POST_MESSAGE_PER_MINUTE", "TIER_2_PER_MINUTE", "TIER_3_PER_MINUTE", "TIER_4_PER_MINUTE",
)}  # fmt: skip
TEXT = (
    "*Is Pilot 1 still yours?* If all is as it was, one press is enough. I keep the question open until Friday, 17:00."
)


@dataclass(frozen=True, slots=True)
class Size:
    """``owners`` are asked; the bare loop posts as many, half of them before and half after; a click every ``click``
    seconds; ``stored`` pilots for the sweep that finds nothing due."""

    owners: int
    click: float
    stored: int
    patience: float


FULL = Size(owners=10_000, click=0.5, stored=100_000, patience=600)
SMALL = Size(owners=40, click=0.1, stored=200, patience=60)


@dataclass(slots=True)
class Asked:
    """What was measured of the bot: when it was let go, MB before and at each click, and how long each click took."""

    begin: float = 0.0
    end: float = 0.0
    memory: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)


async def measure(size: Size, directory: Path) -> str:
    """Both in one run; the tables. The databases are made in ``directory``."""
    async with StandIn() as slack, Tower(owners.DUE - timedelta(hours=1)) as tower:
        bare = slack.workspace("bare")
        ours = slack.workspace("shipready", size.owners, 100)
        owners.lay_out(processes.database(directory), ours, size.owners)
        first = await _bare(bare, size.owners // 2, directory)
        env = {**UNLIMITED, "SHIPREADY_CLOCK_URL": tower.url}
        async with processes.bot(ours, directory, env) as process:
            await ours.connected()
            await ours.quiet(min(5.0, size.patience / 30))
            asked = await _ask(ours, tower, process, size, directory)
        second = await _bare(bare, size.owners // 2, directory)
    return _report(size, asked, first + second) + "\n\n" + nothing_due.measure(size.stored, directory)


async def _bare(workspace: Workspace, count: int, directory: Path) -> float:
    """Seconds from the first to the last post of the bare loop, with one more interval for the first."""
    before = len(workspace.calls)
    async with processes.program("benchmarks.posting", [workspace.api_url, str(count), TEXT], directory) as process:
        await process.wait()
    calls = workspace.calls[before:]
    assert len(calls) == count, "every message arrived"
    return (calls[-1].at - calls[0].at) * count / max(1, count - 1)


async def _ask(workspace: Workspace, tower: Tower, process: int, size: Size, directory: Path) -> Asked:
    """Let the clock strike, and press a button now and then while people are asked."""
    asked = Asked(memory=[processes.memory(process)])
    known = len(workspace.calls)
    asked.begin = time.perf_counter()
    tower.strike(owners.DUE)
    async with asyncio.timeout(size.patience):
        while (posted := _posted(workspace, known)) < size.owners:
            await asyncio.sleep(size.click)
            if posted:
                asked.clicks.append(await workspace.deliver(_press(directory, len(asked.clicks))))
            asked.memory.append(processes.memory(process))
    asked.end = max(call.at for call in workspace.calls if call.method == "chat.postMessage")
    return asked


def _posted(workspace: Workspace, known: int) -> int:
    return sum(call.method == "chat.postMessage" for call in workspace.calls[known:])


def _press(directory: Path, number: int) -> Json:
    """*It is still mine*, pressed by the reader of one of the letters."""
    with closing(sqlite3.connect(directory / "shipready.db", timeout=10)) as connection:
        asked = "select id, user from letter order by id limit 1 offset ?"
        letter, user = connection.execute(asked, (number,)).fetchone() or connection.execute(asked, (0,)).fetchone()
    action = {"type": "button", "action_id": "still_mine", "block_id": "b", "value": str(letter)}
    return {
        "type": "block_actions", "team": {"id": TEAM}, "user": {"id": user, "team_id": TEAM}, "actions": [action],
        "channel": {"id": f"D{user}"}, "container": {"type": "message", "channel_id": f"D{user}"}, "api_app_id": BOT,
        "trigger_id": f"{number}.bench",
    }  # fmt: skip


def _report(size: Size, asked: Asked, bare: float) -> str:
    seconds = asked.end - asked.begin
    lines = [["posts", "n", "seconds", "a second", "of the bare loop"]]
    lines.append(["bare loop", str(size.owners // 2 * 2), f"{bare:.1f}", f"{size.owners / bare:.0f}", ""])
    ratio = bare / seconds
    lines.append(["Shipready", str(size.owners), f"{seconds:.1f}", f"{size.owners / seconds:.0f}", f"{ratio:.2f}"])
    kept = [["memory, MB", "before", "at the half", "at the end"]]
    kept.append(["Shipready", *(f"{each:.0f}" for each in _three(asked.memory))])
    clicks = [Figures("a click meanwhile", asked.clicks or [0.0])]
    tables = [figures.table(lines), figures.percentiles("acknowledged, ms", clicks), figures.table(kept)]
    return "\n\n".join([*tables, figures.surroundings()])


def _three(memory: list[float]) -> tuple[float, float, float]:
    return memory[0], memory[len(memory) // 2], memory[-1]


def main() -> None:
    """Print the tables; ``--small`` for a size that only shows that it works."""
    with tempfile.TemporaryDirectory() as directory:
        print(asyncio.run(measure(SMALL if "--small" in sys.argv else FULL, Path(directory))))


if __name__ == "__main__":
    main()
