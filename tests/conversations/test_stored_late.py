"""A reply that could not be stored in four tries is read from its thread later; its author need not send it again."""

from __future__ import annotations

from tests.conversations.test_wrong_faults import ANSWER, broken
from tests.conversations.told import Told


def test_it_is_stored_with_the_next_round(alone: Told) -> None:
    card = alone.start()
    alone.on.driver.settings(ack_timeout_seconds=0.4, retry_seconds=[1, 1, 1])
    with broken(alone, "full"):
        alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
        said = alone.hear("Something failed on my side.")["text"]
    assert "I couldn't store it just now" in said
    assert "you need not send it again" in said
    assert alone.rows("select count(*) from entry") == [(0,)]

    def read_later() -> bool:
        alone.on.driver.advance(minutes=6)
        return alone.rows("select text from entry") == [(ANSWER,)]

    alone.wait(read_later)
