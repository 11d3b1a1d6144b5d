"""Modals and App Home: stack, hash, triggers, response actions, closing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.refusal import ControlError
from tests.sandbox.listening import Json, Listener

Listen = Callable[..., Listener]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(value: str) -> Json:
    return {"text": plain(value.upper()), "value": value}


def asks(block_id: str, kind: str = "plain_text_input", *, optional: bool = False, **more: Any) -> Json:
    element = {"type": kind, "action_id": "a", **more}
    return {"type": "input", "block_id": block_id, "label": plain("?"), "element": element, "optional": optional}


def modal(*blocks: Json, title: str = "One", **more: Any) -> Json:
    return {"type": "modal", "title": plain(title), "submit": plain("Save"), "blocks": list(blocks), **more}


BUTTON = {"type": "actions", "block_id": "go", "elements": [{"type": "button", "action_id": "go", "text": plain("Go")}]}


@pytest.fixture
def trigger(listen: Listen, priya: Person) -> Callable[[], str]:
    """Fresh trigger ids of Priya's, from a command."""
    taken: list[SocketModeRequest] = []
    listen(lambda request: taken.append(request))

    def fresh() -> str:
        priya.command("/shipready form", "pilots")
        return str(taken[-1].payload["trigger_id"])

    return fresh


def error_of(call: Callable[..., Any], **args: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        call(**args)
    return str(refused.value.response["error"])


def test_a_trigger_serves_once_and_for_three_seconds(
    client: WebClient, driver: Driver, trigger: Callable[[], str]
) -> None:
    first = trigger()
    client.views_open(trigger_id=first, view=modal())
    assert error_of(client.views_open, trigger_id=first, view=modal()) == "trigger_exchanged"
    driver.settings(trigger_seconds=0.01)
    late = trigger()
    time.sleep(0.02)
    assert error_of(client.views_open, trigger_id=late, view=modal()) == "trigger_expired"


def test_a_refused_view_does_not_use_the_trigger_up(client: WebClient, trigger: Callable[[], str]) -> None:
    once = trigger()
    assert error_of(client.views_open, trigger_id=once, view={"type": "modal", "blocks": []}) == "invalid_arguments"
    assert client.views_open(trigger_id=once, view=modal())["ok"]


def test_three_modals_and_no_more(client: WebClient, priya: Person, trigger: Callable[[], str]) -> None:
    assert error_of(client.views_push, trigger_id=trigger(), view=modal()) == "not_found"
    root = client.views_open(trigger_id=trigger(), view=modal(title="One"))["view"]
    client.views_push(trigger_id=trigger(), view=modal(title="Two"))
    top = client.views_push(trigger_id=trigger(), view=modal(title="Three"))["view"]
    assert (top["root_view_id"], top["title"]["text"]) == (root["id"], "Three")
    assert error_of(client.views_push, trigger_id=trigger(), view=modal()) == "push_limit_reached"
    priya.close()
    shown = priya.modal()
    assert shown is not None
    assert shown["title"]["text"] == "Two"


def test_an_update_wants_the_present_hash_and_keeps_what_was_typed(
    client: WebClient, priya: Person, trigger: Callable[[], str]
) -> None:
    opened = client.views_open(trigger_id=trigger(), view=modal(asks("kept"), asks("gone")))["view"]
    priya.fill({"kept": "typed", "gone": "typed"})
    updated = client.views_update(view_id=opened["id"], hash=opened["hash"], view=modal(asks("kept"), asks("new")))
    assert priya.modal_values() == {"kept": {"a": "typed"}, "new": {"a": None}}
    assert updated["view"]["hash"] != opened["hash"]
    stale = {"view_id": opened["id"], "hash": opened["hash"]}
    assert error_of(client.views_update, **stale, view=modal()) == "hash_conflict"
    priya.close()
    assert error_of(client.views_update, view_id=opened["id"], view=modal()) == "not_found"


def test_an_external_id_is_taken_once(client: WebClient, trigger: Callable[[], str]) -> None:
    client.views_open(trigger_id=trigger(), view=modal(external_id="draft"))
    again = {"trigger_id": trigger(), "view": modal(external_id="draft")}
    assert error_of(client.views_push, **again) == "duplicate_external_id"
    assert client.views_update(external_id="draft", view=modal(title="Two"))["view"]["title"]["text"] == "Two"


VALUES: list[tuple[Json, Any, Json]] = [
    (asks("b"), "text", {"value": "text"}),
    (asks("b", "number_input", is_decimal_allowed=False), 7, {"value": "7"}),
    (asks("b", "static_select", options=[option("x"), option("y")]), "y", {"selected_option": option("y")}),
    (asks("b", "multi_static_select", options=[option("x"), option("y")]), ["x"], {"selected_options": [option("x")]}),
    (asks("b", "checkboxes", options=[option("x"), option("y")]), ["y"], {"selected_options": [option("y")]}),
    (asks("b", "radio_buttons", options=[option("x"), option("y")]), "x", {"selected_option": option("x")}),
    (asks("b", "users_select"), "U0TOM0001", {"selected_user": "U0TOM0001"}),
    (asks("b", "multi_users_select"), ["U0TOM0001"], {"selected_users": ["U0TOM0001"]}),
    (asks("b", "conversations_select"), "C0PILOTS1", {"selected_conversation": "C0PILOTS1"}),
    (asks("b", "datepicker"), "2026-03-29", {"selected_date": "2026-03-29"}),
    (asks("b", "timepicker"), "10:00", {"selected_time": "10:00"}),
    (asks("b", "datetimepicker"), 1795459381, {"selected_date_time": 1795459381}),
]


@pytest.mark.parametrize(("block", "value", "state"), VALUES, ids=[str(v[0]["element"]["type"]) for v in VALUES])
def test_what_is_filled_in_is_sent_as_slack_sends_it(
    listen: Listen, client: WebClient, priya: Person, block: Json, value: Any, state: Json
) -> None:
    listener = listen()
    priya.command("/shipready form", "pilots")
    client.views_open(trigger_id=listener.requests[-1].payload["trigger_id"], view=modal(block, private_metadata="p"))
    assert priya.submit({"b": value})["ok"]
    payload = listener.requests[-1].payload
    assert payload["type"] == "view_submission"
    assert payload["view"]["state"]["values"] == {"b": {"a": {"type": block["element"]["type"], **state}}}
    assert (payload["view"]["private_metadata"], payload["user"]["id"]) == ("p", "U0PRIYA01")
    assert priya.modal() is None


WRONG: list[tuple[str, Json, Any]] = [
    ("empty", asks("b"), ""),
    ("too long", asks("b", max_length=3), "four"),
    ("too short", asks("b", min_length=3), "x"),
    ("no number", asks("b", "number_input", is_decimal_allowed=False), "x"),
    ("no whole number", asks("b", "number_input", is_decimal_allowed=False), "1.5"),
    ("too small a number", asks("b", "number_input", is_decimal_allowed=False, min_value="1"), "0"),
]


@pytest.mark.parametrize(("block", "value"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_the_client_itself_refuses(
    client: WebClient, priya: Person, trigger: Callable[[], str], block: Json, value: Any
) -> None:
    client.views_open(trigger_id=trigger(), view=modal(block))
    outcome = priya.submit({"b": value})
    assert (outcome["error"], list(outcome["errors"]), outcome["acked"]) == ("validation", ["b"], False)


def test_an_option_that_is_not_offered_cannot_be_chosen(
    client: WebClient, priya: Person, trigger: Callable[[], str]
) -> None:
    client.views_open(trigger_id=trigger(), view=modal(asks("b", "static_select", options=[option("x")])))
    with pytest.raises(ControlError, match="no_such_option"):
        priya.fill({"b": "z"})
    with pytest.raises(ControlError, match="no_such_block"):
        priya.fill({"c": "z"})


ANSWERS: list[tuple[str, Json, str, list[str]]] = [
    ("update", {"response_action": "update", "view": modal(title="New")}, "", ["One", "New"]),
    ("push", {"response_action": "push", "view": modal(title="New")}, "", ["One", "Two", "New"]),
    ("clear", {"response_action": "clear"}, "", []),
    ("nothing", {}, "", ["One"]),
    ("errors", {"response_action": "errors", "errors": {"b": "No."}}, "form_errors", ["One", "Two"]),
    ("errors at nothing", {"response_action": "errors", "errors": {"x": "No."}}, "invalid_response", ["One", "Two"]),
    ("a bad view", {"response_action": "update", "view": {"type": "modal"}}, "invalid_response", ["One", "Two"]),
    ("an unknown action", {"response_action": "error"}, "invalid_response", ["One", "Two"]),
]


@pytest.mark.parametrize(("answer", "error", "left"), [a[1:] for a in ANSWERS],
                         ids=[a[0] for a in ANSWERS])  # fmt: skip
def test_a_submission_is_answered_with(
    listen: Listen, client: WebClient, priya: Person, driver: Driver, answer: Json, error: str, left: list[str]
) -> None:
    listener = listen(lambda r: answer if r.payload.get("type") == "view_submission" else None)
    for open_ in (client.views_open, client.views_push):
        priya.command("/shipready form", "pilots")
        title = "One" if open_ == client.views_open else "Two"
        open_(trigger_id=listener.requests[-1].payload["trigger_id"], view=modal(asks("b", optional=True), title=title))
    outcome = priya.submit()
    assert outcome.get("error", "") == error
    stack = driver.get("modal", person=priya.id)["stack"]
    assert [v["title"]["text"] for v in stack] == left


def test_a_form_that_is_not_answered_stays_with_what_was_typed(
    listen: Listen, client: WebClient, priya: Person, driver: Driver
) -> None:
    listener = listen(lambda r: False if r.payload.get("type") == "view_submission" else None)
    priya.command("/shipready form", "pilots")
    client.views_open(trigger_id=listener.requests[-1].payload["trigger_id"], view=modal(asks("b")))
    driver.settings(ack_timeout_seconds=0.05)
    outcome = priya.submit({"b": "precious"})
    assert (outcome["error"], priya.modal_values()) == ("operation_timeout", {"b": {"a": "precious"}})
    assert priya.notices()[-1]["code"] == "operation_timeout"


def test_closing_is_told_to_those_that_ask(listen: Listen, client: WebClient, priya: Person) -> None:
    listener = listen()
    for open_, asked in ((client.views_open, True), (client.views_push, False)):
        priya.command("/shipready form", "pilots")
        trigger_id = listener.requests[-1].payload["trigger_id"]
        open_(trigger_id=trigger_id, view=modal(notify_on_close=asked))
    priya.close()
    assert [r for r in listener.requests if r.payload.get("type") == "view_closed"] == []
    priya.close()
    (closed,) = [r.payload for r in listener.requests if r.payload.get("type") == "view_closed"]
    assert closed["is_cleared"] is False


def test_a_button_in_a_form_carries_the_view_with_its_values(listen: Listen, client: WebClient, priya: Person) -> None:
    listener = listen()
    priya.command("/shipready form", "pilots")
    trigger_id = listener.requests[-1].payload["trigger_id"]
    client.views_open(trigger_id=trigger_id, view=modal(asks("b"), BUTTON))
    priya.fill({"b": "typed"})
    priya.press_in_modal("go")
    payload = listener.requests[-1].payload
    assert (payload["type"], payload["container"]["type"]) == ("block_actions", "view")
    assert payload["view"]["state"]["values"]["b"]["a"]["value"] == "typed"
    assert "response_url" not in payload
    client.views_push(trigger_id=payload["trigger_id"], view=modal(title="Two"))
    assert priya.press_in_modal("nothing")["error"] == "no_such_action"


def test_app_home_is_published_pressed_and_guarded_by_its_hash(
    listen: Listen, client: WebClient, priya: Person
) -> None:
    listener = listen()
    view = client.views_publish(user_id=priya.id, view={"type": "home", "blocks": [BUTTON]})["view"]
    priya.press_in_home("go")
    assert listener.requests[-1].payload["view"]["type"] == "home"
    client.views_publish(user_id=priya.id, view={"type": "home", "blocks": []}, hash=view["hash"])
    stale = {"user_id": priya.id, "view": {"type": "home", "blocks": []}, "hash": view["hash"]}
    assert error_of(client.views_publish, **stale) == "hash_conflict"


def test_a_deactivated_person_loses_the_form(client: WebClient, priya: Person, trigger: Callable[[], str]) -> None:
    client.views_open(trigger_id=trigger(), view=modal(asks("b")))
    priya.change(deleted=True)
    with pytest.raises(ControlError, match="account_inactive"):
        priya.submit({"b": "x"})
    priya.change(deleted=False)
    assert priya.modal() is None
