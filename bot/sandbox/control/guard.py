"""Only programs and pages of this machine may talk to the sandbox."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def is_local(address: str) -> bool:
    """Whether a `host[:port]` names this machine."""
    return urlsplit(f"//{address}").hostname in LOCAL


def refusal_of(headers: Headers, method: str, path: str) -> str:
    """Why a request is refused, or "".

    Refused are a foreign Host (DNS rebinding), a foreign Origin, and a form posted from elsewhere."""
    host, origin = headers.get("host", ""), headers.get("origin")
    if not is_local(host):
        return "The sandbox answers to 127.0.0.1 and localhost only."
    if origin is not None and origin != f"http://{host}":
        return "Requests from other web pages are refused."
    json_sent = headers.get("content-type", "").split(";")[0].strip() == "application/json"
    if method == "POST" and path.startswith("/control/") and not json_sent:
        return "The control API takes application/json only."
    return ""


class LocalOnly:
    """Middleware that answers 403 to whatever `refusal_of` objects to, WebSockets included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        why = refusal_of(Headers(scope=scope), scope.get("method", ""), scope["path"]) if "headers" in scope else ""
        if not why:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": why})
        else:
            await JSONResponse({"ok": False, "error": "forbidden", "detail": why}, 403)(scope, receive, send)
