"""What a save says and leads to: beside talk, from a form, in its order, with an agreement, and after a deletion."""

from __future__ import annotations

from tests.conversations.story import OWNERSHIP
from tests.conversations.test_ask_someone import lena
from tests.conversations.thread import NGOZI, TOM, Thread

NOTHING = "We talk about all the rest at the weekly meeting, I promise."
OWNER = f"<@{NGOZI}> owns it, everybody agreed on that last week."


def test_talk_beside_an_answer_does_not_keep_it_from_being_saved(thread: Thread) -> None:
    thread.sipho.says("// let us look at that together tomorrow")
    thread.is_quiet()
    thread.records(thread.priya.says(OWNERSHIP))
    thread.is_quiet()
    thread.priya.presses("Save and go on", on=thread.shows("Question 1, as I read it"))
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo · asked")


def test_a_reply_that_was_taken_back_does_not_either(thread: Thread) -> None:
    wrong = thread.priya.says("Sipho Dube looks after the wiki page about it, for what that is worth.")
    thread.records(wrong, thread.priya.says(OWNERSHIP))
    thread.priya.deletes(wrong)
    thread.is_quiet()
    thread.priya.presses("Save and go on", on=thread.shows("Question 1, as I read it"))
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo · asked")


def test_nothing_needed_asks_the_thread_to_agree(thread: Thread) -> None:
    thread.priya.presses("See the checks")
    thread.priya.presses("Open Replacement")
    thread.priya.sends(nothing_needed=["yes"])
    asked = thread.shows("It counts once somebody who did not build it agrees.", "[I agree]")

    thread.priya.leaves_the_form()
    thread.priya.presses("I agree", on=asked)
    thread.priya.is_told("Priya Raman built it, so somebody else has to agree to this. Nothing has changed.")
    thread.tom.presses("I agree", on=asked)
    thread.shows("Nothing needs to replace it: Tom Beard agreed on 24 November.")


def test_another_answer_closes_the_request_to_agree(thread: Thread) -> None:
    thread.priya.presses("See the checks")
    thread.priya.presses("Open Replacement")
    thread.priya.sends(nothing_needed=["yes"])
    thread.shows("[I agree]")
    thread.priya.leaves_the_form()
    thread.priya.presses("More")
    thread.priya.presses("Undo last save")
    thread.shows("What replaces it was answered in another way since, so no agreement is needed.")


def test_an_answer_from_a_form_says_whose_it_is_before_the_next_question(thread: Thread) -> None:
    colleague = lena(thread)
    thread.priya.presses("Ask someone")
    thread.priya.sends(user=colleague.person.id)
    colleague.presses_privately("Answer in a form")
    colleague.sends(owner=NGOZI, backup=TOM, cover_hours="8 to 17, #ap-alerts", cover_off_hours="The duty phone.")
    thread.shows("*Question 1 is saved*", "From a form, by Lena Fox, ")


def test_what_was_saved_stands_above_the_next_question(thread: Thread) -> None:
    thread.priya.presses("Answer in a form")
    thread.priya.sends(owner=NGOZI, backup=TOM, cover_hours="8 to 17, #ap-alerts", cover_off_hours="The duty phone.")
    assert thread.shows("*Question 1 is saved*")["ts"] < thread.shows("2 of 5")["ts"]


def test_an_answer_that_is_deleted_after_it_was_saved_is_saved_no_more(thread: Thread) -> None:
    reply = thread.priya.says(OWNERSHIP)
    thread.records(reply)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*")
    thread.priya.deletes(reply)
    left = thread.shows("*Question 1 has no answer at the moment.*", "[Answer in a form] [Not yet]")
    assert "What was saved went with the reply it came from. A form takes another one." in left["text"]
    assert "A reply was withdrawn by Priya Raman on 24 November" in left["text"]
    thread.is_quiet()
    assert thread.shown("*Question 1 is saved*") == 0


def test_two_follow_ups_are_noted_once(thread: Thread) -> None:
    thread.records(thread.priya.says(OWNER))
    thread.shows("who steps in when the owner is away?")
    thread.records(thread.priya.says("Weekdays 8 to 17 the alarms go to #ap-alerts, that is settled."))
    last = thread.priya.says(NOTHING)
    thread.records(last)
    thread.shows("2 of 5 · What does it depend on?")
    thread.priya.edits(last, f"{NOTHING} Really.")
    thread.is_quiet()
    assert thread.rows("select count(*) from fact where kind = 'thin'") == [(1,)]
