"""A store with migrated tables for each test: the steps run once, the file is copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.records import pilots
from bot.records.migrating import migrate
from bot.records.store import Store, open_store
from bot.records.tables import Pilot

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
TEAM = "T1"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def store(migrated: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "shipready.db"
    shutil.copyfile(migrated, path)
    opened = open_store(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture
def pilot(store: Store) -> Pilot:
    with store.write() as session:
        return pilots.add(session, a_pilot())


def a_pilot(name: str = "Invoice reader", team: str = TEAM, channel: str = "C1") -> Pilot:
    return Pilot(
        team=team, channel=channel, root_ts="100.000001", name=name, name_key=name.casefold(), lead="ULEAD",
        zone="Europe/Berlin", started_at=NOW,
    )  # fmt: skip
