"""Slack sends each event twice and in any order: everything is taken once, and only the last wording counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conversations.story import OWNERSHIP, QUESTIONS, everybody_accepts, five_replies, saves_all
from tests.conversations.thread import NGOZI, SIPHO, TOM, Thread

DISORDER = {"copies": 2, "shuffle": 6, "shuffle_seconds": 0.05}
MARK = "heliotrope"


@pytest.fixture(params=[1, 2])
def shaken(thread: Thread, request: pytest.FixtureRequest) -> Iterator[Thread]:
    """A thread whose events come twice each, up to six of them in an order by chance (the parameter is its seed)."""
    thread.on.driver.faults(seed=request.param, events=DISORDER)
    yield thread
    thread.on.driver.faults()


def test_the_quick_way_is_the_same(thread: Thread) -> None:
    thread.on.driver.faults(seed=7, events=DISORDER)
    replies = five_replies(thread)
    saves_all(thread)
    everybody_accepts(thread)
    thread.shows("Three of the seven checks are met; these four are not.")
    thread.is_quiet()
    for number, question in enumerate(QUESTIONS, 1):
        assert thread.shown(question) == 1
        assert thread.shown(f"*Question {number} is saved*") == 1
    assert [thread.reactions(reply) for reply in replies] == [{"eyes", "white_check_mark"}] * 5
    assert len(thread.rows("select * from entry")) == 5
    assert [len(who.letters()) for who in (thread.ngozi, thread.tom, thread.emeka)] == [1, 1, 1]


def test_the_last_wording_counts_when_edits_come_before_their_messages(shaken: Thread) -> None:
    first = shaken.priya.says(OWNERSHIP.replace(NGOZI, TOM))
    shaken.priya.edits(first, OWNERSHIP.replace(NGOZI, SIPHO))
    shaken.priya.edits(first, OWNERSHIP)
    second = shaken.tom.says("And here is one thing more that you should know about it.")
    shaken.tom.edits(second, "And here is nothing more that you should know about it.")
    shaken.records(first, second)
    shaken.is_quiet()
    shaken.shows("Question 1, as I read it", "Owner: Ngozi Okonkwo", "From two replies by Priya Raman and Tom Beard")
    assert shaken.rows("select text from entry where ts = ?", first["ts"]) == [(OWNERSHIP,)]
    assert "nothing more" in shaken.rows("select text from entry where ts = ?", second["ts"])[0][0]


def test_what_was_deleted_stays_deleted_when_the_deletion_comes_first(shaken: Thread) -> None:
    for number in range(4):
        reply = shaken.priya.says(f"Alarms number {number} go to the {MARK} phone at night and on weekends.")
        shaken.priya.deletes(reply)
    kept = shaken.sipho.says(f"<@{NGOZI}> owns it, as everybody agreed last week.")
    shaken.records(kept)
    shaken.is_quiet()
    shaken.shows("Question 1, as I read it", "Owner: Ngozi Okonkwo", "From one reply by Sipho Dube")
    assert MARK not in shaken.words()
    states = shaken.rows("select state, text from entry where ts != ?", kept["ts"])
    assert {state for state, _ in states} <= {"withdrawn"}
