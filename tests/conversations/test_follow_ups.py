"""At most two follow-ups, then the thread goes on; and what becomes of an answer that comes late."""

from __future__ import annotations

from tests.conversations.thread import NGOZI, Thread

OWNER = f"<@{NGOZI}> owns it, everybody agreed on that last week."
HOURS = "Weekdays 8 to 17 the alarms go to #ap-alerts, that is settled."
NOTHING = "We talk about all the rest at the weekly meeting, I promise."


def test_two_follow_ups_and_the_thread_goes_on(thread: Thread) -> None:
    thread.priya.says(OWNER)
    first = thread.shows("One thing is still missing: who steps in when the owner is away? Reply here or add it below.")
    assert "Steps in: _not found yet_" in first["text"]
    thread.records(thread.priya.says(HOURS))
    second = thread.shows("Question 1, as I read it", "#ap-alerts", "Reply here or add it below.")
    assert second["ts"] == first["ts"]
    assert thread.shown("2 of 5") == 0

    thread.records(thread.priya.says(NOTHING))
    thread.shows("2 of 5 · What does it depend on?")
    left = thread.shows("Question 1, as I read it")
    assert left["ts"] == first["ts"]
    thread.priya.presses("Save and go on", on=left)
    thread.shows(
        "*Question 1 is saved*", "Saved; still missing: steps in", "It shows under Owner until someone adds it."
    )


def test_a_few_words_are_enough_for_a_follow_up(thread: Thread) -> None:
    thread.priya.says(OWNER)
    thread.shows("who steps in when the owner is away?")
    thread.priya.says("Tom")
    thread.shows("Steps in: Tom Beard", "where does an alarm go on a Sunday night?")


def test_save_and_go_on_does_not_wait_for_what_is_missing(thread: Thread) -> None:
    thread.priya.says(OWNER)
    thread.shows("who steps in when the owner is away?")
    thread.priya.presses("Save and go on")
    thread.shows("2 of 5 · What does it depend on?")
    thread.ngozi.gets("will you own Invoice Coder?", "Steps in when you are away: nobody is named yet")


def test_a_reply_after_ten_minutes_gets_a_message_of_its_own(thread: Thread) -> None:
    thread.priya.says(OWNER)
    first = thread.shows("who steps in when the owner is away?")
    thread.is_quiet()
    thread.passes(minutes=11)
    thread.records(thread.priya.says("Tom Beard steps in when she is away, he has said so."))
    second = thread.shows("Question 1, as I read it", "Steps in: Tom Beard")
    assert second["ts"] > first["ts"]


def test_a_late_word_on_the_question_before_goes_there(thread: Thread) -> None:
    thread.priya.says(OWNER)
    thread.shows("who steps in when the owner is away?")
    thread.priya.presses("Save and go on")
    thread.shows("2 of 5")
    thread.priya.says("Tom Beard steps in when she is away, he has said so.")
    thread.shows("Question 1, as I read it", "Steps in: Tom Beard")
    assert thread.shown("Question 2, as I read it") == 0


def test_words_that_nothing_can_be_read_from_are_kept(thread: Thread) -> None:
    reply = thread.priya.says("That is a long story which we had better discuss over coffee some day.")
    thread.records(reply)
    thread.shows("*Question 1: your words are kept.* I can't tell people and hours from them by myself.")
    thread.priya.presses("Go on")
    thread.shows("2 of 5 · What does it depend on?")
    assert reply["text"] in thread.rows("select text from entry")[0]
