"""The Web API, uploads and response URLs over HTTP, with the faults asked for."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.sandbox.breaking import break_off
from bot.sandbox.door.rates import too_many
from bot.sandbox.faults import Fault
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.responding import respond
from bot.sandbox.web_api.call import read_args, shown_args
from bot.sandbox.web_api.registry import answer
from bot.sandbox.world import World


async def api_endpoint(request: Request) -> Response:
    """One Web API call."""
    world: World = request.app.state.world
    method = request.path_params["method"]
    body = await request.body()
    fault = world.faults.for_call(method)
    if fault is not None and fault.kind == "delay":
        await asyncio.sleep(fault.seconds)
    status, shown, headers = _carry_out(world, method, request, body, fault)
    if fault is not None and fault.kind in ("reset", "lost"):
        return break_connection(request)
    return JSONResponse(shown, status, {"x-oauth-scopes": ",".join(sorted(world.app.scopes)), **headers})


def _carry_out(
    world: World, method: str, request: Request, body: bytes, fault: Fault | None
) -> tuple[int, Json, dict[str, str]]:
    args: Json = {}
    try:
        args = read_args(request.headers.get("content-type", ""), request.url.query, body)
        shown, status, headers = _faulty(fault) or answer(world, method, args, _token(request, args)), 200, {}
    except RefusalError as refusal:
        shown, status, headers = refusal.body(), refusal.status, refusal.headers
    world.calls.add(method, shown_args(args), shown, status=status, fault=fault.kind if fault else "")
    return status, shown, headers


def _faulty(fault: Fault | None) -> Json | None:
    """Raise for a fault that comes before the call is carried out; None lets it through."""
    if fault is not None and fault.kind == "429":
        raise too_many(int(fault.seconds))
    if fault is not None and fault.kind == "500":
        raise RefusalError("internal_error", status=500)
    return {"ok": False, "error": "connection_reset"} if fault is not None and fault.kind == "reset" else None


def _token(request: Request, args: Json) -> str:
    header: str = request.headers.get("authorization", "")
    return header.removeprefix("Bearer ").strip() if header else str(args.get("token", ""))


def break_connection(request: Request) -> Response:
    """Break the connection with a reset instead of an answer."""
    transport: asyncio.Transport = request.scope["state"]["transport"]
    break_off(transport)
    return Response(status_code=500)


async def upload_endpoint(request: Request) -> Response:
    """The bytes of a file, as the upload address takes them."""
    world: World = request.app.state.world
    item = world.space.files.get(request.path_params["file_id"])
    if item is None or item.uploaded:
        return PlainTextResponse("not found", 404)
    item.content = await request.body()
    item.uploaded = True
    return PlainTextResponse(f"OK - {len(item.content)}")


async def file_endpoint(request: Request) -> Response:
    """The bytes of a file, for the page; never shown as a page of its own."""
    world: World = request.app.state.world
    item = world.space.files.get(request.path_params["file_id"])
    if item is None or not item.uploaded:
        return PlainTextResponse("not found", 404)
    headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return Response(item.content, media_type=item.mimetype, headers=headers)


async def response_endpoint(request: Request) -> Response:
    """A use of a response URL."""
    world: World = request.app.state.world
    body = await request.body()
    fault = world.faults.for_call("response_url")
    args: Json = {}
    try:
        args = read_args(request.headers.get("content-type", "application/json"), "", body)
        shown, status = _faulty(fault) or respond(world, request.path_params["key"], args), 200
    except RefusalError as refusal:
        shown, status = refusal.body(), refusal.status
    world.calls.add("response_url", args, shown, status=status, fault=fault.kind if fault else "")
    if fault is not None and fault.kind in ("reset", "lost"):
        return break_connection(request)
    return PlainTextResponse("ok") if shown.get("ok") else JSONResponse(shown, status)
