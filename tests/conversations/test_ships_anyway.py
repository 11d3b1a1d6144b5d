"""Shipped anyway: who decides, why and until when, and a second person who agrees by their own press. Never green."""

from __future__ import annotations

from tests.conversations.story import QUESTIONS
from tests.conversations.thread import NGOZI, PRIYA, TOM, Thread

DECISION = {"decider": NGOZI, "why": "The old system is switched off on Friday.", "until": "2027-01-15", "second": TOM}


def all_not_yet(thread: Thread) -> None:
    """The floor, with nothing met."""
    for question in QUESTIONS:
        thread.shows(question)
        thread.priya.presses("Not yet")
    thread.shows("None of the seven checks is met so far.")


def test_it_counts_once_the_second_person_agrees(thread: Thread) -> None:
    all_not_yet(thread)
    assert thread.priya.types("ship Invoice Coder")["ok"]
    thread.priya.sees_form("Ship it anyway")
    thread.priya.sends(DECISION)
    asked = thread.shows("*Invoice Coder is to ship without being ready, until 15 January.*")
    assert "Ngozi Okonkwo decides it: " in asked["text"]
    assert f"“The old system is switched off on Friday”. <@{TOM}>, do you agree?" in asked["text"]
    thread.until(lambda: "Tom Beard (agreeing to ship anyway)" in thread.card["text"])

    thread.sipho.presses("I agree", on=asked)
    thread.sipho.is_told("Only Tom Beard can answer this one, so nothing has changed.")
    thread.priya.presses("I agree", on=asked)
    thread.priya.is_told("Only Tom Beard can answer this one, so nothing has changed.")
    assert "is to ship without being ready" in thread.shows("until 15 January.*")["text"]

    thread.tom.presses("I agree", on=asked)
    thread.shows("*Invoice Coder is shipped anyway, until 15 January.*", "Tom Beard agreed. It is not ready")
    thread.is_quiet()
    assert "*Shipped anyway, not ready.* Decided by Ngozi Okonkwo, until 15 January." in thread.card["text"]
    assert "*Invoice Coder is not ready yet.*" in thread.words()  # and the floor says what it said before


def test_what_cannot_be_decided_so_is_said_at_the_field(thread: Thread) -> None:
    all_not_yet(thread)
    assert thread.priya.types("ship Invoice Coder")["ok"]
    thread.priya.sees_form("Ship it anyway")
    wrong = {
        "second": (PRIYA, "Priya Raman built it, so the second person has to be someone else."),
        "until": ("2027-02-23", "Give a day after today and not later than 22 February: at most 90 days"),
    }
    for field, (value, sentence) in wrong.items():
        outcome = thread.priya.person.submit({**DECISION, field: value})
        assert outcome["errors"][field].startswith(sentence)
    outcome = thread.priya.person.submit({**DECISION, "second": NGOZI})
    assert outcome["errors"] == {"second": "Ngozi Okonkwo decides it, so the second person has to be someone else."}
    thread.priya.sends(DECISION)
    thread.shows("is to ship without being ready")


def test_a_form_handed_in_again_after_slack_gave_up_counts_once(thread: Thread) -> None:
    all_not_yet(thread)
    assert thread.priya.types("ship Invoice Coder")["ok"]
    thread.priya.sees_form("Ship it anyway")
    thread.on.driver.settings(ack_timeout_seconds=0.0001)
    assert thread.priya.person.submit(DECISION)["error"] == "operation_timeout"
    thread.shows("is to ship without being ready")
    thread.on.driver.settings(ack_timeout_seconds=3)
    thread.priya.sends(DECISION)
    thread.is_quiet()
    assert thread.shown("is to ship without being ready") == 1
