"""A database that is full, read-only or held by somebody else; Slack that is down: nothing lost, nothing doubled."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from bot.work.interview import order
from tests.conversations.forging import hand_in, press
from tests.conversations.test_wrong_privacy import MARK, heard
from tests.conversations.told import NGOZI, PRIYA, Told, reacted

__all__ = ["heard"]
ANSWER = "Ngozi Okonkwo owns it, Tom Beard steps in, weekdays 8 to 17 in #ap-alerts, at night the duty phone."
SORRY = re.compile(r"Something failed on my side\. .* give your admin this reference: `([0-9a-f]{8})`")
BROKEN = ("full", "read_only", "held")
WRITES = ("INSERT", "UPDATE", "DELETE")


@contextmanager
def broken(told: Told, how: str) -> Iterator[None]:
    """The database as it is when its disk is full, it is read-only, or another process holds it."""
    assert told.on.bot is not None
    engine = told.on.bot.store.engine
    what, does = (
        ("do_execute", _full) if how == "full" else ("connect", _read_only if how == "read_only" else _impatient)
    )
    event.listen(engine, what, does)
    engine.dispose()
    try:
        with closing(sqlite3.connect(told.database, isolation_level=None)) as other:
            if how == "held":
                other.execute("BEGIN IMMEDIATE")
            yield
    finally:
        event.remove(engine, what, does)
        engine.dispose()


def _full(_cursor: object, statement: str, *_: object) -> None:
    if statement.startswith(WRITES):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error


def _read_only(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _impatient(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout = 0")


def rows_of_everything(told: Told) -> list[Any]:
    """What stands in the tables that a person's act could change."""
    return [
        told.rows(f'select * from "{table}"') for table in ("pilot", "fact", "entry", "question", "draft", "receipt")
    ]


@pytest.fixture(params=BROKEN)
def fault(request: pytest.FixtureRequest) -> str:
    """Each way in which the database can fail."""
    return str(request.param)


def test_a_command_gets_a_sentence_with_a_reference_that_the_log_has(heard: Any, fault: str) -> None:
    told, log = heard
    with broken(told, fault):
        said = told.command(f"start {MARK} pilot")
    reference = SORRY.search(said)
    assert reference, said
    assert reference[1] in log.getvalue()
    assert MARK not in log.getvalue().lower(), "no words of people in the log, not even of a fault"
    assert told.rows("select id from pilot") == []
    told.start("Mended")


def test_a_reply_is_not_acknowledged_and_comes_again_until_it_is_stored(heard: Any, fault: str) -> None:
    told, log = heard
    card = told.start()
    told.on.driver.settings(ack_timeout_seconds=0.4, retry_seconds=[100, 100, 100])
    with broken(told, fault):
        said = told.priya.say("pilots", f"{ANSWER} {MARK}", thread_ts=card["ts"])
        told.wait(lambda: told.on.driver.get("idle")["retrying"])
    assert told.rows("select id from entry") == []
    told.settled(said, card)
    assert told.rows("select count(*) from entry") == [(1,)]
    assert MARK not in log.getvalue().lower()


def test_a_reply_that_cannot_be_stored_at_all_is_said_to_its_author(heard: Any) -> None:
    told, _ = heard
    card = told.start()
    told.on.driver.settings(ack_timeout_seconds=0.4, retry_seconds=[1, 1, 1])
    with broken(told, "full"):
        told.priya.say("pilots", ANSWER, thread_ts=card["ts"])
        assert SORRY.search(told.hear("Something failed on my side.")["text"])


def test_a_form_stays_open_with_what_was_typed(alone: Told, fault: str) -> None:
    alone.open(alone.on.in_thread(alone.start(), "1 of 5"), "answer")
    before = rows_of_everything(alone)
    with broken(alone, fault):
        refused = alone.priya.submit({"owner": NGOZI, "cover_hours": "8 to 17"})
        assert SORRY.search(next(iter(refused["errors"].values())))
    assert rows_of_everything(alone) == before
    assert alone.priya.modal_values()["cover_hours"] == {"cover_hours": "8 to 17"}
    assert alone.priya.submit()["ok"], "the same form can be sent again"
    assert alone.priya.modal() is None
    assert alone.rows("select count(*) from fact where kind = 'saved'") == [(2,)]


def test_a_press_is_answered_with_a_sentence_and_can_be_repeated(alone: Told, fault: str) -> None:
    question = alone.on.in_thread(alone.start(), "1 of 5")
    before = rows_of_everything(alone)
    with broken(alone, fault):
        alone.priya.press(question, "park")
        assert SORRY.search(alone.hear("Something failed on my side.")["text"])
    assert rows_of_everything(alone) == before
    alone.priya.press(question, "park")
    alone.wait(lambda: alone.rows("select question from pilot") == [("dependencies",)])


def test_a_fault_halfway_leaves_nothing_behind(alone: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("halfway")

    with monkeypatch.context() as patched:
        patched.setattr(order, "begin", fails)
        assert SORRY.search(alone.command("start Half A Pilot"))
    assert rows_of_everything(alone)[:2] == [[], []]
    alone.start("Half A Pilot")


def test_a_mention_that_fails_is_done_when_it_comes_again(alone: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    began, failures = order.begin, iter([True])

    def fails_once(*args: Any) -> None:
        if next(failures, False):
            raise ValueError("halfway")
        began(*args)

    monkeypatch.setattr(order, "begin", fails_once)
    alone.on.driver.settings(ack_timeout_seconds=0.4)
    alone.priya.say("pilots", "@shipready start Second Time")
    alone.on.in_thread(alone.card("Second Time"), "1 of 5")
    assert alone.rows("select count(*) from pilot") == [(1,)]


def test_while_slack_takes_nothing_answers_are_stored_and_said_later_once(alone: Told) -> None:
    card = alone.start()
    alone.on.driver.faults(calls=[{"method": "*", "kind": "500"}])
    said = alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    alone.wait(lambda: alone.rows("select settled from entry") == [(1,)])
    hand_in(alone.on, press(PRIYA, "park", "1:dependencies"))
    alone.wait(lambda: alone.rows("select question from pilot") == [("failure",)])
    assert not reacted(alone.on.thread(card), said, "eyes")
    alone.on.driver.faults()
    alone.on.driver.advance(minutes=20)
    alone.on.in_thread(card, "3 of 5")
    alone.wait(lambda: alone.rows("select count(*) from notice where state not in ('sent', 'dropped')") == [(0,)])
    texts = [m["text"] for m in alone.on.thread(card)]
    assert len(texts) == len(set(texts)) == 6, texts


SHAKY: dict[str, Callable[[Told], object]] = {
    "answers lost": lambda told: told.on.driver.faults(
        seed=1, calls=[{"method": "chat.postMessage", "kind": "lost", "times": 3}]
    ),
    "resets": lambda told: told.on.driver.faults(seed=2, calls=[{"method": "*", "kind": "reset", "times": 4}]),
    "too fast": lambda told: told.on.driver.faults(
        calls=[{"method": "chat.postMessage", "kind": "429", "retry_after": 1, "times": 2}]
    ),
    "events twice": lambda told: told.on.driver.faults(
        seed=4, events={"copies": 3, "shuffle": 4, "shuffle_seconds": 0.05}
    ),
}


@pytest.mark.parametrize("how", SHAKY)
def test_a_shaky_line_doubles_nothing(alone: Told, how: str) -> None:
    card = alone.start()
    SHAKY[how](alone)
    said = alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    alone.settled(said, card)
    alone.on.in_thread(card, "2 of 5")
    alone.wait(lambda: alone.rows("select count(*) from notice where state not in ('sent', 'dropped')") == [(0,)])
    texts = [m["text"] for m in alone.on.thread(card)]
    assert len(texts) == len(set(texts)) == 5, texts
    assert alone.rows("select count(*) from entry") == [(1,)]
