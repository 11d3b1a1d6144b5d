"""The reviewer confirms what was written about their work, mends it, or says that they may not stop it."""

from __future__ import annotations

import pytest

from tests.conversations.story import OWNERSHIP, REVIEW
from tests.conversations.thread import Thread


@pytest.fixture
def asked(thread: Thread) -> Thread:
    """A thread in which Emeka is asked whether this is what he does."""
    for question in ("1 of 5", "2 of 5", "3 of 5"):
        thread.shows(question)
        thread.priya.presses("Park it")
    thread.shows("4 of 5")
    thread.priya.says(REVIEW)
    thread.priya.presses("Save and go on")
    thread.emeka.gets("*Is this what you do?* “Emeka checks 20 of its results each day and may stop it.”")
    return thread


def test_not_quite_brings_the_reviewers_own_version_to_the_proposer(asked: Thread) -> None:
    asked.emeka.presses_privately("Not quite")
    assert "Emeka checks 20 of its results each day" in str(asked.emeka.sees_form("Not quite"))
    asked.emeka.sends(reason="It is five a day, and on Fridays none.")
    asked.shows("Who reviews the output is open again.")
    asked.priya.gets(
        "Emeka Obi describes reviewing *Invoice Coder* otherwise:", "“It is five a day, and on Fridays none”"
    )
    asked.emeka.gets("You sent your own version on 24 November, about *Invoice Coder*.")
    asked.is_quiet()
    assert "on Fridays none" not in asked.words()


def test_i_may_not_stop_it_asks_owner_or_lead_for_the_right(asked: Thread) -> None:
    asked.emeka.presses_privately("I may not stop it")
    needs = asked.shows("The reviewer needs the right to stop it. Priya Raman can give it.", "[Given now]")
    asked.emeka.gets("You said on 24 November that you may not stop *Invoice Coder*.")

    asked.sipho.presses("Given now", on=needs)
    asked.sipho.is_told("Only the owner or the lead can do this, so nothing has changed. The lead is Priya Raman.")
    asked.priya.presses("Given now", on=needs)
    asked.shows("Priya Raman gave the reviewer the right to stop it. The reviewer is asked once more.")
    asked.emeka.presses_privately("Yes, all of it")
    asked.shows("The reviewer has the right to stop it.")
    asked.emeka.gets("You confirmed on 24 November that you review *Invoice Coder* as written and may stop it.")


def test_the_owner_can_give_the_right_too(asked: Thread) -> None:
    asked.priya.presses("See the checks")
    asked.priya.presses("Open Owner")
    asked.priya.sends(owner=asked.ngozi.person.id)
    asked.ngozi.presses_privately("Yes, I own it")
    asked.priya.leaves_the_form()
    asked.emeka.presses_privately("I may not stop it")
    needs = asked.shows("The reviewer needs the right to stop it. Ngozi Okonkwo or Priya Raman can give it.")
    asked.ngozi.presses("Given now", on=needs)
    asked.shows("Ngozi Okonkwo gave the reviewer the right to stop it.")


def test_the_builder_cannot_be_the_reviewer(thread: Thread) -> None:
    thread.priya.says(OWNERSHIP)
    thread.priya.presses("See the checks")
    thread.priya.presses("Open Review of the output")
    outcome = thread.priya.person.submit({"reviewer": thread.priya.person.id})
    assert outcome["errors"] == {
        "reviewer": (
            "Priya Raman built it, so the reviewer has to be someone else. If there is nobody yet, choose Not yet."
        )
    }
