"""The control API's addresses; see docs/sandbox-api.md."""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.control.act import ACT
from bot.sandbox.control.asked import Asked, Handler
from bot.sandbox.control.change import CHANGE
from bot.sandbox.control.drive import DRIVE
from bot.sandbox.control.read import READ
from bot.sandbox.refusal import ControlError, Json

GETS = READ
POSTS: Mapping[str, Handler] = {**DRIVE, **ACT, **CHANGE}


async def _fields(request: Request) -> Json:
    if request.method == "GET":
        return dict(request.query_params)
    try:
        body: Any = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise ControlError("invalid_json", "The body is not JSON.") from error
    if not isinstance(body, dict):
        raise ControlError("invalid_json", "The body is not an object.")
    return body


def _endpoint(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            found = handler(Asked(request.app.state.world, await _fields(request)))
            answer = await found if inspect.isawaitable(found) else found
        except ControlError as error:
            return JSONResponse({"ok": False, "error": error.code, "detail": error.detail}, error.status)
        return JSONResponse({"ok": True, **answer})

    return endpoint


def control_routes() -> list[Route]:
    """All routes under `/control/`."""
    gets = [Route(f"/control/{path}", _endpoint(handler), methods=["GET"]) for path, handler in GETS.items()]
    posts = [Route(f"/control/{path}", _endpoint(handler), methods=["POST"]) for path, handler in POSTS.items()]
    return [*posts, *gets]
