"""A decision to ship anyway that waits for its second person goes with the pilot to another channel."""

from __future__ import annotations

import pytest

from tests.conversations.stage import Json
from tests.conversations.story import QUESTIONS
from tests.conversations.thread import NGOZI, PRIYA, TOM, Thread

DECISION = {"decider": NGOZI, "why": "The auditors wait.", "until": "2027-01-15", "second": TOM}
ASKED = "*Invoice Coder is to ship without being ready, until 15 January.*"
AGREED = "*Invoice Coder is shipped anyway, until 15 January.*"
HOME = "new-home"


@pytest.fixture
def decided(thread: Thread) -> Thread:
    """Tom is asked in the thread to agree."""
    for question in QUESTIONS:
        thread.shows(question)
        thread.priya.presses("Not yet")
    thread.shows("None of the seven checks is met so far.")
    assert thread.priya.types("ship Invoice Coder")["ok"]
    thread.priya.sees_form("Ship it anyway")
    thread.priya.sends(DECISION)
    thread.shows(ASKED)
    return thread


def moves(thread: Thread, *people: str) -> Json:
    """The pilot goes to a channel with Priya and these people: its card there."""
    assert thread.on.bot is not None
    thread.on.driver.post("channels/create", name=HOME, id="C0NEWHOME", members=[PRIYA, *people])
    thread.on.driver.post("invite", channel=HOME, person=thread.on.bot.office.user)
    thread.until(lambda: (PRIYA,) in thread.rows("select user from channel_member where channel = 'C0NEWHOME'"))
    assert thread.priya.types(f"move Invoice Coder #{HOME}")["ok"]
    card = thread.on.card("Invoice Coder", HOME)
    thread.is_quiet()
    return card


def test_the_request_is_posted_in_the_new_thread_and_answered_there(decided: Thread) -> None:
    card = moves(decided, TOM)
    there = decided.on.in_thread(card, ASKED)
    assert f"<@{TOM}>, do you agree?" in there["text"]
    assert decided.tom.letters(ASKED) == []
    decided.tom.presses("I agree", on=there)
    decided.on.in_thread(card, AGREED)


def test_who_is_not_in_the_new_channel_is_asked_directly(decided: Thread) -> None:
    card = moves(decided)
    assert "Tom Beard is asked by direct message." in decided.on.in_thread(card, ASKED)["text"]
    decided.tom.presses_privately("I agree")
    decided.on.in_thread(card, AGREED)


def test_what_was_agreed_before_is_not_asked_again(decided: Thread) -> None:
    decided.tom.presses("I agree")
    decided.shows(AGREED)
    card = moves(decided, TOM)
    assert not any("shipped anyway, until" in one["text"] for one in decided.on.thread(card)[1:])
    assert not any(ASKED in one["text"] for one in decided.on.thread(card))


def test_what_ran_out_before_is_not_asked_again(decided: Thread) -> None:
    decided.passes(days=60)
    decided.is_quiet()
    card = moves(decided, TOM)
    assert not any("to ship without being ready" in one["text"] for one in decided.on.thread(card))
