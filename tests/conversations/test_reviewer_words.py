"""A reviewer's yes is to words that somebody wrote and that they read: share and period (MODEL: review)."""

from __future__ import annotations

import pytest

from tests.conversations.story import REVIEW
from tests.conversations.thread import EMEKA, Thread

OPENS = "What do you check of Invoice Coder, and how often?"


@pytest.fixture
def confirmed(thread: Thread) -> Thread:
    """A thread in which Emeka said yes to twenty each day."""
    for question in ("1 of 5", "2 of 5", "3 of 5"):
        thread.shows(question)
        thread.priya.presses("Park it")
    thread.shows("4 of 5")
    thread.priya.says(REVIEW)
    thread.priya.presses("Save and go on")
    thread.emeka.gets("“Emeka checks 20 of its results each day and may stop it.”")
    thread.emeka.presses_privately("Yes, all of it")
    thread.shows("*Question 4 is saved*", "Reviewer: Emeka Obi · said yes")
    return thread


def changes(thread: Thread, share: str, every: str) -> None:
    """Tom writes other words about Emeka's work."""
    thread.tom.presses("See the checks")
    thread.tom.presses("Open Review of the output")
    thread.tom.sends(share=share, every=every)
    thread.tom.leaves_the_form()


def test_a_name_alone_is_no_statement_to_confirm(thread: Thread) -> None:
    assert thread.priya.types("reviewer Invoice Coder @emeka")["ok"]
    asked = thread.emeka.gets(OPENS, "Priya Raman names you", "[Fill in what I do] [No] [I may not stop it]")
    assert "may stop it" not in asked["text"]
    assert "[Yes, all of it]" not in asked["text"]

    thread.emeka.presses_privately("Fill in what I do")
    thread.emeka.sends(share="10", every="week", last_on="2026-11-20")
    thread.emeka.gets("“Emeka checks 10 of its results each week and may stop it.”", "You wrote it about your work")
    thread.emeka.gets("the newer message is the one to answer")
    thread.emeka.presses_privately("Yes, all of it")
    thread.shows("*Question 4 is saved*", "Reviewer: Emeka Obi · said yes")


def test_who_reviews_nothing_can_say_so_before_anything_is_written(thread: Thread) -> None:
    assert thread.priya.types("reviewer Invoice Coder @emeka")["ok"]
    thread.emeka.gets(OPENS)
    thread.emeka.presses_privately("No")
    thread.emeka.sends()
    thread.priya.gets("Emeka Obi said no to reviewing *Invoice Coder*. No reason was given, and none is needed.")
    thread.emeka.gets("You said no on 24 November, about *Invoice Coder*.")


def test_other_words_need_another_yes(confirmed: Thread) -> None:
    changes(confirmed, "500", "day")
    confirmed.emeka.gets(
        "“Emeka checks 500 of its results each day and may stop it.”",
        "Tom Beard wrote it",
        "It was changed since your yes of 24 November, which was about other words.",
    )
    confirmed.emeka.gets("the newer message is the one to answer")
    confirmed.shows("*Question 4 is saved*", "Reviewer: Emeka Obi · asked")
    confirmed.emeka.presses_privately("Yes, all of it")
    confirmed.shows("*Question 4 is saved*", "How much: 500", "Reviewer: Emeka Obi · said yes")


def test_a_yes_to_a_message_of_before_counts_for_nothing(confirmed: Thread) -> None:
    changes(confirmed, "500", "day")
    old = confirmed.emeka.gets("“Emeka checks 500 of its results each day")
    changes(confirmed, "1", "month")
    confirmed.emeka.gets("“Emeka checks 1 of its results each month")
    pressed = next(one for block in old["blocks"] for one in block.get("elements", ()) if one["type"] == "button")
    confirmed.emeka.person.press(old, pressed["action_id"], pressed["value"])
    confirmed.is_quiet()
    confirmed.shows("*Question 4 is saved*", "How much: 1", "Reviewer: Emeka Obi · asked")
    yes = confirmed.rows("select count(*) from fact where kind = 'accepted' and by = ?", EMEKA)
    assert yes == [(1,)]


def test_an_undone_change_brings_the_yes_back(confirmed: Thread) -> None:
    changes(confirmed, "500", "day")
    confirmed.emeka.gets("“Emeka checks 500 of its results each day")
    confirmed.priya.presses("More")
    confirmed.priya.presses("Undo last save")
    confirmed.shows("*Question 4 is saved*", "How much: 20", "Reviewer: Emeka Obi · said yes")
    confirmed.is_quiet()
    assert not confirmed.emeka.letters("[Yes, all of it]")


def test_other_words_wait_until_the_right_is_given(confirmed: Thread) -> None:
    changes(confirmed, "500", "day")
    confirmed.emeka.gets("“Emeka checks 500 of its results each day")
    confirmed.emeka.presses_privately("I may not stop it")
    needs = confirmed.shows("The reviewer needs the right to stop it.")
    changes(confirmed, "5", "day")
    confirmed.is_quiet()
    assert not confirmed.emeka.letters("checks 5 of its results")
    confirmed.priya.presses("Given now", on=needs)
    confirmed.emeka.gets("“Emeka checks 5 of its results each day and may stop it.”")
    confirmed.emeka.presses_privately("Yes, all of it")
    confirmed.shows("*Question 4 is saved*", "How much: 5", "Reviewer: Emeka Obi · said yes")
