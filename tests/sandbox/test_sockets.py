"""Socket Mode: connections, acknowledgements, retries, disconnects."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import Listener

Listen = Callable[..., Listener]


def test_an_event_that_is_not_acknowledged_comes_three_more_times(
    listen: Listen, driver: Driver, priya: Person
) -> None:
    driver.settings(ack_timeout_seconds=0.05)
    listener = listen(lambda _: False)
    priya.say("pilots", "hello")
    driver.idle()
    assert [r.retry_attempt for r in listener.requests] == [0, 1, 2, 3]
    assert {r.retry_reason for r in listener.requests[1:]} == {"timeout"}
    assert len({r.payload["event_id"] for r in listener.requests}) == 1
    assert len({r.envelope_id for r in listener.requests}) == 4
    assert driver.get("idle")["given_up"] == 1


def test_a_retry_that_is_acknowledged_is_the_last(listen: Listen, driver: Driver, priya: Person) -> None:
    driver.settings(ack_timeout_seconds=0.05)
    listener = listen(lambda request: None if request.retry_attempt else False)
    priya.say("pilots", "hello")
    driver.idle()
    assert [r.retry_attempt for r in listener.requests] == [0, 1]


def test_an_event_waits_for_a_connection_to_come_back(listen: Listen, driver: Driver, priya: Person) -> None:
    driver.settings(retry_seconds=[0.0, 600.0, 600.0])
    priya.say("pilots", "hello")
    assert driver.get("idle")["retrying"] == 1
    listener = listen()
    driver.idle()
    assert [e["text"] for e in listener.events] == ["hello"]


def test_each_payload_goes_to_one_of_the_connections(listen: Listen, driver: Driver, priya: Person) -> None:
    listeners = [listen(), listen(), listen()]
    for number in range(9):
        priya.say("pilots", f"{number}")
    driver.idle()
    assert sorted(e["text"] for one in listeners for e in one.events) == [str(n) for n in range(9)]
    assert all(one.events for one in listeners)


def test_ten_connections_and_no_more(sandbox: Sandbox, client: WebClient) -> None:
    hub = sandbox.world.deliveries.hub
    for _ in range(10):
        hub.open("A0", lambda: None)
    with pytest.raises(SlackApiError, match="too_many_websockets"):
        client.apps_connections_open(app_token=sandbox.app_token)


@pytest.mark.parametrize("reason", ["refresh_requested", "close", "drop"])
def test_a_client_comes_back_after(reason: str, listen: Listen, driver: Driver, priya: Person) -> None:
    driver.settings(retry_scale=0.02)
    listener = listen()
    before = driver.get("state")["seq"]
    driver.post("disconnect", reason=reason)
    priya.say("pilots", "meanwhile")
    driver.wait_for(
        lambda: [c for c in driver.get("changes", since=before)["changes"] if c["kind"] == "socket"][2:], 20
    )
    driver.idle()
    assert "meanwhile" in [e["text"] for e in listener.events]


def test_a_warning_leaves_the_connection_open(listen: Listen, driver: Driver) -> None:
    listen()
    driver.post("disconnect", reason="warning")
    assert driver.get("idle")["connections"] >= 1


def test_a_disabled_link_takes_no_new_connections_until_enabled(
    sandbox: Sandbox, client: WebClient, driver: Driver
) -> None:
    driver.post("disconnect", reason="link_disabled")
    with pytest.raises(SlackApiError):
        client.apps_connections_open(app_token=sandbox.app_token)
    driver.post("disconnect", reason="enable")
    assert client.apps_connections_open(app_token=sandbox.app_token)["url"].startswith("ws://127.0.0.1")


def test_a_command_without_acknowledgement_is_an_error_for_its_author(
    listen: Listen, driver: Driver, priya: Person
) -> None:
    driver.settings(ack_timeout_seconds=0.05)
    listener = listen(lambda _: False)
    outcome = priya.command("/shipready help", "pilots")
    assert (outcome["ok"], outcome["error"]) == (False, "operation_timeout")
    assert priya.notices()[0]["code"] == "operation_timeout"
    assert driver.person("U0TOM0001").notices() == []
    time.sleep(0.2)
    assert len(listener.requests) == 1  # commands are not repeated


def test_a_command_without_a_bot_is_an_error_too(priya: Person) -> None:
    assert priya.command("/shipready help", "pilots")["error"] == "dispatch_failed"


def test_the_payload_of_a_command(listen: Listen, priya: Person) -> None:
    taken: list[SocketModeRequest] = []
    listen(lambda request: taken.append(request))
    priya.command("/plain ask @tom <why>", "pilots")
    payload = taken[0].payload
    assert (taken[0].type, payload["command"], payload["text"]) == ("slash_commands", "/plain", "ask @tom <why>")
    assert (payload["user_id"], payload["channel_id"], payload["channel_name"]) == ("U0PRIYA01", "C0PILOTS1", "pilots")
    assert payload["response_url"].startswith("http://127.0.0.1")
    assert "thread_ts" not in payload


REFUSED_BY_THE_CLIENT = [
    ("in a thread", "U0PRIYA01", "/shipready help", "not_supported_in_threads"),
    ("unknown", "U0PRIYA01", "/nothing", "no_such_command"),
    ("from another company", "U0EXT0001", "/shipready help", "not_allowed"),
]


@pytest.mark.parametrize(("who", "text", "error"), [r[1:] for r in REFUSED_BY_THE_CLIENT],
                         ids=[r[0] for r in REFUSED_BY_THE_CLIENT])  # fmt: skip
def test_a_command_that_is_never_sent(listen: Listen, driver: Driver, who: str, text: str, error: str) -> None:
    listener = listen()
    person = driver.person(who)
    ts = person.say("partner-ledger", "root")["ts"] if who == "U0EXT0001" else person.say("pilots", "root")["ts"]
    driver.idle()
    channel = "partner-ledger" if who == "U0EXT0001" else "pilots"
    thread = ts if error == "not_supported_in_threads" else None
    outcome = person.command(text, channel, thread_ts=thread)
    assert (outcome["error"], outcome["acked"]) == (error, False)
    assert [r.type for r in listener.requests] == ["events_api"]
