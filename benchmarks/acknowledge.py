"""How long it takes to acknowledge an answer, stored and committed: ``python -m benchmarks.acknowledge``."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import figures, pilots, processes
from benchmarks.figures import Figures
from benchmarks.standin import StandIn
from benchmarks.workspace import Json, Workspace

PER_SECOND = 100


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: ``rounds`` of ``block`` events each, then ``seconds`` at 100 events a second."""

    pilots: int
    people: int
    rounds: int
    block: int
    seconds: float
    quiet: float = 0.5


FULL = Size(pilots=100, people=50, rounds=10, block=200, seconds=10)
SMALL = Size(pilots=2, people=5, rounds=2, block=5, seconds=0.1)


@dataclass(slots=True)
class Side:
    """One of the two that are measured."""

    name: str
    workspace: Workspace
    events: Iterator[Json]
    alone: list[float] = field(default_factory=list)
    crowded: list[float] = field(default_factory=list)


async def measure(size: Size, directory: Path) -> str:
    """Measure both in turn; the tables. The database is made in ``directory``."""
    async with StandIn() as slack:
        bare = slack.workspace("bare")
        ours = slack.workspace("shipready", size.people, size.pilots)
        url = processes.database(directory)
        pilots.lay_out(url, ours)
        async with AsyncExitStack() as running:
            await running.enter_async_context(processes.bolt("bare", bare, directory))
            await running.enter_async_context(processes.bot(ours, directory, {}))
            await asyncio.gather(bare.connected(), ours.connected())
            roots = await pilots.threads(ours)
            await ours.quiet(size.quiet)
            workspaces = {"bare Bolt": bare, "Shipready": ours}
            sides = [Side(name, each, pilots.answers(ours, roots)) for name, each in workspaces.items()]
            await _rounds(sides, size)
        return _report(sides, pilots.stored(url))


async def _rounds(sides: list[Side], size: Size) -> None:
    """In turn, so that whatever else the machine does meets both alike; the first block of each warms up."""
    for side in sides:
        await _one_at_a_time(side, size.block)
        side.alone.clear()
    for _ in range(size.rounds):
        for side in sides:
            await _one_at_a_time(side, size.block)
    for _ in range(2):
        for side in sides:
            await _at_a_rate(side, round(size.seconds * PER_SECOND / 2))


async def _one_at_a_time(side: Side, count: int) -> None:
    for _ in range(count):
        side.alone.append(await side.workspace.deliver(next(side.events)))


async def _at_a_rate(side: Side, count: int) -> None:
    """An event each hundredth of a second, whether the one before was acknowledged or not."""
    loop = asyncio.get_running_loop()
    begin, sent = loop.time(), []
    for number in range(count):
        await asyncio.sleep(begin + number / PER_SECOND - loop.time())
        sent.append(asyncio.create_task(side.workspace.deliver(next(side.events))))
    side.crowded += await asyncio.gather(*sent)


def _report(sides: list[Side], stored: int) -> str:
    alone = figures.percentiles("one at a time, ms", [Figures(side.name, side.alone) for side in sides])
    crowded = figures.percentiles(f"{PER_SECOND} a second, ms", [Figures(side.name, side.crowded) for side in sides])
    return f"{alone}\n\n{crowded}\n\nanswers in the database: {stored}\n{figures.surroundings()}"


def main() -> None:
    """Print the tables; ``--small`` for a size that only shows that it works."""
    with tempfile.TemporaryDirectory() as directory:
        print(asyncio.run(measure(SMALL if "--small" in sys.argv else FULL, Path(directory))))


if __name__ == "__main__":
    main()
