"""Talk in the thread is no answer, and what was taken for the wrong thing is put right with one or two presses."""

from __future__ import annotations

import pytest

from tests.conversations.story import FAILURE, OWNERSHIP
from tests.conversations.thread import Thread

TALK = ["// we should ask Ngozi Okonkwo, she owns it", "Does Ngozi Okonkwo own it, or who does?", "Good idea, thanks!"]


@pytest.mark.parametrize("words", TALK)
def test_talk_gets_no_reaction_and_is_not_read(thread: Thread, words: str) -> None:
    talk = thread.sipho.says(words)
    answer = thread.priya.says(OWNERSHIP)
    thread.records(answer)
    thread.is_quiet()
    assert thread.reactions(talk) == set()
    thread.shows("Question 1, as I read it", "From one reply by Priya Raman")
    assert thread.rows("select state from entry where ts = ?", talk["ts"]) == [("talk",)]


def test_a_name_alone_is_an_answer(thread: Thread) -> None:
    thread.records(thread.sipho.says("Ngozi Okonkwo"))
    thread.shows("Question 1, as I read it", "Ngozi Okonkwo · will be asked")


def test_the_shortcut_records_talk_as_an_answer(thread: Thread) -> None:
    talk = thread.sipho.says("// Ngozi Okonkwo owns it and Tom Beard steps in when she is away")
    thread.is_quiet()
    assert thread.priya.person.shortcut("record_answer", talk)["ok"]
    thread.records(talk)
    thread.shows("Question 1, as I read it", "Owner: Ngozi Okonkwo", "From one reply by Sipho Dube")


def test_this_was_not_an_answer(thread: Thread) -> None:
    thread.records(thread.sipho.says("Ngozi Okonkwo owns the coffee machine, by the way, and nobody else."))
    thread.shows("Question 1, as I read it", "Ngozi Okonkwo")
    thread.priya.presses("This was not an answer")
    gone = thread.shows("*Question 1 has no answer at the moment.* Reply here, or answer in a form.")
    assert "Ngozi Okonkwo" not in gone["text"]


def test_this_belongs_to_another_question(thread: Thread) -> None:
    thread.records(thread.priya.says(FAILURE))
    thread.priya.presses("This belongs to another question")
    thread.priya.sends(conversation="failure")
    thread.shows("Question 3, as I read it", "wrong cost centre")
    thread.shows("*Question 1 has no answer at the moment.*")


def test_park_it_goes_on_and_the_card_offers_it_again(thread: Thread) -> None:
    thread.priya.presses("Park it")
    thread.shows("2 of 5 · What does it depend on?")
    thread.shows("1 of 5", "Parked. It can be answered at any time.")
    thread.until(lambda: "Parked: question 1." in thread.card["text"])
