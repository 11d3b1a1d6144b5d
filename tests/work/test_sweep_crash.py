"""The bot is killed between any two steps of a sweep: the next process goes on, nothing is doubled, nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.work.sweeping import Sweeping, sweep_all, tom_answers


class Killed(BaseException):
    """The process is gone."""


def swept_by_the_dying(here: Sweeping, now: datetime) -> int:
    """Processes sweep at ``now``, each of which is gone before it commits its second transaction, until one has nothing
    more to do; how many died."""
    died = 0
    while True:
        with here.store() as store:
            store.before_commit(_dies_at(2))
            try:
                sweep_all(store, now)
            except Killed:
                died += 1
            else:
                return died


def _dies_at(step: int) -> Callable[[Any], None]:
    left = step

    def gone(_session: Any) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            raise Killed

    return gone


def copied(here: Sweeping, directory: Path) -> Sweeping:
    """The same database in another place."""
    directory.mkdir()
    for file in here.directory.glob("shipready.db*"):
        shutil.copy(file, directory / file.name)
    return Sweeping(directory)


@pytest.fixture
def here(tmp_path: Path) -> Sweeping:
    (tmp_path / "first").mkdir()
    found = Sweeping(tmp_path / "first")
    found.fill()
    return found


def test_killed_before_any_commit_it_ends_as_if_nothing_had_been(here: Sweeping, tmp_path: Path) -> None:
    """What was done and not committed is gone, what was committed stands: the next process does the rest, once."""
    other, died = copied(here, tmp_path / "other"), 0
    for now in here.moments():
        with other.store() as store:
            sweep_all(store, now)
            tom_answers(store, now)
        died += swept_by_the_dying(here, now)
        with here.store() as store:
            tom_answers(store, now)
        assert differing(here, other) == [], f"at {now}"
    assert died > 100
    assert_everything_was_due(here)


def differing(here: Sweeping, other: Sweeping) -> list[tuple[str, set[str]]]:
    """The tables that are not the same, with the rows that only one of them has."""
    left, right = here.state(), other.state()
    both = {name: (set(map(str, left[name])), set(map(str, right[name]))) for name in left}
    return [(name, one ^ two) for name, (one, two) in both.items() if one != two]


def assert_everything_was_due(here: Sweeping) -> None:
    """The check-in went all the way, and whatever else a sweep does was done."""
    said = {kind for (kind,) in here.rows("select distinct kind from notice")}
    asked = {kind for (kind,) in here.rows("select distinct kind from ask where letter is not null")}
    assert {"letter", "lapse", "radar", "boring", "offer_back"} <= said
    assert {"own", "backup", "lead", "nudge", "launch"} <= asked
    assert here.rows("select count(*) from letter where reminds is not null") >= [(2,)]
    assert here.rows("select count(*) from checkin where state = 'lapsed'") >= [(1,)]
