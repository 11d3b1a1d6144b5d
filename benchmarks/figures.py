"""What was measured, as a table."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

PERCENTILES = (50, 95, 99)
PACKAGES = ("slack-bolt", "slack-sdk", "sqlmodel", "sqlalchemy", "uvicorn")


@dataclass(frozen=True, slots=True)
class Figures:
    """Times of one kind, in seconds."""

    name: str
    seconds: Sequence[float]

    def at(self, percent: int) -> float:
        """The percentile in milliseconds (nearest rank)."""
        ordered = sorted(self.seconds)
        return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] * 1000


def percentiles(title: str, rows: Sequence[Figures]) -> str:
    """A table of each row's percentiles; the rows after the first are set against it."""
    first = rows[0]
    lines = [[title, "n", *(f"p{each}" for each in PERCENTILES), "p50 above", "p50 ratio"]]
    for row in rows:
        beside = [] if row is first else [f"{row.at(50) - first.at(50):.2f}", f"{row.at(50) / first.at(50):.2f}"]
        lines.append([row.name, str(len(row.seconds)), *(f"{row.at(each):.2f}" for each in PERCENTILES), *beside])
    return table(lines)


def table(lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its first line the heading."""
    width = len(lines[0])
    full = [[*line, *[""] * (width - len(line))] for line in lines]
    widths = [max(len(line[column]) for line in full) for column in range(width)]
    rows = [" | ".join(cell.ljust(size) for cell, size in zip(line, widths, strict=True)) for line in full]
    rule = " | ".join("-" * size for size in widths)
    return "\n".join(f"| {row} |" for row in [rows[0], rule, *rows[1:]])


def surroundings() -> str:
    """The machine and the versions, on one line each."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load}"
    return f"{machine}\nPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}"
