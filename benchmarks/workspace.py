"""One app's workspace in the stand-in: sends it envelopes, takes its acknowledgements and its Web API calls."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

Json = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Json]]
Send = Callable[[Json], Awaitable[None]]

WAIT_SECONDS = 30.0
TEAM, BOT, APP = "T0BENCH01", "U0BENCHBOT", "A0BENCH01"


@dataclass(frozen=True, slots=True)
class Called:
    """A Web API call: the method, what it was called with, when it arrived (perf_counter) and the ts it got."""

    method: str
    args: Json
    at: float
    ts: str


class Workspace:
    """``people`` accounts, all of them in each of ``channels`` channels, and one app that is in all of these."""

    def __init__(self, name: str, host: str, people: int, channels: int) -> None:
        self.api_url = f"http://{host}/{name}/api/"
        self.users = [f"U0BENCH{number:04}" for number in range(people)]
        self.channels = [f"C0BENCH{number:04}" for number in range(channels)]
        self.calls: list[Called] = []
        self._connected = asyncio.Event()
        self._link = f"ws://{host}/{name}/link"
        self._acks: dict[str, asyncio.Future[float]] = {}
        self._numbers = itertools.count(1)
        self._latest = 0
        self._arrived = asyncio.Event()
        self._send: Send | None = None

    def ts(self) -> str:
        """The ts of this moment, later than all before."""
        self._latest = max(self._latest + 1, round(time.time() * 1_000_000))
        return f"{self._latest // 1_000_000}.{self._latest % 1_000_000:06}"

    async def listen(self, receive: Receive, send: Send) -> None:
        """Serve a Socket Mode connection until the app leaves."""
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": json.dumps({"type": "hello", "num_connections": 1})})
        self._send = send
        self._connected.set()
        while (frame := await receive())["type"] == "websocket.receive":
            self._acknowledged(time.perf_counter(), json.loads(frame["text"])["envelope_id"])

    async def connected(self) -> None:
        """Wait for the app's connection. Raises TimeoutError when it does not come within 30 s."""
        await asyncio.wait_for(self._connected.wait(), WAIT_SECONDS)

    async def deliver(self, event: Json) -> float:
        """Send one event; the seconds until it was acknowledged. Raises TimeoutError when it was not within 30."""
        acknowledged: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        sent = await self.send(event, acknowledged)
        return await asyncio.wait_for(acknowledged, WAIT_SECONDS) - sent

    async def send(self, event: Json, acknowledged: asyncio.Future[float] | None = None) -> float:
        """Send one event; when it was sent (perf_counter). ``acknowledged`` gets the moment of its acknowledgement."""
        envelope = f"{next(self._numbers):032}"
        frame = {"type": "websocket.send", "text": json.dumps(_envelope(envelope, event))}
        if acknowledged is not None:
            self._acks[envelope] = acknowledged
        assert self._send is not None, "the app is connected"
        sent = time.perf_counter()
        await self._send(frame)
        return sent

    def _acknowledged(self, at: float, envelope: str) -> None:
        waiting = self._acks.pop(envelope, None)
        if waiting is not None:
            waiting.set_result(at)

    async def call(self, fits: Callable[[Called], bool], since: int = 0, seconds: float = WAIT_SECONDS) -> Called:
        """The first call, from the one with number ``since`` on, that fits; it is waited for."""
        async with asyncio.timeout(seconds):
            while True:
                found = next((called for called in self.calls[since:] if fits(called)), None)
                if found is not None:
                    return found
                self._arrived.clear()
                await self._arrived.wait()

    async def quiet(self, seconds: float) -> None:
        """Wait until nothing was called for this long."""
        known = -1
        while known != len(self.calls):
            known = len(self.calls)
            await asyncio.sleep(seconds)

    def answer(self, method: str, args: Json, at: float) -> Json:
        """Take a Web API call down and answer it."""
        called = Called(method, args, at, self.ts())
        self.calls.append(called)
        self._arrived.set()
        return {"ok": True, "response_metadata": {"next_cursor": ""}, **self._answer(called)}

    def _answer(self, called: Called) -> Json:
        channel = called.args.get("channel", "")
        known: dict[str, Callable[[], Json]] = {
            "apps.connections.open": lambda: {"url": self._link},
            "auth.test": lambda: {"team_id": TEAM, "team": "Bench", "user_id": BOT, "bot_id": "B0BENCH01"},
            "users.list": lambda: {"members": [_user(user) for user in self.users]},
            "users.conversations": lambda: {"channels": [{"id": each} for each in self.channels]},
            "conversations.info": lambda: {"channel": {"id": channel, "name": channel.lower(), "is_member": True}},
            "conversations.members": lambda: {"members": self.users},
            "conversations.replies": lambda: {"messages": []},
        }
        return known.get(called.method, lambda: {"channel": channel, "ts": called.ts})()


def _user(user: str) -> Json:
    name = f"Person {int(user[-4:])}"
    return {"id": user, "team_id": TEAM, "tz": "UTC", "profile": {"real_name": name, "display_name": name.lower()}}


def _envelope(envelope: str, event: Json) -> Json:
    """An event, or a press of a button (``block_actions``), as Socket Mode sends it."""
    if event["type"] == "block_actions":
        return {"envelope_id": envelope, "type": "interactive", "payload": event, "accepts_response_payload": True}
    authorization = {"team_id": TEAM, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}
    payload = {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": APP,
        "event_id": f"Ev{envelope}",
        "event_time": int(event["ts"].partition(".")[0]),
        "authorizations": [authorization],
        "event": event,
    }
    return {
        "envelope_id": envelope,
        "type": "events_api",
        "payload": payload,
        "accepts_response_payload": False,
        "retry_attempt": 0,
        "retry_reason": "",
    }
