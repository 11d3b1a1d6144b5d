"""What the bot asks Slack by itself: trouble changes nothing, nobody waits for it, nothing written is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records import channels
from bot.slack import lists
from tests.conversations.stage import stage
from tests.conversations.told import NGOZI, PRIYA, TOM, Told

ANSWER = "Ngozi Okonkwo owns it, Tom Beard steps in, weekdays 8 to 17 in #ap-alerts, at night the duty phone."
HERE = "select user from channel_member where channel = 'C0PILOTS1'"
LISTS = ("users.list", "users.conversations", "conversations.info", "conversations.members")


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "FIRST_PAUSE", 0.01)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Told]:
    """A workspace in which the bot asks without pauses."""
    with stage(tmp_path, SHIPREADY_COURIER__TIER_2_PER_MINUTE="0") as on:
        yield Told(on, tmp_path)


@pytest.fixture
def down(alone: Told) -> Iterator[Told]:
    """A workspace with one pilot and the bot stopped."""
    alone.start()
    alone.on.stop_bot()
    yield alone
    alone.on.driver.faults()


def known(told: Told) -> list[object]:
    """Who is known to be where."""
    members = "select channel, user from channel_member order by channel, user"
    return [told.rows(members), told.rows("select channel, joined from channel order by channel")]


@pytest.mark.parametrize("method", LISTS)
def test_trouble_at_the_start_changes_nothing_that_is_known(down: Told, method: str) -> None:
    before = known(down)
    down.on.driver.faults(calls=[{"method": method, "kind": "500"}])
    down.on.start_bot()
    assert known(down) == before
    assert down.on.bot is not None
    assert down.on.bot.office.background.unread.is_set(), "it is read again later"
    down.tom.press(down.on.in_thread(down.card(), "1 of 5"), "park")
    down.on.in_thread(down.card(), "2 of 5")


@pytest.mark.parametrize("method", LISTS)
def test_too_fast_at_the_start_is_read_after_the_pause(down: Told, method: str) -> None:
    down.on.driver.faults(calls=[{"method": method, "kind": "429", "retry_after": 1, "times": 1}])
    down.on.driver.post("invite", channel="general", person="U0SHIPREADY")
    down.on.start_bot()
    assert ("C0GENERAL", PRIYA) in down.rows("select channel, user from channel_member")


@pytest.mark.parametrize("kinds", [["429"], ["500", "reset", "429", "500"]])
def test_replies_written_meanwhile_are_read_in_spite_of_trouble(down: Told, kinds: list[str]) -> None:
    card = down.card()
    said = down.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    down.on.driver.faults(calls=[{"method": "conversations.replies", "script": kinds, "retry_after": 1}])
    down.on.start_bot()
    down.settled(said, card)
    assert down.rows("select state from entry") == [("answer",)]


def test_commands_of_then_are_not_filed(down: Told) -> None:
    card = down.card()
    down.priya.say("pilots", f"@shipready owner <@{NGOZI}>", thread_ts=card["ts"])
    said = down.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    down.on.start_bot()
    down.settled(said, card)
    assert down.rows("select ts from entry") == [(said["ts"],)]


def test_a_command_that_was_done_is_no_answer_after_a_restart_or_an_edit(alone: Told) -> None:
    card = alone.start()
    alone.mention(f"owner <@{NGOZI}>", card["ts"])
    typed = next(m for m in alone.on.thread(card) if "owner" in m["text"] and m["user"] == PRIYA)
    alone.on.stop_bot()
    alone.on.start_bot()
    alone.priya.edit(typed, f"<@U0SHIPREADY> owner <@{TOM}>")
    alone.on.driver.idle()
    assert alone.rows("select id from entry") == []


def test_who_starts_a_pilot_waits_for_one_question_to_slack(alone: Told) -> None:
    alone.on.driver.faults(calls=[{"method": "conversations.members", "kind": "delay", "seconds": 2.5}])
    with alone.on.bot.office.desk() as desk:  # type: ignore[union-attr]
        channels.put(desk.session, desk.team, "C0PILOTS1", desk.now, joined=False)
        channels.set_people(desk.session, desk.team, "C0PILOTS1", [])
    before = len(alone.on.driver.calls())
    alone.start()
    asked = [call["method"] for call in alone.on.driver.calls()[before:]]
    assert asked.count("conversations.info") == 1
    question = alone.on.in_thread(alone.card(), "1 of 5")
    assert alone.rows(HERE) == [(PRIYA,)]
    alone.tom.press(question, "park")
    alone.on.in_thread(alone.card(), "2 of 5")
    alone.wait(lambda: (NGOZI,) in alone.rows(HERE))


def test_where_nobody_waits_for_more_an_answer_is_read_as_it_comes_in(tmp_path: Path) -> None:
    with stage(tmp_path, SHIPREADY_ANSWER_SETTLE_SECONDS="0") as on:
        told = Told(on, tmp_path)
        card = told.start()
        first = told.priya.say("pilots", ANSWER, thread_ts=card["ts"])
        on.in_thread(card, "Question 1, as I read it")
        on.in_thread(card, "2 of 5")
        told.settled(first, card)
        assert told.rows("select settled from entry") == [(1,)]
        assert told.rows("select count(*) from question where settle_at is not null") == [(0,)]


def test_what_was_deleted_meanwhile_is_withdrawn_and_the_rest_stays(alone: Told) -> None:
    card = alone.start()
    first = alone.priya.say("pilots", ANSWER, thread_ts=card["ts"])
    alone.settled(first, card)
    alone.on.person("U0ADMIN01").delete(card)
    alone.wait(lambda: [each for each in alone.cards() if each["ts"] != card["ts"]])
    anew = next(each for each in alone.cards() if each["ts"] != card["ts"])
    alone.on.in_thread(anew, "2 of 5")
    late = alone.tom.say("pilots", "The bookings table is ours, platform team.", thread_ts=card["ts"])
    last = alone.tom.say("pilots", "And the ledger feed is ours as well.", thread_ts=anew["ts"])
    alone.wait(lambda: len(alone.rows("select id from entry where settled")) == 3)
    alone.on.stop_bot()
    alone.tom.delete(last)
    alone.on.start_bot()
    states = alone.rows("select ts, state from entry order by ts")
    assert states == [(first["ts"], "answer"), (late["ts"], "answer"), (last["ts"], "withdrawn")]
