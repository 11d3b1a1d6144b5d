"""A pilot that does not become ready, and why: what is missing, who can change it, since when, the nearest first."""

from __future__ import annotations

from tests.conversations.story import DEPENDENCIES, FAILURE, OWNERSHIP, QUESTIONS, REPLACEMENT, REVIEW, opens, saves_all
from tests.conversations.thread import Thread

MOVED_BY_HAND = DEPENDENCIES.replace("loaded automatically every night", "Sipho uploads it by hand each Friday")
ANSWERS = (OWNERSHIP, MOVED_BY_HAND, FAILURE, REVIEW, REPLACEMENT)


def test_each_blocker_is_named_with_who_can_change_it(thread: Thread) -> None:
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        thread.shows(question)
        thread.priya.says(answer)
    saves_all(thread)
    thread.ngozi.presses_privately("Yes, I own it")

    floor = thread.shows("One of the seven checks is met; these six are not.")["text"]
    for line in (
        "The yes or no of the person stepping in is still out, asked on 24 November. *Tom Beard*",
        "“invoice table” is moved by hand. *Ngozi Okonkwo*",
        "The reviewer's word that this is what they do is still out, asked on 24 November. *Emeka Obi*",
        "Access is not filled in. *Ngozi Okonkwo*",
        "The nearest one is Owner: a single press by Tom.",
        "[Remind Tom]",
    ):
        assert line in floor

    thread.priya.presses("See the checks")
    assert "“invoice table” is moved by hand." in str(thread.priya.sees_form("The seven checks"))
    thread.priya.leaves_the_form()


def test_a_row_is_put_right_in_its_form(thread: Thread) -> None:
    for question, answer in zip(QUESTIONS[:2], ANSWERS, strict=False):
        thread.shows(question)
        thread.priya.says(answer)
    thread.shows("Question 2, as I read it", "moved by hand")
    thread.priya.presses("Save and go on", on=thread.shows("Question 2, as I read it"))
    thread.shows("*Question 2 is saved*", "moved by hand")

    thread.priya.presses("Correct", on=thread.shows("*Question 2 is saved*"))
    thread.priya.presses("Edit", beside="invoice table")
    thread.priya.sends(by_hand="no")
    thread.shows("*Question 2 is saved*", "invoice table, our own, no work by hand")
    assert "no work by hand" in str(thread.priya.sees_form())  # the list below the row shows it too


def test_one_part_missing_keeps_a_check_open(thread: Thread) -> None:
    """Nothing is averaged."""
    for question in QUESTIONS:
        thread.shows(question)
        thread.priya.presses("Not yet")
    opens(thread, "Tests")
    thread.priya.sends(where="git.example.com/ap-coder", in_version_control="yes", good="180", starts_on="by_hand")
    floor = thread.shows("The number of bad inputs is missing.")["text"]
    assert "*Tests* · not yet" in floor
    assert "… and " in floor
    thread.priya.presses("See the checks")
    assert "The tests are started by hand, not by every change." in str(thread.priya.sees_form("The seven checks"))
