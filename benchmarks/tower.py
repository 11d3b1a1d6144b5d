"""A clock at an address that stands still until it is let go, for bots that are to find themselves on a Tuesday."""

from __future__ import annotations

import asyncio
import json
import time
from datetime import datetime, timedelta
from types import TracebackType


class Tower:
    """``async with Tower(moment) as tower:`` tells ``moment`` at ``tower.url`` until ``strike``, then runs on."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment
        self._struck: float | None = None

    @property
    def url(self) -> str:
        """Where the time can be read (SHIPREADY_CLOCK_URL)."""
        return "http://{}:{}/".format(*self._server.sockets[0].getsockname())

    def strike(self, moment: datetime) -> None:
        """It is ``moment`` now, and time goes on."""
        self._moment, self._struck = moment, time.monotonic()

    def now(self) -> datetime:
        """What it tells."""
        gone = 0.0 if self._struck is None else time.monotonic() - self._struck
        return self._moment + timedelta(seconds=gone)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        body = json.dumps({"now": self.now().isoformat()}).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        writer.close()

    async def __aenter__(self) -> Tower:
        self._server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
