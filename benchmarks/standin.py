"""A stand-in for Slack that is as small as it can be: what it costs itself is the same for whoever is measured."""

from __future__ import annotations

import asyncio
import json
import time
from types import TracebackType
from urllib.parse import parse_qsl

import uvicorn

from benchmarks.workspace import Json, Receive, Send, Workspace

START_SECONDS = 10.0


class StandIn:
    """A server on 127.0.0.1 with any number of workspaces, each for one app: ``async with StandIn() as slack:``."""

    def __init__(self) -> None:
        self._server = uvicorn.Server(
            uvicorn.Config(
                self._serve,
                interface="asgi3",
                port=0,
                ws="websockets-sansio",
                lifespan="off",
                log_config=None,
                access_log=False,
                ws_ping_interval=None,
            )
        )
        self._workspaces: dict[str, Workspace] = {}

    def workspace(self, name: str, people: int = 1, channels: int = 1) -> Workspace:
        """A new workspace at ``/name/api/``."""
        host = "127.0.0.1:{1}".format(*self._server.servers[0].sockets[0].getsockname())
        self._workspaces[name] = Workspace(name, host, people, channels)
        return self._workspaces[name]

    async def __aenter__(self) -> StandIn:
        self._running = asyncio.create_task(self._server.serve())
        async with asyncio.timeout(START_SECONDS):
            while not self._server.started:
                await asyncio.sleep(0.01)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = self._server.force_exit = True
        await self._running

    async def _serve(self, scope: Json, receive: Receive, send: Send) -> None:
        arrived = time.perf_counter()
        name, _, method = scope["path"].strip("/").partition("/")
        if scope["type"] == "websocket":
            await self._workspaces[name].listen(receive, send)
            return
        answer = self._workspaces[name].answer(method.removeprefix("api/"), await _args(scope, receive), arrived)
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(answer).encode()})


async def _args(scope: Json, receive: Receive) -> Json:
    """The arguments of a Web API call, sent as JSON or as a form."""
    body, more = b"", True
    while more:
        part = await receive()
        body, more = body + part.get("body", b""), part.get("more_body", False)
    if body and dict(scope["headers"]).get(b"content-type", b"").startswith(b"application/json"):
        sent = json.loads(body)
        assert isinstance(sent, dict), "arguments are named"
        return sent
    return dict(parse_qsl(body.decode()))
