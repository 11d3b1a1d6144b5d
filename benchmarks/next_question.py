"""How long it takes from an answer to the bot's next post: ``python -m benchmarks.next_question``."""

from __future__ import annotations

import asyncio
import itertools
import sys
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import figures, pilots, processes
from benchmarks.figures import Figures
from benchmarks.standin import StandIn
from benchmarks.workspace import Called, Workspace

POST = "chat.postMessage"
QUIET_SECONDS = 0.05
COMPLETE = (
    "Person 3 owns it from 1 Oct, backup is Person 4. Weekdays 9 to 17 UTC Person 3 picks up #pilot-alerts, "
    "outside hours it goes to the finance on-call rota."
)
"""Nothing is missing from it, so that two posts follow: what was read, and the next question."""

AT_ONCE = {
    "SHIPREADY_ANSWER_SETTLE_SECONDS": "0",
    "SHIPREADY_COURIER__CHANNEL_SECONDS": "0",
    "SHIPREADY_COURIER__POST_MESSAGE_PER_MINUTE": "0",
    "SHIPREADY_COURIER__TIER_3_PER_MINUTE": "0",
    "SHIPREADY_COURIER__TIER_4_PER_MINUTE": "0",
}
"""What the bot takes itself time for on purpose is not what is measured."""


@dataclass(frozen=True, slots=True)
class Size:
    """``pilots`` threads, each in a channel of ``people``; one answer to the first question of each."""

    pilots: int
    people: int


FULL = Size(pilots=200, people=50)
SMALL = Size(pilots=2, people=10)


@dataclass(slots=True)
class Times:
    """Seconds from sending the event until the first post arrives, and until the last that follows from it."""

    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)


async def measure(size: Size, directory: Path) -> str:
    """Measure both in turn, one answer at a time; the table. The database is made in ``directory``."""
    async with StandIn() as slack:
        template = slack.workspace("template")
        ours = slack.workspace("shipready", size.people, size.pilots)
        pilots.lay_out(processes.database(directory), ours)
        async with AsyncExitStack() as running:
            await running.enter_async_context(processes.bolt("template", template, directory))
            await running.enter_async_context(processes.bot(ours, directory, AT_ONCE))
            await asyncio.gather(template.connected(), ours.connected())
            roots = await pilots.threads(ours)
            return _report(*await _in_turn(template, ours, roots, size))


async def _in_turn(template: Workspace, ours: Workspace, roots: dict[str, str], size: Size) -> tuple[Times, Times]:
    """The first answer of each warms up."""
    events = pilots.answers(ours, roots, [COMPLETE])
    both = Times(), Times()
    for event in itertools.islice(events, size.pilots):
        for workspace, times in zip((template, ours), both, strict=True):
            await workspace.quiet(QUIET_SECONDS)
            since = len(workspace.calls)
            sent = await workspace.send(event)
            posted = await workspace.call(_is_post, since)
            await workspace.quiet(QUIET_SECONDS)
            times.first.append(posted.at - sent)
            times.last.append(max(call.at for call in workspace.calls[since:] if _is_post(call)) - sent)
    return both


def _is_post(call: Called) -> bool:
    return call.method == POST


def _report(template: Times, ours: Times) -> str:
    rows = [
        Figures("starter template, its answer", template.first[1:] or template.first),
        Figures("Shipready, first post", ours.first[1:] or ours.first),
        Figures("Shipready, last post", ours.last[1:] or ours.last),
    ]
    return f"{figures.percentiles('answer to post, ms', rows)}\n\n{figures.surroundings()}"


def main() -> None:
    """Print the table; ``--small`` for a size that only shows that it works."""
    with tempfile.TemporaryDirectory() as directory:
        print(asyncio.run(measure(SMALL if "--small" in sys.argv else FULL, Path(directory))))


if __name__ == "__main__":
    main()
