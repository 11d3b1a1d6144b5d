"""A pilot that somebody owns, and the Tuesdays after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.conversations.story import OWNERSHIP
from tests.conversations.thread import Thread, pilot

FIRST_TUESDAY = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""10:00 in Lagos, where Ngozi is."""


@contextmanager
def owned(directory: Path) -> Iterator[Thread]:
    """Ngozi owns it and Tom steps in, since Tuesday, 24 November."""
    with pilot(directory) as thread:
        thread.priya.says(OWNERSHIP)
        thread.priya.presses("Save and go on")
        thread.ngozi.presses_privately("Yes, I own it")
        thread.tom.presses_privately("Yes, I'll step in")
        thread.ngozi.gets("You own *Invoice Coder* since 24 November")
        thread.is_quiet()
        yield thread
