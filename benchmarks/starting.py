"""How long a start takes, and how much memory an idle process has: ``python -m benchmarks.starting``."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import figures, pilots, processes
from benchmarks.standin import StandIn
from benchmarks.workspace import Workspace

Start = Callable[[Workspace], AbstractAsyncContextManager[int]]


@dataclass(frozen=True, slots=True)
class Size:
    """``times`` starts of each, in turn; the memory is read after ``idle`` seconds."""

    times: int
    idle: float


FULL = Size(times=5, idle=2)
SMALL = Size(times=1, idle=0.1)


async def measure(size: Size, directory: Path) -> str:
    """Start both in turn; the table. Shipready finds a migrated database with one pilot in ``directory``."""
    starts: dict[str, Start] = {
        "bare Bolt": lambda workspace: processes.bolt("bare", workspace, directory),
        "Shipready": lambda workspace: processes.bot(workspace, directory, {}),
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in starts}
    async with StandIn() as slack:
        pilots.lay_out(processes.database(directory), slack.workspace("first"))
        for number in range(size.times):
            for name, start in starts.items():
                found[name].append(await _once(start, slack.workspace(f"{number}-{name[0]}"), size.idle))
    return _report(found)


async def _once(start: Start, workspace: Workspace, idle: float) -> tuple[float, float]:
    """Seconds until the app is connected to Slack, and MB in memory when it has nothing to do."""
    begin = time.perf_counter()
    async with start(workspace) as process:
        await workspace.connected()
        ready = time.perf_counter() - begin
        await asyncio.sleep(idle)
        return ready, processes.memory(process)


def _report(found: dict[str, list[tuple[float, float]]]) -> str:
    lines = [["median", "start to ready, s", "idle memory, MB"]]
    for name, pairs in found.items():
        ready, memory = (median(values) for values in zip(*pairs, strict=True))
        lines.append([name, f"{ready:.2f}", f"{memory:.0f}"])
    return f"{figures.table(lines)}\n\n{figures.surroundings()}"


def main() -> None:
    """Print the table; ``--small`` for a size that only shows that it works."""
    with tempfile.TemporaryDirectory() as directory:
        print(asyncio.run(measure(SMALL if "--small" in sys.argv else FULL, Path(directory))))


if __name__ == "__main__":
    main()
