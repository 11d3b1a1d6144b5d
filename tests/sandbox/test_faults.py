"""Faults on request: each strikes as described, and the same seed gives the same faults."""

from __future__ import annotations

from collections.abc import Callable
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.driver import Driver
from bot.sandbox.faults import Faults
from bot.sandbox.person import Person
from bot.sandbox.refusal import ControlError
from tests.sandbox.listening import Listener

PILOTS = "C0PILOTS1"
POST = "chat.postMessage"
Listen = Callable[..., Listener]


def outcome(client: WebClient) -> str:
    """What the app sees of one post."""
    try:
        client.chat_postMessage(channel=PILOTS, text="x")
    except SlackApiError as error:
        return str(error.response.status_code)
    except (URLError, ConnectionError):
        return "broken"
    return "ok"


@pytest.fixture(autouse=True)
def unlimited(driver: Driver) -> None:
    driver.settings(strict_limits=False)


SEEN = [("429", "429", 0), ("500", "500", 0), ("reset", "broken", 0), ("lost", "broken", 1), ("delay", "ok", 1)]


@pytest.mark.parametrize(("kind", "seen", "posted"), SEEN, ids=[s[0] for s in SEEN])
def test_a_fault_strikes_once_when_asked_for_once(
    client: WebClient, driver: Driver, kind: str, seen: str, posted: int
) -> None:
    driver.faults(calls=[{"method": POST, "kind": kind, "times": 1}])
    assert outcome(client) == seen
    assert len(driver.messages("pilots")) == posted
    assert driver.calls(POST)[-1]["fault"] == kind
    assert outcome(client) == "ok"


def test_a_lost_answer_leaves_the_message_and_says_so_in_the_log(client: WebClient, driver: Driver) -> None:
    driver.faults(calls=[{"method": POST, "script": ["lost"]}])
    assert outcome(client) == "broken"
    call = driver.calls(POST)[-1]
    assert (call["fault"], call["response"]["ts"]) == ("lost", driver.messages("pilots")[0]["ts"])


def test_a_script_is_used_up_in_order(client: WebClient, driver: Driver) -> None:
    driver.faults(calls=[{"method": POST, "script": ["ok", "500", "429"]}])
    assert [outcome(client) for _ in range(4)] == ["ok", "500", "429", "ok"]


def test_the_retry_after_of_a_429(client: WebClient, driver: Driver) -> None:
    driver.faults(calls=[{"method": POST, "kind": "429", "retry_after": 7}])
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=PILOTS, text="x")
    assert refused.value.response.headers["Retry-After"] == "7"


def drawn(seed: int, method: str = POST) -> list[str]:
    faults = Faults()
    faults.take({"seed": seed, "calls": [{"kind": "500", "probability": 0.3}, {"kind": "lost", "probability": 0.3}]})
    found = [faults.for_call(method) for _ in range(50)]
    return [f.kind if f else "" for f in found]


def test_a_seed_gives_the_same_faults_again() -> None:
    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)
    assert {"500", "lost", ""} == set(drawn(1))


def test_every_event_comes_as_often_as_asked_for(listen: Listen, driver: Driver, priya: Person) -> None:
    driver.faults(events={"copies": 3})
    listener = listen()
    priya.say("pilots", "hello")
    driver.idle()
    assert len(listener.requests) == 3
    assert len({r.payload["event_id"] for r in listener.requests}) == 1


def test_events_come_in_another_order_and_none_is_missing(listen: Listen, driver: Driver, priya: Person) -> None:
    driver.faults(seed=3, events={"shuffle": 6})
    listener = listen()
    for number in range(8):
        priya.say("pilots", str(number))
    driver.idle()
    driver.wait_for(lambda: len(listener.events) == 8)
    texts = [r.payload["event"]["text"] for r in sorted(listener.requests, key=lambda r: r.envelope_id)]
    assert sorted(texts) == [str(n) for n in range(8)]
    assert texts != sorted(texts)


@pytest.mark.parametrize("how", ["drop_socket", "close_socket"])
def test_a_connection_that_ends_loses_no_event(how: str, listen: Listen, driver: Driver, priya: Person) -> None:
    driver.settings(retry_seconds=[0.2, 2.0, 2.0], retry_scale=1.0)
    driver.faults(events={how: 1.0})
    listener = listen()
    priya.say("pilots", "hello")
    driver.faults()
    driver.idle()
    assert [e["text"] for e in listener.events] == ["hello"]
    assert listener.requests[0].retry_attempt in (1, 2)
    assert listener.requests[0].retry_reason == "connection_failed"


def test_connections_end_no_more_often_than_asked_for() -> None:
    faults = Faults()
    faults.take({"events": {"drop_socket": 0.5, "close_socket": 0.5, "socket_times": 3}})
    assert sorted(bool(faults.for_socket()) for _ in range(9)) == [False] * 6 + [True] * 3


WRONG = [
    {"calls": [{"kind": "meteor"}]},
    {"calls": [{"script": ["ok", "meteor"]}]},
    {"calls": [{"kind": "500", "chance": 1}]},
    {"events": {"copys": 2}},
    {"storms": []},
]


@pytest.mark.parametrize("rules", WRONG, ids=str)
def test_rules_that_make_no_sense_are_refused(driver: Driver, rules: dict[str, object]) -> None:
    with pytest.raises(ControlError, match="unknown_fault"):
        driver.faults(**rules)
