"""Who and what a reply names: first names as proposals, nobody where two people fit, attachments as links."""

from __future__ import annotations

from tests.conversations.stage import Json
from tests.conversations.thread import PRIYA, Thread


def record_of(thread: Thread) -> str:
    """The readiness record, as it is uploaded to the thread."""
    assert thread.priya.types("record Invoice Coder")["ok"]

    def uploaded() -> Json | None:
        return next((file for one in thread.messages() for file in one.get("files", []) if one["user"] != PRIYA), None)

    return thread.content(thread.until(uploaded))


def test_first_names_are_proposals_and_nobody_is_asked_before_save(thread: Thread) -> None:
    thread.priya.says("Ngozi owns it, and Tom steps in when she is away, as they both know.")
    thread.shows("Owner: Ngozi Okonkwo · will be asked", "Steps in: Tom Beard · will be asked")
    thread.is_quiet()
    assert not thread.ngozi.letters()
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo · asked", "Steps in: Tom Beard · asked")
    thread.ngozi.gets("Priya Raman asks: will you own Invoice Coder?")


def test_a_first_name_that_fits_two_people_is_not_guessed(thread: Thread) -> None:
    thread.on.driver.post("people/create", name="tomf", real_name="Tom Fox", channels=["pilots"])
    thread.on.driver.idle()
    thread.priya.says("Ngozi owns it, and Tom steps in when she is away, as they both know.")
    thread.shows("Owner: Ngozi Okonkwo", "Steps in: _not found yet_", "who steps in when the owner is away?")
    thread.priya.says("Tom Fox")
    thread.shows("Owner: Ngozi Okonkwo", "Steps in: Tom Fox")


def test_an_attachment_is_an_answer_and_kept_as_a_link(thread: Thread) -> None:
    reply = thread.priya.attaches("rota.txt", "The nights:")
    thread.records(reply)
    thread.shows("From one reply by Priya Raman")
    record = record_of(thread)
    assert f"[rota.txt]({reply['files'][0]['permalink']})" in record
    assert "The nights:" in record


def test_a_long_answer_is_kept_whole(thread: Thread) -> None:
    words = "There is a long story to it, and it begins in the spring of last year. " * 60
    thread.records(thread.priya.says(f"Ngozi owns it, as agreed. {words}"))
    shown = thread.shows("Owner: Ngozi Okonkwo · will be asked")
    assert len(shown["text"]) < 1000
    assert words.strip() in record_of(thread)
