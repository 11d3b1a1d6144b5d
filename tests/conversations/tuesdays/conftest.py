"""Pilots for Tuesdays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.thread import Thread
from tests.conversations.tuesdays.owned import owned


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[Thread]:
    """A pilot that Ngozi owns."""
    with owned(tmp_path) as found:
        yield found
