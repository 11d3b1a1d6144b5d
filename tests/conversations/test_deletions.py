"""Deleting a reply withdraws it: its words stand nowhere from that moment, and what came from it alone is withdrawn."""

from __future__ import annotations

import json

from tests.conversations.story import DEPENDENCIES, OWNERSHIP
from tests.conversations.thread import NGOZI, TOM, Thread

MARK = "heliotrope"
WORDS = f"<@{NGOZI}> owns it. Weekdays 8 to 17 alarms go to #{MARK}; nights and weekends they go to the {MARK} phone."


def everything_in_slack(thread: Thread) -> str:
    """All messages of all channels and direct messages, as JSON."""
    channels = thread.on.driver.get("state")["channels"]
    tops = [one for channel in channels for one in thread.on.driver.messages(channel["id"])]
    threads = [thread.on.driver.messages(one["channel"], one["ts"]) for one in tops if one.get("reply_count")]
    return json.dumps([tops, threads])


def test_before_save_the_words_stand_nowhere_any_more(thread: Thread) -> None:
    reply = thread.priya.says(WORDS)
    thread.shows("*Question 1, as I read it*", f"{MARK} phone")
    thread.priya.deletes(reply)
    gone = thread.shows("*Question 1 has no answer at the moment.* Reply here, or answer in a form.")
    assert "A reply was withdrawn by Priya Raman on 24 November" in gone["text"]
    thread.is_quiet()
    assert MARK not in everything_in_slack(thread)


def test_after_save_what_came_from_it_alone_is_withdrawn(thread: Thread) -> None:
    kept = thread.priya.says(f"<@{TOM}> steps in when the owner is away, he offered it himself.")
    thread.records(kept)
    reply = thread.priya.says(WORDS)
    thread.shows("*Question 1, as I read it*", "Owner: Ngozi Okonkwo", "Steps in: Tom Beard")
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*", f"{MARK} phone")
    thread.ngozi.gets("will you own Invoice Coder?")

    thread.priya.deletes(reply)
    left = thread.shows("*Question 1 is saved*", "Owner: _not found yet_", "Steps in: Tom Beard")
    assert "A reply was withdrawn by Priya Raman on 24 November" in left["text"]
    thread.ngozi.gets("is closed, so nothing is needed from you.")
    thread.is_quiet()
    assert MARK not in everything_in_slack(thread)


def test_what_two_replies_say_stays_while_one_of_them_stands(thread: Thread) -> None:
    first = thread.priya.says(OWNERSHIP)
    thread.records(first)
    second = thread.sipho.says(f"Yes, I confirm: <@{NGOZI}> owns it and <@{TOM}> steps in when she is away.")
    thread.records(second)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo")
    thread.sipho.deletes(second)
    thread.shows("*Question 1 is saved*", "withdrawn by Sipho Dube on 24 November")
    thread.is_quiet()
    left = thread.shows("*Question 1 is saved*", "From one reply by Priya Raman")
    assert "Owner: Ngozi Okonkwo" in left["text"]
    assert "Steps in: Tom Beard" in left["text"]


def test_rows_go_with_the_reply_they_came_from(thread: Thread) -> None:
    thread.priya.presses("Park it")
    thread.shows("2 of 5")
    reply = thread.priya.says(DEPENDENCIES)
    thread.priya.presses("Save and go on")
    thread.shows("*Question 2 is saved*", "m-small-2026-05")
    thread.priya.deletes(reply)
    thread.shows("withdrawn by Priya Raman on 24 November")
    thread.is_quiet()
    assert "m-small-2026-05" not in thread.words()


def test_what_was_typed_in_a_form_stays(thread: Thread) -> None:
    reply = thread.priya.says(WORDS)
    thread.shows("*Question 1, as I read it*")
    thread.priya.presses("Add it")
    thread.priya.sends(backup=TOM)
    thread.shows("*Question 1 is saved*", "Steps in: Tom Beard")
    thread.priya.deletes(reply)
    thread.shows("withdrawn by Priya Raman on 24 November")
    thread.is_quiet()
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo", "Steps in: Tom Beard", f"{MARK} phone")
