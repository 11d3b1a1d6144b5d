"""The real Bolt against the sandbox: what the bot will do, from connection to closed form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import leave, web

FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "Owner"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "owner",
            "label": {"type": "plain_text", "text": "Owner"},
            "element": {"type": "plain_text_input", "action_id": "owner"},
        }
    ],
}
BUTTON = {"type": "button", "action_id": "open", "value": "1", "text": {"type": "plain_text", "text": "Open"}}


def build(client: WebClient) -> App:
    """A small bot: greets mentions, opens a form from a command and from a button, checks what is handed in."""
    app = App(client=client, process_before_response=True)

    @app.event("app_mention")
    def greet(event: dict[str, Any], client: WebClient) -> None:
        client.chat_postMessage(
            channel=event["channel"],
            thread_ts=event["ts"],
            text="Hello",
            blocks=[{"type": "actions", "elements": [BUTTON]}],
        )

    @app.event("message")
    def nothing() -> None:
        """Every message is taken and left alone."""

    @app.command("/shipready")
    def command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=FORM)
        ack(f"Taken: {body['text']}")

    @app.action("open")
    def open_form(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view={**FORM, "private_metadata": body["actions"][0]["value"]})
        ack()

    @app.view("form")
    def save(ack: Ack, view: dict[str, Any]) -> None:
        value = view["state"]["values"]["owner"]["owner"]["value"]
        ack(response_action="errors", errors={"owner": "Name a person."}) if value == "nobody" else ack()

    return app


@pytest.fixture
def bolt(sandbox: Sandbox, driver: Driver) -> Iterator[App]:
    app = build(web(sandbox))
    handler = SocketModeHandler(app, sandbox.app_token)
    handler.client.connect()
    driver.connected()
    yield app
    leave(handler.client, sandbox.url)


@pytest.mark.usefixtures("bolt")
def test_a_mention_is_answered_in_its_thread_and_the_button_opens_a_form(driver: Driver, priya: Person) -> None:
    said = priya.say("pilots", "@shipready hello")
    driver.wait_for(lambda: len(priya.thread("pilots", said["ts"])) == 2)
    answer = priya.thread("pilots", said["ts"])[1]
    assert answer["text"] == "Hello"
    outcome = priya.press(answer, "open")
    assert outcome["ok"]
    assert outcome["modal"]["private_metadata"] == "1"


@pytest.mark.usefixtures("bolt")
def test_a_command_answers_to_its_author_alone_and_opens_a_form(driver: Driver, priya: Person) -> None:
    outcome = priya.command("/shipready start @tom in #pilots", "pilots")
    assert outcome["modal"]["title"]["text"] == "Owner"
    assert [m["text"] for m in priya.ephemerals("pilots")] == ["Taken: start <@U0TOM0001|tom> in <#C0PILOTS1|pilots>"]
    assert driver.person("U0TOM0001").ephemerals("pilots") == []


@pytest.mark.usefixtures("bolt")
def test_errors_stand_at_the_field_and_the_form_stays_until_it_is_right(priya: Person) -> None:
    priya.command("/shipready start", "pilots")
    empty = priya.submit()
    assert (empty["error"], list(empty["errors"]), empty["acked"]) == ("validation", ["owner"], False)
    wrong = priya.submit({"owner": "nobody"})
    assert (wrong["error"], wrong["errors"]) == ("form_errors", {"owner": "Name a person."})
    assert priya.modal_values() == {"owner": {"owner": "nobody"}}
    assert priya.submit({"owner": "Ngozi"})["modal"] is None
