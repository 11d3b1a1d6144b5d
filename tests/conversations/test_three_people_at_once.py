"""Three people answer at once: one answer with the right authors; eyes on the first, check marks once recorded."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.sandbox.driver import Driver
from tests.conversations.somebody import CHANNEL
from tests.conversations.stage import Json
from tests.conversations.thread import ERIK, NGOZI, PRIYA, SIPHO, TOM, Thread, pilot

WORDS = {
    PRIYA: f"<@{NGOZI}> owns it on Tuesday mornings and on all other days.",
    SIPHO: f"And <@{TOM}> steps in when she is away, that was agreed.",
    ERIK: "Weekdays 8 to 17 alarms go to #ap-alerts; nights and weekends they go to the duty phone.",
}


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Thread]:
    """A thread in which an answer settles after a minute; the clock is moved over it."""
    with pilot(tmp_path, SHIPREADY_ANSWER_SETTLE_SECONDS="60") as thread:
        yield thread


def all_at_once(thread: Thread) -> list[Json]:
    """Each of the three says their words, from a client of their own; the replies in the order of the thread."""

    def says(user: str) -> Json:
        driver = Driver(thread.on.sandbox.url)
        try:
            return driver.person(user).say(CHANNEL, WORDS[user], thread_ts=thread.root)
        finally:
            driver.close()

    with ThreadPoolExecutor(len(WORDS)) as pool:
        replies = list(pool.map(says, WORDS))
    thread.on.driver.idle()
    return sorted(replies, key=lambda reply: str(reply["ts"]))


def test_it_is_one_answer_with_all_its_authors(slow: Thread) -> None:
    first, second, third = all_at_once(slow)
    slow.until(lambda: slow.reactions(first) | slow.reactions(second) | slow.reactions(third))
    assert "as I read it" not in slow.words()

    slow.passes(seconds=61)
    slow.records(first, second, third)
    seen = [reply for reply in (first, second, third) if "eyes" in slow.reactions(reply)]
    assert len(seen) == 1  # the one that the bot heard of first
    read = slow.shows("*Question 1, as I read it*", "Owner: Ngozi Okonkwo", "Steps in: Tom Beard", "the duty phone")
    assert "Nothing is missing." in read["text"]
    for name in ("Priya Raman", "Sipho Dube", "Erik Sund"):
        assert name in read["text"].split("From three replies by ")[1]
    slow.shows("2 of 5 · What does it depend on?")


def test_each_slot_remembers_whose_words_it_came_from(slow: Thread) -> None:
    replies = all_at_once(slow)
    slow.passes(seconds=61)
    slow.records(*replies)
    slow.erik.presses("Save and go on")
    slow.shows("*Question 1 is saved*")
    authors = {reply["ts"]: reply["user"] for reply in replies}
    saved = slow.saved("ownership")
    told = {slot: {authors[ts] for ts in cites} for slots, cites, _ in saved for slot in slots}
    assert told == {"owner": {PRIYA}, "backup": {SIPHO}, "cover_hours": {ERIK}, "cover_off_hours": {ERIK}}
    assert {by for *_, by in saved} == {ERIK}
