"""A bot of a few lines, so that the page is tested without the real one: Bolt in Socket Mode, as the real one is."""

from __future__ import annotations

import re
import ssl
import threading
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.sandbox.server import Sandbox
from tests.browser.forms import CARD, FORM, HOME, ROW, Json

WORDS = {"help": "Four to begin with: `start`, `status`, `list`, `help`."}


class ScriptedBot:
    """Listens to one sandbox; `taken` is what it was told, in short words, in order."""

    def __init__(self, sandbox: Sandbox) -> None:
        client = WebClient(
            sandbox.bot_token, base_url=sandbox.api_url, ssl=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), retry_handlers=[]
        )
        self.taken: list[str] = []
        self._told = threading.Condition()
        self.app = App(client=client, process_before_response=True)
        self._commands()
        self._presses()
        self._forms()
        self._events()
        self._handler = SocketModeHandler(self.app, sandbox.app_token)
        self._handler.connect()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Go away."""
        self._handler.close()  # type: ignore[no-untyped-call]

    def heard(self, words: str, seconds: float = 5.0) -> bool:
        """Whether the bot was told that, waiting for it at most so many seconds."""
        with self._told:
            return self._told.wait_for(lambda: words in self.taken, seconds)

    def _take(self, words: str) -> None:
        with self._told:
            self.taken.append(words)
            self._told.notify_all()

    def _commands(self) -> None:
        @self.app.command("/shipready")
        def command(ack: Ack, body: Json, client: WebClient, respond: Respond) -> None:
            word = body["text"].split(" ")[0]
            self._take(f"command {body['text']}")
            if word == "start":
                client.chat_postMessage(channel=body["channel_id"], text="Invoice Coder", blocks=CARD)
            if word in WORDS:
                respond(WORDS[word])
            if word != "silent":
                ack()

    def _presses(self) -> None:
        @self.app.action("answer")
        def answer(ack: Ack, body: Json, client: WebClient) -> None:
            client.views_open(trigger_id=body["trigger_id"], view=FORM)
            ack()

        @self.app.action("add")
        def add(ack: Ack, body: Json, client: WebClient) -> None:
            client.views_push(trigger_id=body["trigger_id"], view=ROW)
            ack()

        @self.app.action(re.compile(".*"))
        def other(ack: Ack, action: Json) -> None:
            chosen = (action.get("selected_option") or {}).get("value", "")
            self._take(f"press {action['action_id']} {chosen}".strip())
            ack()

        @self.app.shortcut("record_answer")
        def record(ack: Ack, shortcut: Json) -> None:
            self._take(f"record {shortcut['message']['text']}")
            ack()

    def _forms(self) -> None:
        @self.app.view("form")
        def form(ack: Ack, view: Json) -> None:
            values = {block: self._content(*state.values()) for block, state in view["state"]["values"].items()}
            if values["hours"] == "never":
                ack(response_action="errors", errors={"hours": "Somebody has to be there at some time."})
                return
            self._take(f"form {values}")
            ack()

        @self.app.view("row")
        def row(ack: Ack, view: Json) -> None:
            self._take(f"row {view['state']['values']['name']['name']['value']}")
            ack()

    @staticmethod
    def _content(state: Json) -> Any:
        found = next((value for key, value in state.items() if key != "type"), None)
        return found["value"] if isinstance(found, dict) else found

    def _events(self) -> None:
        @self.app.event("message")
        def message(event: Json, client: WebClient) -> None:
            if event.get("subtype") is None and event.get("thread_ts") and "bot_id" not in event:
                client.reactions_add(channel=event["channel"], timestamp=event["ts"], name="eyes")

        @self.app.event("app_home_opened")
        def home(event: Json, client: WebClient) -> None:
            if event["tab"] == "home":
                client.views_publish(user_id=event["user"], view=HOME)

        @self.app.event("app_mention")
        @self.app.event("member_joined_channel")
        def nothing() -> None:
            """Taken, and left alone."""
