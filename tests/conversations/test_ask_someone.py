"""*Ask someone*: in the thread where they are in the channel, else privately with the form; the thread goes on."""

from __future__ import annotations

from tests.conversations.somebody import Somebody
from tests.conversations.story import DEPENDENCIES, OWNERSHIP
from tests.conversations.thread import NGOZI, TOM, Thread


def test_somebody_in_the_channel_is_asked_in_the_thread(thread: Thread) -> None:
    thread.priya.presses("Ask someone")
    thread.priya.sends(user=NGOZI)
    asked = thread.shows(f"<@{NGOZI}>, Priya Raman asks you this one: *1 of 5 · Who owns it?*")
    assert "Just reply here, in as many messages as you like." in asked["text"]
    thread.shows("2 of 5 · What does it depend on?")
    thread.until(lambda: "Waiting for Ngozi Okonkwo (question 1)." in thread.card["text"])

    thread.records(thread.ngozi.says(OWNERSHIP), thread.priya.says(DEPENDENCIES))
    thread.shows("Question 1, as I read it", "From one reply by Ngozi Okonkwo")
    thread.shows("Question 2, as I read it", "From one reply by Priya Raman")


def test_the_few_words_of_who_was_asked_count(thread: Thread) -> None:
    thread.priya.presses("Ask someone")
    thread.priya.sends(user=NGOZI)
    thread.shows("2 of 5 · What does it depend on?")
    reply = thread.ngozi.says("That is still open, sorry.")
    thread.records(reply)
    thread.shows("*Question 1: your words are kept.*")


def lena(thread: Thread) -> Somebody:
    """A colleague who is in none of the channels."""
    made = thread.on.driver.post("people/create", name="lena", real_name="Lena Fox")["person"]
    thread.on.driver.idle()
    return thread.somebody(made["id"])


def test_somebody_who_is_not_in_the_channel_gets_the_form(thread: Thread) -> None:
    colleague = lena(thread)
    thread.priya.presses("Ask someone")
    thread.priya.sends(user=colleague.person.id)
    asked = colleague.gets("Priya Raman asks you about Invoice Coder: Who owns it?")
    assert "Your answer goes on the record with your name, and is shown in the pilot's thread." in asked["text"]
    thread.shows("2 of 5 · What does it depend on?")

    colleague.presses_privately("Answer in a form")
    colleague.sends(owner=NGOZI, backup=TOM, cover_hours="8 to 17, #ap-alerts", cover_off_hours="The duty phone.")
    thread.shows("1 of 5", "Answered; see below")
    thread.ngozi.gets("Lena Fox asks: will you own Invoice Coder?")


def test_a_guest_cannot_be_asked(thread: Thread) -> None:
    thread.priya.presses("Ask someone")
    outcome = thread.priya.person.submit({"user": "U0GUEST01"})
    assert outcome["error"] == "form_errors"
    assert outcome["errors"]["user"] == (
        "Gus Hart can't be asked: only active full members of Northfield Finance can answer."
    )
