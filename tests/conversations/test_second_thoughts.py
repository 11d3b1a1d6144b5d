"""Second thoughts: stale buttons, a look that changes nothing, late words, undone saves, words taken back."""

from __future__ import annotations

from tests.conversations.story import OWNERSHIP
from tests.conversations.thread import ERIK, NAME, NGOZI, SIPHO, TOM, Thread

HALF = f"<@{NGOZI}> owns it, <@{TOM}> steps in."


def test_a_stale_not_yet_takes_nothing_back(thread: Thread) -> None:
    first = thread.shows("1 of 5")
    thread.priya.says(OWNERSHIP)
    thread.shows("Question 1, as I read it")
    thread.priya.presses("Save and go on")
    thread.shows("2 of 5")
    outcome = thread.priya.person.press(first, "not_yet", "1:ownership", None)
    assert outcome["ok"] or outcome["error"] == "no_such_action"
    thread.is_quiet()
    assert thread.rows("select count(*) from fact where kind = 'not_yet'") == [(0,)]


def test_a_look_into_a_form_opens_no_question_again(thread: Thread) -> None:
    thread.priya.presses("Not yet", beside="Who owns it?")
    thread.shows("2 of 5")
    thread.priya.presses("See the checks", on=thread.card)
    thread.priya.presses("Open Owner")
    thread.priya.sees_form("Who owns it?")
    thread.priya.leaves_the_form()
    thread.is_quiet()
    assert "*Next:* question 2" in thread.card["text"]


def test_what_is_answered_in_a_form_is_shown_below_its_question(thread: Thread) -> None:
    thread.priya.presses("Answer in a form")
    thread.priya.sends(owner=NGOZI, backup=TOM, cover_hours="8 to 17", cover_off_hours="the duty phone")
    thread.shows("*Question 1 is saved*", "Ngozi Okonkwo", "the duty phone")
    thread.shows("2 of 5")


def test_late_words_about_the_question_just_read_count_for_it(thread: Thread) -> None:
    thread.records(thread.priya.says(OWNERSHIP))
    thread.shows("2 of 5")
    thread.records(thread.priya.says(f"Sorry, wrong: <@{ERIK}> is the backup."))
    thread.shows("Question 1, as I read it", "Steps in: Erik Sund")


def test_an_undone_save_lets_what_was_read_wait_again(thread: Thread) -> None:
    thread.priya.says(OWNERSHIP)
    thread.shows("Question 1, as I read it", "Nothing is missing")
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*")
    thread.priya.presses("More", on=thread.card)
    thread.priya.presses("Undo last save")
    thread.shows("Question 1, as I read it", "Owner: Ngozi Okonkwo")


def test_somebody_who_was_asked_is_heard_until_it_is_answered(thread: Thread) -> None:
    thread.priya.presses("Ask someone", beside="Who owns it?")
    thread.priya.sends(user=SIPHO)
    thread.shows("2 of 5")
    thread.records(thread.sipho.says(HALF))
    thread.shows("Question 1, as I read it", "not found yet")
    thread.records(thread.sipho.says("Weekdays 8 to 17 alarms go to #ap-alerts."))
    conversations = thread.rows("select distinct conversation from entry where author = ?", SIPHO)
    assert conversations == [("ownership",)]


def test_talk_that_becomes_an_answer_by_an_edit_counts(thread: Thread) -> None:
    reply = thread.tom.says("// who would that be")
    thread.is_quiet()
    assert thread.reactions(reply) == set()
    thread.tom.edits(reply, HALF)
    thread.records(reply)
    thread.shows("Question 1, as I read it", "Owner: Ngozi Okonkwo")


def test_talk_that_is_edited_or_deleted_says_nothing_in_the_thread(thread: Thread) -> None:
    reply = thread.tom.says("// thinking aloud")
    thread.tom.edits(reply, "// thinking louder")
    thread.tom.deletes(reply)
    thread.is_quiet()
    assert thread.shown("Question 1 has no answer") == 0


def test_a_card_posted_anew_links_to_where_the_thread_went_on_before(thread: Thread) -> None:
    left = thread.root
    thread.records(thread.priya.says(HALF))
    thread.on.person("U0ADMIN01").delete(thread.card)
    anew = thread.until(lambda: next((one for one in thread.in_channel(NAME) if one["ts"] != left), None))
    assert f"/archives/C0PILOTS1/p{left.replace('.', '')}|Earlier replies>" in str(anew["blocks"])


def test_a_request_opens_the_thread_it_is_about(thread: Thread) -> None:
    thread.priya.says(OWNERSHIP)
    thread.shows("Question 1, as I read it")
    thread.priya.presses("Save and go on")
    request = thread.ngozi.gets("Will you own")
    assert f"/archives/C0PILOTS1/p{thread.root.replace('.', '')}" in str(request["blocks"])


def test_an_edit_there_and_back_leaves_nothing_to_confirm(thread: Thread) -> None:
    reply = thread.priya.says(OWNERSHIP)
    thread.shows("Question 1, as I read it")
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*")
    thread.priya.edits(reply, OWNERSHIP.replace(NGOZI, ERIK))
    thread.shows("reads otherwise", "Erik Sund instead of Ngozi Okonkwo")
    thread.priya.edits(reply, OWNERSHIP)
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo")
    assert thread.shown("reads otherwise") == 0


def test_deleted_words_are_nowhere_and_later_erased(thread: Thread) -> None:
    marker = "giraffe phone"
    reply = thread.priya.says(OWNERSHIP.replace("duty phone", marker))
    thread.shows("Question 1, as I read it", marker)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*", marker)
    thread.passes(minutes=11)
    thread.priya.deletes(reply)
    thread.is_quiet()
    thread.until(lambda: thread.shown(marker) == 0)
    assert thread.rows("select count(*) from fact where slots like ?", f"%{marker}%") != [(0,)]

    thread.passes(days=31)
    thread.until(lambda: thread.rows("select count(*) from fact where slots like ?", f"%{marker}%") == [(0,)])
    assert thread.rows("select count(*) from entry where text like ?", f"%{marker}%") == [(0,)]
