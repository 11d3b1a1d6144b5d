"""What is kept: nothing from outside a pilot's thread, nothing of what was deleted, no word in a log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import structlog

from bot import logs
from tests.conversations.stage import stage
from tests.conversations.told import Told

MARK = "zanzibar"


@contextmanager
def overheard() -> Iterator[StringIO]:
    """Everything that is logged, at DEBUG, as the bot itself would log it."""
    root, stream = logging.getLogger(), StringIO()
    before, level = list(root.handlers), root.level
    logs.configure("DEBUG", "text", stream)
    try:
        yield stream
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        structlog.reset_defaults()


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[tuple[Told, StringIO]]:
    """A workspace for one transcript, and its log."""
    with overheard() as log, stage(tmp_path) as on:
        yield Told(on, tmp_path), log


def stored(told: Told) -> str:
    """The whole database file with its journal, as bytes in Latin letters."""
    files = [told.database, Path(f"{told.database}-wal")]
    return "".join(file.read_bytes().decode("latin-1") for file in files if file.exists()).lower()


def kept(told: Told) -> str:
    """Every row of every table."""
    tables = [str(row[0]) for row in told.rows("select name from sqlite_master where type = 'table'")]
    return str([told.rows(f'select * from "{table}"') for table in tables]).lower()


def test_words_outside_a_pilots_thread_reach_no_table_and_no_log(heard: tuple[Told, StringIO]) -> None:
    told, log = heard
    card = told.start()
    other = told.priya.say("pilots", f"Lunch in {MARK}?")
    reply = told.tom.say("pilots", f"Yes, {MARK}!", thread_ts=other["ts"])
    told.tom.edit(reply, f"No, {MARK} is closed.")
    told.tom.delete(reply)
    told.priya.delete(other)
    told.priya.upload("pilots", f"{MARK}.txt", MARK, text=MARK)
    told.priya.say("pilots", f"{MARK} for all", subtype="me_message")
    told.on.driver.post("bots/say", person="U0OTHERBOT", channel="pilots", text=MARK)
    told.priya.say("pilots", f"@shipready what about {MARK}?")
    told.priya.say(told.priya.dm(), f"The secret is {MARK}.")
    told.priya.shortcut("record_answer", told.priya.say("pilots", f"Not in a thread: {MARK}"))
    told.hear("This message is not in a pilot's thread, so nothing is recorded.")
    told.settled(told.priya.say("pilots", "Ngozi Okonkwo owns it and Tom steps in.", thread_ts=card["ts"]), card)
    told.on.driver.idle()
    assert "ngozi okonkwo owns it" in stored(told), "what is in the thread is kept"
    assert MARK not in stored(told)
    assert MARK not in log.getvalue().lower()


def test_no_log_holds_a_token_or_the_words_of_a_reply(heard: tuple[Told, StringIO]) -> None:
    told, log = heard
    card = told.start(f"{MARK} pilot")
    told.settled(told.priya.say("pilots", f"{MARK}: Ngozi Okonkwo owns it.", thread_ts=card["ts"]), card)
    told.open(told.on.in_thread(card, "as I read it"), "correct")
    told.priya.submit({"cover_hours": MARK})
    told.on.driver.idle()
    assert MARK in stored(told)
    assert MARK not in log.getvalue().lower()
    assert told.on.sandbox.bot_token not in log.getvalue()
    assert told.on.sandbox.app_token not in log.getvalue()


def test_deleted_words_are_shown_nowhere_at_once_and_erased_after_thirty_days(heard: tuple[Told, StringIO]) -> None:
    told, log = heard
    card = told.start()
    said = told.priya.say("pilots", f"Ngozi Okonkwo owns it, in {MARK} she is.", thread_ts=card["ts"])
    told.settled(said, card)
    told.priya.edit(said, f"Ngozi Okonkwo owns it; {MARK} is where she lives.")
    told.wait(lambda: told.rows("select count(*) from wording") == [(1,)])
    told.priya.delete(said)
    told.wait(lambda: told.rows("select state from entry") == [("withdrawn",)])
    told.wait(lambda: MARK not in str(told.on.thread(card)))
    assert MARK not in told.command("status")

    told.on.set_clock(told.on.bot.office.clock.now() + timedelta(days=29))  # type: ignore[union-attr]
    told.start("Wakes The Sweep")
    assert MARK in kept(told), "until then it is kept, for those who must know"
    told.on.set_clock(told.on.bot.office.clock.now() + timedelta(days=2))  # type: ignore[union-attr]
    told.start("Wakes It Again")
    told.wait(lambda: MARK not in kept(told))
    assert told.rows("select state, withdrawn_by from entry") == [("withdrawn", "U0PRIYA01")], "that it was said stays"
    assert MARK not in log.getvalue()


def test_earlier_wordings_are_erased_after_thirty_days_too(heard: tuple[Told, StringIO]) -> None:
    told, _ = heard
    card = told.start()
    said = told.priya.say("pilots", f"Ngozi Okonkwo owns it, says {MARK}.", thread_ts=card["ts"])
    told.settled(said, card)
    told.priya.edit(said, "Ngozi Okonkwo owns it.")
    told.wait(lambda: told.rows("select count(*) from wording") == [(1,)])
    told.on.set_clock(told.on.bot.office.clock.now() + timedelta(days=31))  # type: ignore[union-attr]
    told.start("Wakes The Sweep")
    told.wait(lambda: MARK not in kept(told))
    assert told.rows("select text from entry") == [("Ngozi Okonkwo owns it.",)]


def test_a_deletion_that_comes_before_its_message_keeps_no_word(heard: tuple[Told, StringIO]) -> None:
    told, _ = heard
    card = told.start()
    told.on.driver.faults(seed=3, events={"copies": 2, "shuffle": 6, "shuffle_seconds": 0.2})
    for number in range(6):
        told.priya.delete(told.priya.say("pilots", f"{MARK} {number} owns it and acts on it.", thread_ts=card["ts"]))
    told.on.driver.faults()
    told.on.driver.idle()
    assert told.rows("select count(*) from entry where state = 'answer'") == [(0,)]
    told.wait(lambda: MARK not in str(told.on.thread(card)))
