"""The bot's name at the head of a message that is in no pilot's thread: help, to its author alone."""

from __future__ import annotations

from tests.conversations.forging import event, hand_in
from tests.conversations.told import PRIYA, Told

BOT = "U0SHIPREADY"
MARK = "zanzibar"


def test_words_to_the_bot_get_help_and_are_not_kept(alone: Told) -> None:
    alone.priya.say("pilots", f"@shipready {MARK} please")
    page = alone.hear("Here is what I know.")
    assert page["is_ephemeral"]
    alone.on.driver.idle()
    assert MARK.encode() not in alone.database.read_bytes()
    assert alone.rows("select count(*) from entry") == [(0,)]


def test_in_a_thread_that_is_no_pilots_the_help_is_there(alone: Told) -> None:
    other = alone.tom.say("pilots", "Lunch?")
    alone.priya.say("pilots", "@shipready stauts", thread_ts=other["ts"])
    assert alone.hear("Did you mean `status`?")["thread_ts"] == other["ts"]


def test_in_a_pilots_thread_it_is_a_reply(alone: Told) -> None:
    card = alone.start()
    said = alone.priya.say("pilots", "@shipready Ngozi Okonkwo owns it.", thread_ts=card["ts"])
    alone.settled(said, card)
    assert not any("Here is what I know" in one["text"] for one in alone.priya.ephemerals("pilots"))


def test_sent_twice_it_is_answered_once(alone: Told) -> None:
    words = {"type": "app_mention", "user": PRIYA, "channel": "C0PILOTS1", "ts": "1.5", "text": f"<@{BOT}> hello you"}
    for _ in range(2):
        assert hand_in(alone.on, event(words, "Ev0TWICE")).status == 200
    alone.hear("I don't know `hello`")
    alone.priya.say("pilots", "@shipready help")
    alone.hear("*Four to begin with*")
    assert sum("I don't know `hello`" in one["text"] for one in alone.priya.ephemerals("pilots")) == 1
