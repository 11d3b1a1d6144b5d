"""The bot stops, or is killed, and comes back: what was written meanwhile is read, nothing that was open is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conversations.stage import ROOT
from tests.conversations.story import DEPENDENCIES, OWNERSHIP
from tests.conversations.thread import NGOZI, SIPHO, Thread, pilot


@contextmanager
def away(thread: Thread) -> Iterator[None]:
    """The bot is stopped, and started again at the end."""
    thread.on.driver.idle()
    thread.on.stop_bot()
    yield
    thread.on.start_bot()


@contextmanager
def killed_at_the_end(thread: Thread) -> Iterator[None]:
    """The bot is a process of its own meanwhile, which gets a SIGKILL and is followed by another bot."""
    thread.on.stop_bot()
    process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=ROOT, env={**os.environ, **thread.on.env()})
    try:
        thread.on.driver.connected(30)
        yield
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    thread.on.start_bot()


def test_replies_that_were_missed_are_read_at_the_start(thread: Thread) -> None:
    with away(thread):
        first = thread.priya.says(f"<@{NGOZI}> owns it, that is settled since Monday.")
        second = thread.sipho.says("Tom Beard steps in when she is away, he knows it well.")
    thread.records(first, second)
    thread.shows("Owner: Ngozi Okonkwo", "Steps in: Tom Beard", "From two replies by Priya Raman and Sipho Dube")
    assert thread.shown("1 of 5") == 1


def test_edits_and_deletions_that_were_missed_count_too(thread: Thread) -> None:
    edited = thread.priya.says(OWNERSHIP)
    thread.shows("2 of 5")
    deleted = thread.priya.says(DEPENDENCIES)
    thread.shows("Question 2, as I read it", "m-small-2026-05")
    with away(thread):
        thread.priya.edits(edited, OWNERSHIP.replace(NGOZI, SIPHO))
        thread.priya.deletes(deleted)
    thread.shows("Question 1, as I read it", "Owner: Sipho Dube")
    thread.shows("*Question 2 has no answer at the moment.*", "A reply was withdrawn by Priya Raman")
    thread.is_quiet()
    assert "m-small-2026-05" not in thread.words()


def test_a_reply_deleted_before_it_was_read_is_never_read(tmp_path: Path) -> None:
    with pilot(tmp_path, SHIPREADY_ANSWER_SETTLE_SECONDS="60") as thread:
        reply = thread.priya.says(OWNERSHIP)
        thread.until(lambda: thread.reactions(reply) == {"eyes"})
        with away(thread):
            thread.priya.deletes(reply)
        thread.passes(seconds=61)
        thread.is_quiet()
        assert "Ngozi" not in thread.words()
        assert thread.rows("select state from entry") == [("withdrawn",)]


def test_an_open_form_is_handed_in_to_the_bot_that_came_back(thread: Thread) -> None:
    thread.priya.presses("Answer in a form")
    with away(thread):
        thread.priya.person.fill({"owner": NGOZI, "cover_hours": "8 to 17, #ap-alerts"})
    thread.priya.sends()
    thread.shows("*Question 1 is saved*", "Owner: Ngozi Okonkwo", "8 to 17, #ap-alerts")
    thread.ngozi.gets("will you own Invoice Coder?")


def test_buttons_from_before_still_work(thread: Thread) -> None:
    question = thread.shows("1 of 5")
    thread.priya.says(OWNERSHIP)
    shown = thread.shows("Question 1, as I read it")
    thread.is_quiet()
    with away(thread):
        pass
    thread.priya.presses("Save and go on", on=shown)
    thread.shows("*Question 1 is saved*")
    thread.ngozi.presses_privately("Yes, I own it")
    thread.shows("Owner: Ngozi Okonkwo · said yes")
    assert thread.shown("1 of 5") == 1
    assert question["ts"] == thread.shows("1 of 5")["ts"]


def test_killed_in_the_middle_nothing_is_lost_and_nothing_said_twice(thread: Thread) -> None:
    with killed_at_the_end(thread):
        reply = thread.priya.says(OWNERSHIP)
        thread.until(lambda: "eyes" in thread.reactions(reply))
        missed = thread.sipho.says("And Erik Sund knows the details, ask him first.")
    thread.records(reply, missed)
    thread.shows("Question 1, as I read it", "Owner: Ngozi Okonkwo", "From two replies by Priya Raman and Sipho Dube")
    thread.shows("2 of 5")
    thread.is_quiet()
    assert [thread.shown(text) for text in ("1 of 5", "2 of 5", "Question 1, as I read it")] == [1, 1, 1]
    assert len(thread.messages()) == 6
