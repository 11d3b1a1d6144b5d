"""A workspace without Slack: a store in a directory of its own, people, and channels that the bot is in or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records.migrating import migrate
from bot.records.store import open_store
from tests.work.workspace import Workspace


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Workspace]:
    url = f"sqlite:///{tmp_path / 'shipready.db'}"
    migrate(url)
    store = open_store(url)
    workspace = Workspace(store)
    workspace.fill()
    yield workspace
    store.close()
