"""The WebSocket end of Socket Mode."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from bot.sandbox.breaking import break_off
from bot.sandbox.refusal import Json
from bot.sandbox.sockets import Link
from bot.sandbox.workspace import APP_ID
from bot.sandbox.world import World


async def link_endpoint(socket: WebSocket) -> None:
    """One connection: greeted, fed from its outbox, its acknowledgements taken, until either side ends it."""
    world: World = socket.app.state.world
    if not world.deliveries.hub.admit(socket.path_params["ticket"]):
        await socket.close(1008)
        return
    await socket.accept()
    link = world.deliveries.hub.open(APP_ID, _breaker(socket))
    world.changes.add("socket")
    writer = asyncio.create_task(_write(socket, link))
    try:
        await _read(world, socket)
    finally:
        writer.cancel()
        world.deliveries.hub.gone(link)
        world.deliveries.lost(link)


def _breaker(socket: WebSocket) -> Callable[[], None]:
    transport: asyncio.Transport = socket.scope["state"]["transport"]
    return lambda: break_off(transport)


async def _write(socket: WebSocket, link: Link) -> None:
    with suppress(WebSocketDisconnect):  # The reader notices too, and ends the connection.
        while (frame := await link.outbox.get()) is not None:
            await socket.send_text(frame)
        await socket.close()


async def _read(world: World, socket: WebSocket) -> None:
    while socket.application_state is WebSocketState.CONNECTED:
        try:
            frame = _object(await socket.receive_text())
        except WebSocketDisconnect:
            return
        if isinstance(envelope_id := frame.get("envelope_id"), str):
            world.deliveries.acknowledge(envelope_id, frame.get("payload"))


def _object(text: str) -> Json:
    try:
        value = json.loads(text)
    except ValueError:
        return {}  # Slack, too, ignores a frame it cannot read; the envelope then counts as not acknowledged.
    return value if isinstance(value, dict) else {}
