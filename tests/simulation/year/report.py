"""What a year was like, as tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from rich.console import Console
from rich.table import Table

from tests.simulation.year.books import table as rows_of
from tests.simulation.year.cast import Role
from tests.simulation.year.diary import Diary
from tests.simulation.year.places import PLACES
from tests.simulation.year.town import Town


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of a year, and what was wrong in it."""

    seed: int
    pilots: int
    findings: list[str]
    checkins: Counter[str]
    posts: dict[str, list[int]] = field(default_factory=dict)
    letters: int = 0
    presses: int = 0
    downs: list[tuple[datetime, datetime]] = field(default_factory=list)
    events: Counter[str] = field(default_factory=Counter)


def report(seed: int, town: Town, diary: Diary, roles: list[Role]) -> Report:
    """The counts."""
    weeks: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    for said in diary.said:
        if not said.user:
            weeks[said.channel][said.at.isocalendar()[:2]] += 1
    every = sorted({week for counts in weeks.values() for week in counts})
    posts = {place.name: [weeks[place.id][week] for week in every] for place in PLACES}
    states = Counter(f"{row['state']} {row['why']}".strip() for row in rows_of(town, "checkin"))
    letters = len(rows_of(town, "letter"))
    events = Counter(what.split()[0] for _, what in diary.events)
    return Report(seed, len(roles), diary.findings, states, posts, letters, len(diary.pressed), diary.downs, events)


def tell(found: Report, console: Console) -> None:
    """Print it."""
    table = Table("what", "count", title=f"seed {found.seed}, {found.pilots} pilots")
    for name, count in sorted(found.checkins.items()):
        table.add_row(f"check-ins: {name}", str(count))
    for name, count in sorted(found.events.items()):
        table.add_row(f"events: {name}", str(count))
    table.add_row("letters", str(found.letters))
    table.add_row("presses", str(found.presses))
    table.add_row("stopped or killed", str(len(found.downs)))
    console.print(table)
    console.print(_posts(found))
    for one in found.findings:
        console.print(f"wrong: {one}", markup=False, highlight=False, soft_wrap=True)


def _posts(found: Report) -> Table:
    table = Table("channel", "pilots", "posts", "a week", "most in a week", "weeks without", title="posts in channels")
    for number, (name, counts) in enumerate(found.posts.items()):
        pilots = len(range(number, found.pilots, len(PLACES)))
        average = sum(counts) / max(1, len(counts))
        table.add_row(
            name, str(pilots), str(sum(counts)), f"{average:.1f}", str(max(counts, default=0)), str(counts.count(0))
        )
    return table
