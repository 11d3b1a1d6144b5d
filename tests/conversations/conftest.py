"""Workspaces for transcripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.stage import stage
from tests.conversations.thread import Thread, pilot
from tests.conversations.told import Told


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """One workspace for all transcripts of a file, each with pilots of its own."""
    directory = tmp_path_factory.mktemp("told")
    with stage(directory) as on:
        yield Told(on, directory)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Told]:
    """A workspace for one transcript."""
    with stage(tmp_path) as on:
        yield Told(on, tmp_path)


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[Thread]:
    """The thread of a pilot that Priya has just started."""
    with pilot(tmp_path) as found:
        yield found
