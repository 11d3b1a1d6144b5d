"""Editing a reply edits the answer: read anew before *Save*, to confirm after it, nothing where it reads the same."""

from __future__ import annotations

from pathlib import Path

from tests.conversations.story import DEPENDENCIES, OWNERSHIP, five_replies, saves_all
from tests.conversations.thread import NGOZI, SIPHO, Thread, pilot


def test_before_it_settles_only_the_last_wording_is_read(tmp_path: Path) -> None:
    with pilot(tmp_path, SHIPREADY_ANSWER_SETTLE_SECONDS="60") as thread:
        reply = thread.priya.says(OWNERSHIP)
        thread.priya.edits(reply, OWNERSHIP.replace(NGOZI, SIPHO))
        thread.on.driver.idle()
        thread.passes(seconds=61)
        thread.shows("*Question 1, as I read it*", "Owner: Sipho Dube")
        assert thread.shown("Question 1, as I read it") == 1


def test_before_save_the_message_is_updated_in_place(thread: Thread) -> None:
    reply = thread.priya.says(OWNERSHIP)
    shown = thread.shows("*Question 1, as I read it*", "Owner: Ngozi Okonkwo")
    thread.priya.edits(reply, OWNERSHIP.replace(NGOZI, SIPHO))
    assert thread.shows("*Question 1, as I read it*", "Owner: Sipho Dube")["ts"] == shown["ts"]
    assert "Ngozi Okonkwo" not in thread.words().replace(reply["text"], "")


def test_a_save_of_what_was_edited_meanwhile_saves_nothing(tmp_path: Path) -> None:
    with pilot(tmp_path, SHIPREADY_ANSWER_SETTLE_SECONDS="60") as thread:
        reply = thread.priya.says(OWNERSHIP)
        thread.on.driver.idle()
        thread.passes(seconds=61)
        shown = thread.shows("*Question 1, as I read it*", "Owner: Ngozi Okonkwo")
        thread.is_quiet()
        thread.priya.edits(reply, OWNERSHIP.replace(NGOZI, SIPHO))
        thread.on.driver.idle()
        thread.tom.presses("Save and go on", on=shown)
        thread.tom.is_told("More was written since you read this, so nothing is saved yet.")
        assert thread.saved("ownership") == []


def test_after_save_another_reading_waits_to_be_confirmed(thread: Thread) -> None:
    reply = thread.priya.says(OWNERSHIP)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo")

    thread.priya.edits(reply, OWNERSHIP.replace(NGOZI, SIPHO))
    changed = thread.shows("*Question 1 reads otherwise since a reply was edited*")
    assert "Owner: Sipho Dube instead of Ngozi Okonkwo." in changed["text"]
    assert "Until somebody saves it again, it does not count." in changed["text"]
    thread.is_quiet()
    assert not thread.sipho.letters()  # nobody is asked because of an edit

    thread.priya.presses("Look and save", on=changed)
    assert thread.priya.person.modal_values()["owner"]["owner"] == SIPHO
    thread.priya.sends()
    thread.shows("*Question 1 is saved*", "Owner: Sipho Dube")
    thread.sipho.gets("will you own Invoice Coder?")


def test_the_same_reading_changes_nothing(thread: Thread) -> None:
    reply = thread.priya.says(OWNERSHIP)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*")
    thread.is_quiet()
    before, facts = thread.words(), thread.rows("select count(*) from fact")
    thread.priya.edits(reply, f"Good morning! {OWNERSHIP}")
    thread.is_quiet()
    assert thread.words().replace("Good morning! ", "") == before
    assert thread.rows("select count(*) from fact") == facts
    assert thread.rows("select text from entry") == [(f"Good morning! {OWNERSHIP}",)]


def test_a_row_is_confirmed_as_a_row(thread: Thread) -> None:
    thread.priya.presses("Park it")
    thread.shows("2 of 5")
    reply = thread.priya.says(DEPENDENCIES)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 2 is saved*")
    thread.priya.edits(reply, DEPENDENCIES.replace("2 November", "20 November"))
    changed = thread.shows("*Question 2 reads otherwise since a reply was edited*")
    assert "Day the key was last changed: 20 November instead of 2 November." in changed["text"]


def test_a_check_is_not_met_while_an_edit_waits(thread: Thread) -> None:
    replies = five_replies(thread)
    saves_all(thread)
    thread.shows("*Dependencies* · met")
    thread.priya.edits(replies[1], DEPENDENCIES.replace("our own, loaded", "nobody's promise, loaded"))
    floor = thread.shows("*Dependencies* · not yet")
    assert "reads otherwise since a reply was edited, and waits for somebody to confirm it." in floor["text"]
