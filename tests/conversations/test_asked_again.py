"""Somebody who said no is put forward once more: until they answer, it says that they were asked again."""

from __future__ import annotations

import pytest

from tests.conversations.forging import hand_in, press
from tests.conversations.story import OWNERSHIP
from tests.conversations.thread import TOM, Thread

AGAIN = "The owner's yes or no is still out: asked again on 26 November, not answered yet."
NO = "Owner is open again: the request came back with a no."


@pytest.fixture
def declined(thread: Thread) -> Thread:
    """Ngozi was asked on Tuesday and said no; it is Thursday now."""
    thread.priya.says(OWNERSHIP)
    thread.priya.presses("Save and go on")
    thread.ngozi.presses_privately("No")
    thread.ngozi.sends()
    thread.shows("Owner is open again.")
    thread.passes(days=2)
    return thread


def status(thread: Thread) -> str:
    """What Priya reads of the check."""
    outcome = thread.priya.types("status Invoice Coder")
    return str(outcome["response"]["text"])


def test_the_no_stands_until_somebody_is_asked_again(declined: Thread) -> None:
    assert NO in status(declined)
    assert AGAIN not in status(declined)


def test_asked_again_it_says_so_until_the_answer(declined: Thread) -> None:
    assert declined.priya.types("owner Invoice Coder @ngozi")["ok"]
    declined.ngozi.gets("will you own Invoice Coder?")
    assert AGAIN in status(declined)
    assert NO not in status(declined)
    assert "Waiting for Ngozi Okonkwo (owning it)" in status(declined)

    hand_in(declined.on, press(TOM, "accept", "1:owner"))
    declined.tom.is_told("Only Ngozi Okonkwo can answer this one", "The question was asked on 26 November.")
    declined.ngozi.presses_privately("Yes, I own it")
    declined.ngozi.gets("You own *Invoice Coder* since 26 November.")
    assert AGAIN not in status(declined)
