"""Ten weeks with a few pilots; ``python -m tests.simulation.year`` lives through whole years with fifty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.year.year import simulate

WEEKS = 10


@pytest.mark.parametrize("seed", [1])
def test_nothing_is_wrong_in_ten_weeks(seed: int, tmp_path: Path) -> None:
    found = simulate(seed, 5, WEEKS * 7, tmp_path)
    assert found.findings == [], f"python -m tests.simulation.year --seed {seed} --pilots 5 --days {WEEKS * 7}"
    assert found.checkins["confirmed"] > WEEKS
    assert found.downs, "the bot fell"
