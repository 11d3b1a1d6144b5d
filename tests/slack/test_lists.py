"""What is asked of Slack in the background: to the last page or not at all, at Slack's pace, and never past the end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.client import IncompleteRead
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.slack import lists
from bot.slack.background import Background, StoppingError
from bot.slack.lists import Lists, UnreadError

Script = list[Any]


class Answered(dict[str, Any]):
    """An answer of Slack with its status and headers."""

    def __init__(self, status: int = 200, headers: dict[str, str] | None = None, **data: Any) -> None:
        super().__init__(data)
        self.status_code = status
        self.headers = headers or {}


class Client:
    """Answers ``conversations.members`` with a script: an answer, or an error to raise."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[dict[str, Any]] = []

    def conversations_members(self, **args: Any) -> Any:
        self.asked.append(args)
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Patient(Background):
    """Notes how long it is to rest instead of resting."""

    def __init__(self) -> None:
        super().__init__()
        self.rests: list[float] = []

    def rest(self, seconds: float) -> None:
        self.rests.append(seconds)


class AnyTurn:
    """Every call may be made, but for the first ``waits``."""

    def __init__(self, *waits: float) -> None:
        self.waits = list(waits)
        self.told: list[float] = []

    def wait(self, method: str) -> float:
        assert method == "conversations.members"
        return self.waits.pop(0) if self.waits else 0

    def refused(self, method: str, seconds: float) -> None:
        assert method == "conversations.members"
        self.told.append(seconds)


def refusal(status: int, code: str = "", **headers: str) -> SlackApiError:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return SlackApiError("no", Answered(status, named, ok=False, error=code))  # type: ignore[no-untyped-call]


def page(*users: str, cursor: str = "") -> Answered:
    return Answered(members=list(users), response_metadata={"next_cursor": cursor})


def asked(script: Script, *waits: float) -> tuple[Callable[[], list[Any]], Client, Patient, AnyTurn]:
    client, patient, turns = Client(script), Patient(), AnyTurn(*waits)
    read = Lists(client, patient, turns)  # type: ignore[arg-type]
    return lambda: read.all("conversations.members", "members", channel="C1"), client, patient, turns


def test_all_pages_are_read() -> None:
    read, client, patient, _ = asked([page("U1", "U2", cursor="more"), page("U3")])
    assert read() == ["U1", "U2", "U3"]
    assert [call["cursor"] for call in client.asked] == [None, "more"]
    assert patient.rests == []


def test_too_fast_waits_as_long_as_slack_says_however_often() -> None:
    slow = [refusal(429, "ratelimited", Retry_After="30") for _ in range(20)]
    read, _, patient, turns = asked([page("U1", cursor="more"), *slow, page("U2")])
    assert read() == ["U1", "U2"]
    assert patient.rests == [30.0] * 20 == turns.told


def test_trouble_is_tried_again_with_growing_pauses() -> None:
    troubles = [refusal(500), ConnectionResetError(), IncompleteRead(b""), refusal(200, "internal_error")]
    read, _, patient, _ = asked([*troubles, page("U1")])
    assert read() == ["U1"]
    assert patient.rests == [0.5, 1, 2, 4]


@pytest.mark.parametrize(("error", "final"), [(refusal(503, "service_unavailable"), False), (TimeoutError(), False)])
def test_after_six_tries_nothing_is_said_at_all(error: Exception, final: bool) -> None:
    read, client, _, _ = asked([page("U1", cursor="more"), *[error] * lists.TRIES])
    with pytest.raises(UnreadError) as raised:
        read()
    assert raised.value.final is final
    assert len(client.asked) == 1 + lists.TRIES


def test_a_no_is_a_no() -> None:
    read, client, patient, _ = asked([refusal(200, "channel_not_found")])
    with pytest.raises(UnreadError, match="channel_not_found") as raised:
        read()
    assert raised.value.final
    assert (len(client.asked), patient.rests) == (1, [])


def test_each_call_waits_for_its_turn() -> None:
    read, _, patient, _ = asked([page("U1")], 1.5, 0.25)
    assert read() == ["U1"]
    assert patient.rests == [1.5, 0.25]


def test_what_could_not_be_read_is_noted_unless_slack_said_no() -> None:
    background = Background()
    read = Lists(Client([]), background, AnyTurn())  # type: ignore[arg-type]
    read.missed(UnreadError("users.list", "missing_scope", final=True))
    assert not background.unread.is_set()
    read.missed(UnreadError("users.list", "http_500", final=False))
    assert background.unread.is_set()
    background.stop()


def test_the_end_comes_at_once_however_long_it_was_to_wait() -> None:
    background, begun, ended = Background(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        try:
            background.rest(600)
        except StoppingError:
            ended.set()
            raise

    background.later(work)
    assert begun.wait(5)
    before = time.monotonic()
    background.stop()
    assert ended.is_set()
    assert time.monotonic() - before < 5
    background.later(work)  # nothing is begun any more, and nothing fails


def test_work_that_fails_is_noted_and_stops_nothing() -> None:
    background, done = Background(workers=1), threading.Event()
    background.later(lambda: [].pop())
    background.later(done.set)
    assert done.wait(5)
    assert background.unread.is_set()
    background.stop()
