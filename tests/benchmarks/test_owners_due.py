"""The benchmarks of a Tuesday run, at their smallest size."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from benchmarks import owners_due


def test_everybody_is_asked_once_and_clicks_are_answered_meanwhile(tmp_path: Path) -> None:
    size = owners_due.SMALL
    found = asyncio.run(owners_due.measure(size, tmp_path))
    rows = re.findall(r"^\| ([\w ]+?) +\| (\d+) ", found, re.MULTILINE)
    assert rows[:2] == [("bare loop", str(size.owners)), ("Shipready", str(size.owners))]
    clicks = [int(count) for name, count in rows if name == "a click meanwhile"]
    assert clicks[0] >= 1
    assert [name for name, _ in rows][-1] == f"{size.stored} pilots"
