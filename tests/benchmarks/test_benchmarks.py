"""The benchmarks run, at their smallest size. What they measure is not looked at: machines differ."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from benchmarks import acknowledge, figures, next_question, starting
from benchmarks.figures import Figures


def test_the_acknowledgement_is_measured_and_every_answer_is_stored(tmp_path: Path) -> None:
    size = acknowledge.SMALL
    found = asyncio.run(acknowledge.measure(size, tmp_path))
    sent = size.block * (size.rounds + 1) + round(size.seconds * acknowledge.PER_SECOND)
    assert f"answers in the database: {sent}" in found
    assert rows(found) == [("bare Bolt", "10"), ("Shipready", "10")] * 2


def test_the_next_post_is_measured(tmp_path: Path) -> None:
    found = asyncio.run(next_question.measure(next_question.SMALL, tmp_path))
    assert [name for name, _ in rows(found)] == [
        "starter template, its answer",
        "Shipready, first post",
        "Shipready, last post",
    ]


def test_the_start_is_measured(tmp_path: Path) -> None:
    found = asyncio.run(starting.measure(starting.SMALL, tmp_path))
    assert [name for name, _ in rows(found)] == ["bare Bolt", "Shipready"]


@pytest.mark.parametrize(("percent", "milliseconds"), [(50, 50.0), (95, 95.0), (99, 99.0)])
def test_percentiles_are_by_nearest_rank(percent: int, milliseconds: float) -> None:
    assert Figures("hundred", [number / 1000 for number in range(100, 0, -1)]).at(percent) == milliseconds


def test_a_row_is_set_against_the_first() -> None:
    table = figures.percentiles("ms", [Figures("one", [0.001]), Figures("other", [0.003])])
    cells = [cell.strip() for cell in table.splitlines()[-1].strip("|").split("|")]
    assert cells == ["other", "1", "3.00", "3.00", "3.00", "2.00", "3.00"]


def rows(report: str) -> list[tuple[str, str]]:
    """The first two cells of every line that holds figures."""
    found = re.findall(r"^\| (.+?) +\| ([\d.]+) ", report, re.MULTILINE)
    return [(name, cell) for name, cell in found if not name.startswith("-")]
