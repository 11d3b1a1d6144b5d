"""A few seeds of the simulation; ``python -m tests.simulation --seeds 200`` runs as many as one likes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulation.process import Nursery
from tests.simulation.seed import simulate

SEEDS = (10, 13, 17, 105, 118, 132)
"""One with nothing but kills (10), and some that each broke something once."""


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """The process that the bots of these seeds are forked from."""
    started = Nursery()
    yield started
    started.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_and_nothing_doubled(seed: int, nursery: Nursery) -> None:
    report = simulate(seed, nursery)
    assert not report.broken, "\n".join([*report.notes, *report.broken])
