"""What the sandbox's tests share: an app manifest, and an app that takes down what it receives."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox

Json = dict[str, Any]

SCOPES = [
    "app_mentions:read",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "reactions:write",
    "users:read",
]
CHANNEL_EVENTS = ["archive", "deleted", "left", "rename", "unarchive"]
EVENTS = [
    *("app_home_opened", "app_mention", "app_uninstalled", "channel_id_changed", "tokens_revoked", "user_change"),
    *("member_joined_channel", "member_left_channel", "message.channels", "message.groups", "message.im", "team_join"),
    *(f"channel_{what}" for what in CHANNEL_EVENTS),
    *(f"group_{what}" for what in CHANNEL_EVENTS),
]


def manifest(*, scopes: list[str] = SCOPES, events: list[str] = EVENTS, messages_tab: bool = True) -> Json:
    """An app manifest like the bot's own, with what a test wants different."""
    return {
        "display_information": {"name": "Shipready"},
        "features": {
            "bot_user": {"display_name": "Shipready"},
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": messages_tab},
            "slash_commands": [
                {"command": "/shipready", "description": "Pilots", "should_escape": True},
                {"command": "/plain", "description": "Text as typed"},
            ],
            "shortcuts": [
                {"name": "Record", "type": "message", "callback_id": "record", "description": "Record"},
                {"name": "Start", "type": "global", "callback_id": "start", "description": "Start"},
            ],
        },
        "oauth_config": {"scopes": {"bot": scopes}},
        "settings": {
            "event_subscriptions": {"bot_events": events},
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": True,
        },
    }


def web(sandbox: Sandbox, **more: Any) -> WebClient:
    """slack_sdk's own client for that sandbox, without retries."""
    return WebClient(
        token=sandbox.bot_token,
        base_url=sandbox.api_url,
        ssl=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        retry_handlers=[],
        **more,
    )


class Listener:
    """slack_sdk's own Socket Mode client, which takes everything down and acknowledges it with what `answer` gives.

    `answer` returns the payload of the acknowledgement, or False to give none."""

    def __init__(self, sandbox: Sandbox, answer: Callable[[SocketModeRequest], Json | bool | None] = lambda _: None):
        self.requests: list[SocketModeRequest] = []
        self._lock = threading.Lock()
        self._url = sandbox.url
        self._answer = answer
        self.client = SocketModeClient(sandbox.app_token, web_client=web(sandbox), ping_interval=0.3)
        self.client.socket_mode_request_listeners.append(self._take)
        self.client.connect()

    def _take(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        with self._lock:
            self.requests.append(request)
        payload = self._answer(request)
        if payload is not False:
            client.send_socket_mode_response(
                SocketModeResponse(request.envelope_id, payload if isinstance(payload, dict) else None)
            )

    @property
    def events(self) -> list[Json]:
        """The inner events received so far."""
        return [r.payload["event"] for r in self.requests if r.type == "events_api"]

    def of(self, kind: str) -> list[Json]:
        """The events of one type, or one subtype of message."""
        return [e for e in self.events if kind in (e["type"], e.get("subtype"))]

    def close(self) -> None:
        """Go away."""
        leave(self.client, self._url)


def leave(client: SocketModeClient, url: str) -> None:
    """Let a Socket Mode client go. Its threads are told to end but not waited for: `close` takes up to 3 s."""
    client.auto_reconnect_enabled = False
    client.closed = client.current_session_state.terminated = True
    driver = Driver(url)
    driver.post("disconnect", reason="close")
    driver.close()
    for runner in (client.current_session_runner, client.current_app_monitor, client.message_processor):
        runner.event.set()
    client.message_workers.shutdown(wait=False)
