"""Answers that are lost, processes that die: each message is in Slack exactly once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.courier.limits import Limits
from bot.records.outcomes import Outcome
from tests.courier.conftest import UNLIMITED, Desk, Page
from tests.courier.slack import LOSE, RESET, SERVER_ERROR, TOO_MANY


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("fault", [LOSE, SERVER_ERROR])
def test_a_lost_answer_is_looked_up_and_the_message_is_there_once(desk: Desk, fault: str) -> None:
    for number in range(5):
        desk.say("other", str(number))
        desk.deliver()
    desk.slack.faults["chat.postMessage"].append(fault)
    notice = desk.say("question")
    desk.deliver()
    assert desk.state(notice) == "unknown"
    assert desk.later(9).deliver() == 0
    assert desk.later(1).deliver() == 1
    assert (desk.state(notice), desk.slack.texts().count("question")) == ("sent", 1)
    post = desk.post("question")
    assert post is not None
    assert post.ts == desk.slack.messages["C1"][-1]["ts"]
    read = desk.slack.made("conversations.replies")
    assert len(read) == 3  # six messages in pages of two, to the last one
    assert float(read[0]["oldest"]) == (desk.now - timedelta(seconds=70)).timestamp()


def test_a_message_that_never_arrived_is_said_after_all(desk: Desk) -> None:
    desk.slack.faults["chat.postMessage"].append(RESET)
    notice = desk.say("question")
    desk.deliver()
    desk.later(10).deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["question"])


def test_what_comes_after_a_doubt_in_the_same_thread_waits(desk: Desk) -> None:
    desk.slack.faults["chat.postMessage"].append(RESET)
    desk.say("question", "1")
    desk.say("question", "2")
    desk.deliver()
    assert desk.slack.texts() == []
    desk.later(10).deliver()
    assert desk.slack.texts() == ["question 1", "question 2"]


def test_killed_between_send_and_mark_it_is_there_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = desk.say("question")
    monkeypatch.setattr("bot.courier.results.Results.of", die)
    with pytest.raises(Killed):
        desk.deliver()
    monkeypatch.undo()
    desk.use(UNLIMITED)
    assert desk.deliver() == 0
    desk.later(90).deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["question"])


def test_killed_between_claim_and_send_it_is_there_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = desk.say("question")
    monkeypatch.setattr("bot.courier.delivery.call", die)
    with pytest.raises(Killed):
        desk.deliver()
    monkeypatch.undo()
    desk.use(UNLIMITED)
    desk.later(90).deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["question"])


def test_an_update_that_may_have_arrived_is_simply_repeated(desk: Desk) -> None:
    desk.say("card", target="channel")
    desk.deliver()
    desk.slack.faults["chat.update"].append(LOSE)
    desk.pages["card"] = Page(text="new words")
    desk.say("card", target="channel")
    desk.deliver()
    desk.later(2).deliver()
    assert (len(desk.slack.made("chat.update")), desk.slack.made("conversations.history")) == (2, [])


def test_a_root_and_a_direct_message_are_looked_up_in_their_histories(desk: Desk) -> None:
    desk.say("hello", target="user", channel="U7", lane="user:U7")
    desk.deliver()
    desk.slack.faults["chat.postMessage"].extend([LOSE, LOSE])
    desk.say("card", target="channel")
    desk.say("offer", target="user", channel="U7", lane="user:U7")
    desk.deliver()
    desk.later(10).deliver()
    assert (desk.slack.texts("C1"), desk.slack.texts("D7")) == (["card"], ["hello", "offer"])
    assert [read["channel"] for read in desk.slack.made("conversations.history")] == ["C1", "D7"]


def test_a_file_is_looked_up_by_its_name(desk: Desk) -> None:
    desk.pages["record"] = Page(text="The record.", file=("record-17.md", b"#", "Record"))
    desk.slack.faults["files.completeUploadExternal"].append(LOSE)
    notice = desk.say("record", target="file")
    desk.deliver()
    desk.later(10).deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["The record."])


@pytest.mark.parametrize("fault", [LOSE, SERVER_ERROR, TOO_MANY, "internal_error"])
def test_while_the_look_up_fails_nothing_is_repeated(desk: Desk, fault: str) -> None:
    desk.slack.faults["chat.postMessage"].append(LOSE)
    desk.slack.faults["conversations.replies"].extend([fault, fault])
    desk.outcomes["internal_error"] = Outcome.RETRY
    notice = desk.say("question")
    desk.deliver()
    for _ in range(2):
        desk.later(60).deliver()
        assert (desk.state(notice), desk.slack.texts()) == ("unknown", ["question"])
    desk.later(600).deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["question"])


def test_a_courier_that_starts_alone_takes_up_what_was_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = desk.say("question")
    monkeypatch.setattr("bot.courier.results.Results.of", die)
    with pytest.raises(Killed):
        desk.deliver()
    monkeypatch.undo()
    desk.use(Limits(workers=1))
    desk.courier.start()
    assert desk.courier.stop(5)
    desk.later(10).deliver()
    desk.use(UNLIMITED)
    desk.deliver()
    assert (desk.state(notice), desk.slack.texts()) == ("sent", ["question"])


def die(*_args: object, **_named: object) -> None:
    raise Killed
