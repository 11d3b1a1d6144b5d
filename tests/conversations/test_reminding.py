"""Somebody presses a button that is meant for another: who can answer, since when it is asked, and *Remind*."""

from __future__ import annotations

from tests.conversations.forging import hand_in, press
from tests.conversations.stage import Json
from tests.conversations.story import OWNERSHIP, QUESTIONS
from tests.conversations.thread import NGOZI, TOM, Thread

ASKED = "Only Ngozi Okonkwo can answer this one, so nothing has changed. The question was asked on 24 November."
DECISION = {"decider": NGOZI, "why": "The old system is switched off.", "until": "2027-01-15", "second": TOM}


def request(thread: Thread) -> None:
    """Ngozi is asked to own it."""
    thread.priya.says(OWNERSHIP)
    thread.priya.presses("Save and go on")
    thread.ngozi.gets("will you own Invoice Coder?")


def presses_for_her(thread: Thread, times: int = 1) -> Json:
    """Tom presses the button that was sent to Ngozi; what he is told, for the so-manieth time."""
    hand_in(thread.on, press(TOM, "accept", "1:owner"))
    heard = thread.tom.person.ephemerals
    told = thread.until(lambda: [one for one in heard("pilots") if ASKED in one["text"]][times - 1 :])
    return dict(told[0])


def test_the_person_asked_can_be_reminded_from_there(thread: Thread) -> None:
    request(thread)
    told = presses_for_her(thread)
    assert "[Remind Ngozi]" in told["text"]
    thread.tom.presses("Remind Ngozi", on=told)
    thread.tom.is_told("Ngozi Okonkwo is asked once more, by direct message.")
    thread.until(lambda: len(thread.ngozi.letters("will you own Invoice Coder?")) == 2)

    thread.ngozi.presses_privately("Yes, I own it")
    thread.until(lambda: len(thread.ngozi.letters("You own *Invoice Coder* since 24 November.")) == 2)


def test_a_day_has_one_reminder_whoever_presses(thread: Thread) -> None:
    request(thread)
    told = presses_for_her(thread)
    thread.tom.presses("Remind Ngozi", on=told)
    thread.tom.is_told("Ngozi Okonkwo is asked once more, by direct message.")
    thread.priya.presses("More")
    thread.priya.presses("Remind Ngozi")
    said = thread.priya.sees_form("Please note")
    assert "Ngozi Okonkwo was reminded today already; one reminder a day is enough." in str(said)
    thread.is_quiet()
    assert len(thread.ngozi.letters("will you own Invoice Coder?")) == 2

    thread.passes(days=1)
    thread.tom.presses("Remind Ngozi", on=presses_for_her(thread, times=2))
    thread.until(lambda: len(thread.ngozi.letters("will you own Invoice Coder?")) == 3)


def test_a_reminder_that_comes_after_the_answer_says_how_it_stands(thread: Thread) -> None:
    request(thread)
    told = presses_for_her(thread)
    thread.ngozi.presses_privately("Yes, I own it")
    thread.ngozi.gets("You own *Invoice Coder* since 24 November.")
    thread.tom.presses("Remind Ngozi", on=told)
    thread.tom.is_told(
        "This question was closed on 24 November, so nothing has changed. Invoice Coder is now owned by Ngozi Okonkwo.",
        "[Open its card]",
    )
    thread.is_quiet()
    assert thread.ngozi.letters("will you own") == []


def test_nobody_is_reminded_whose_account_is_gone(thread: Thread) -> None:
    request(thread)
    told = presses_for_her(thread)
    thread.ngozi.goes()
    thread.tom.presses("Remind Ngozi", on=told)
    thread.tom.is_told("Ngozi Okonkwo can't be asked: only active full members of Northfield Finance can answer.")


def test_the_second_person_of_a_decision_can_be_reminded_too(thread: Thread) -> None:
    for question in QUESTIONS:
        thread.shows(question)
        thread.priya.presses("Not yet")
    thread.shows("None of the seven checks is met so far.")
    assert thread.priya.types("ship Invoice Coder")["ok"]
    thread.priya.sees_form("Ship it anyway")
    thread.priya.sends(DECISION)
    thread.sipho.presses("I agree", on=thread.shows("*Invoice Coder is to ship without being ready"))
    told = thread.sipho.is_told("Only Tom Beard can answer this one, so nothing has changed.", "[Remind Tom]")
    thread.sipho.presses("Remind Tom", on=told)
    thread.sipho.is_told("Tom Beard is asked once more, by direct message.")
    assert "Do you agree?" in thread.tom.gets("*Invoice Coder is to ship without being ready")["text"]

    thread.tom.presses_privately("I agree")
    thread.shows("*Invoice Coder is shipped anyway, until 15 January.*")
    thread.tom.gets("*Invoice Coder is shipped anyway, until 15 January.*")
    thread.sipho.presses("Remind Tom", on=told)
    thread.sipho.is_told(
        "This question was closed on 24 November, so nothing has changed. "
        "Invoice Coder is shipped anyway, until 15 January; Ngozi Okonkwo decided it."
    )
