"""A Slack-compatible server that is not the sandbox: the few methods of Slack's documentation, with as few fields."""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
import threading
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

Json = dict[str, Any]
TEAM, CHANNEL, BOT = "T0ELSE", "C0ELSE", "U0BOT"
PEOPLE = {"U0PRIYA": "priya", "U0NGOZI": "ngozi", BOT: "shipready"}


class Elsewhere:
    """The server on a port of its own, from ``with`` to its end. ``calls``: what it was asked, method and arguments."""

    def __init__(self, *, paged: bool) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.messages: dict[str, Json] = {}
        self.views: dict[str, Json] = {}
        self._paged = paged
        self._numbers = itertools.count(1)
        self._answers: dict[str, asyncio.Future[Json]] = {}
        self._linked = threading.Event()
        routes = [
            Route("/api/{method:path}", self._method, methods=["GET", "POST"]),
            Route("/upload", self._upload, methods=["POST"]),
            WebSocketRoute("/link", self._link),
        ]
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(Starlette(routes=routes), log_level="error", ws="websockets-sansio")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def __enter__(self) -> Elsewhere:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    def send(self, kind: str, payload: Json) -> Json:
        """Hand something to the bot; what it acknowledges it with."""
        assert self._linked.wait(10)
        return asyncio.run_coroutine_threadsafe(self._hand_over(kind, payload), self._loop).result(10)

    def ts(self) -> str:
        """A new ts."""
        return f"{1795510000 + next(self._numbers)}.000100"

    def said(self, text: str) -> Json | None:
        """The latest message with these words, as it is now."""
        return next((one for one in reversed(self.messages.values()) if text in str(one.get("text"))), None)

    async def _hand_over(self, kind: str, payload: Json) -> Json:
        envelope = f"E{next(self._numbers)}"
        self._answers[envelope] = asyncio.get_running_loop().create_future()
        await self._web.send_json({"envelope_id": envelope, "type": kind, "payload": payload})
        return await asyncio.wait_for(self._answers[envelope], 8)

    async def _link(self, web: WebSocket) -> None:
        await web.accept()
        self._web, self._loop = web, asyncio.get_running_loop()
        await web.send_json({"type": "hello", "num_connections": 1})
        self._linked.set()
        async for text in web.iter_text():
            answer = json.loads(text)
            self._answers[answer["envelope_id"]].set_result(answer.get("payload") or {})

    async def _upload(self, request: Request) -> JSONResponse:
        await request.body()
        return JSONResponse({})

    async def _method(self, request: Request) -> JSONResponse:
        method, args = request.path_params["method"], await _args(request)
        self.calls.append((method, args))
        does = getattr(self, "_" + method.replace(".", "_").lower(), None)
        if does is None:
            return JSONResponse({"ok": False, "error": "unknown_method"})
        return JSONResponse({"ok": True, **does(args)})

    def _auth_test(self, _: Json) -> Json:
        return {"url": "https://else.example/", "team": "Else", "user": "shipready", "team_id": TEAM, "user_id": BOT}

    def _apps_connections_open(self, _: Json) -> Json:
        return {"url": f"ws://{self.address}/link"}

    def _users_list(self, args: Json) -> Json:
        everybody = [_user(user) for user in PEOPLE]
        if not self._paged:
            return {"members": everybody}
        first = int(args.get("cursor") or 0)
        after = str(first + 1) if first + 1 < len(everybody) else ""
        return {"members": everybody[first : first + 1], "response_metadata": {"next_cursor": after}}

    def _users_info(self, args: Json) -> Json:
        return {"user": _user(args["user"])}

    def _users_conversations(self, _: Json) -> Json:
        return {"channels": [{"id": CHANNEL, "name": "else"}] if self._paged else []}

    def _conversations_info(self, args: Json) -> Json:
        return {"channel": {"id": args["channel"], "name": "else"}}

    def _conversations_members(self, _: Json) -> Json:
        return {"members": list(PEOPLE)}

    def _conversations_replies(self, args: Json) -> Json:
        below = [one for one in self.messages.values() if args["ts"] in (one["ts"], one.get("thread_ts"))]
        return {"messages": below}

    def _conversations_history(self, _: Json) -> Json:
        return {"messages": [one for one in self.messages.values() if "thread_ts" not in one]}

    def _chat_postmessage(self, args: Json) -> Json:
        ts = self.ts()
        kept = {"type": "message", "user": BOT, "ts": ts, "text": args["text"], "blocks": args.get("blocks")}
        root = {"thread_ts": args["thread_ts"]} if args.get("thread_ts") else {}
        self.messages[ts] = {**kept, **root, "channel": args["channel"]}
        return {"channel": args["channel"], "ts": ts}

    def _chat_update(self, args: Json) -> Json:
        self.messages[args["ts"]] |= {"text": args["text"], "blocks": args["blocks"]}
        return {"channel": args["channel"], "ts": args["ts"], "text": args["text"]}

    def _chat_postephemeral(self, _: Json) -> Json:
        return {"message_ts": self.ts()}

    def _reactions_add(self, _: Json) -> Json:
        return {}

    def _views_publish(self, _: Json) -> Json:
        return {}

    def _views_open(self, args: Json) -> Json:
        number = f"V{next(self._numbers)}"
        self.views[number] = {**args["view"], "id": number}
        return {"view": self.views[number]}

    def _files_getuploadurlexternal(self, _: Json) -> Json:
        return {"upload_url": f"http://{self.address}/upload", "file_id": "F1"}

    def _files_completeuploadexternal(self, args: Json) -> Json:
        return {"files": [{"id": one["id"]} for one in json.loads(args["files"])]}


def _user(user: str) -> Json:
    return {"id": user, "team_id": TEAM, "name": PEOPLE[user], "is_bot": user == BOT, "profile": {}}


async def _args(request: Request) -> Json:
    body = (await request.body()).decode()
    if request.headers.get("content-type", "").startswith("application/json"):
        return dict(json.loads(body or "{}"))
    given: Mapping[str, str] = dict(parse_qsl(body))
    return {**request.query_params, **given}
