"""One fact to look up: its button opens the form in which it stands, and the message says when it is settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conversations.story import DEPENDENCIES
from tests.conversations.thread import Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY, owned

JANUARY = datetime(2027, 1, 12, 9, 1, tzinfo=UTC)
"""The Tuesday after the gateway key's warning has begun: changed on 2 November, it counts for a hundred days."""
KEY = "*One thing to look up:* “gateway key” (*Invoice Coder*) was last changed on 2 November. Was it changed since?"


@pytest.fixture
def thread(tmp_path: Path) -> Iterator[Thread]:
    """A pilot with a key, in January."""
    with owned(tmp_path) as found:
        found.shows("2 of 5")
        found.priya.says(DEPENDENCIES)
        found.shows("Question 2, as I read it")
        found.priya.presses("Save and go on")
        found.shows("3 of 5")
        found.on.set_clock(FIRST_TUESDAY)
        found.ngozi.presses_privately("It is still mine")
        found.ngozi.gets("Confirmed on Tuesday")
        found.is_quiet()
        found.on.set_clock(JANUARY)
        found.ngozi.gets(KEY)
        yield found


def test_a_date_is_added_in_the_row_itself(thread: Thread) -> None:
    thread.ngozi.presses_privately("Add a date")
    assert thread.ngozi.sees_form()["callback_id"] == "row:dependencies"
    thread.ngozi.sends(rotated_on="2027-01-11")
    thread.ngozi.gets("Invoice Coder: there was one thing to look up here, and it is settled.")


def test_there_is_no_later_date(thread: Thread) -> None:
    thread.ngozi.presses_privately("No, not since")
    thread.ngozi.gets("Invoice Coder: noted as you said, thank you.")


def test_somebody_else_is_asked_where_one_does_not_know(thread: Thread) -> None:
    thread.ngozi.presses_privately("I don't know")
    thread.ngozi.gets("Invoice Coder: thank you; I ask someone else who may know.")
    thread.passes(days=1, hours=1)
    thread.tom.gets(KEY)
