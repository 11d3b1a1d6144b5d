"""What many seeds came to, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from tests.simulation.seed import Report


def table(reports: list[Report]) -> Table:
    """What all seeds came to, together."""
    found = Table(title="Nothing lost, nothing doubled", title_justify="left")
    found.add_column("figure")
    found.add_column("of all seeds", justify="right")
    for name, number in figures(reports):
        found.add_row(name, f"{number:,}")
    return found


def figures(reports: list[Report]) -> Iterator[tuple[str, int | float]]:
    """The figures of many seeds, by name."""
    yield "seeds", len(reports)
    for name in ("replies", "presses", "posts", "calls", "kills", "faults", "blind"):
        yield name, sum(getattr(report, name) for report in reports)
    for kind in ("lost", "doubled", "wrong"):
        yield kind, sum(line.startswith(kind) for report in reports for line in report.broken)
    yield "seconds a seed", round(sum(report.seconds for report in reports) / max(1, len(reports)), 1)
