"""Socket Mode connections (docs.slack.dev/apis/events-api/using-socket-mode)."""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.refusal import Json, RefusalError

MOST_CONNECTIONS = 10
CONNECTION_SECONDS = 3600


@dataclass(eq=False)
class Link:
    """One WebSocket connection; frames go into `outbox`, None closes it. `abort` breaks it without a word."""

    number: int
    abort: Callable[[], None]
    outbox: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)

    def send(self, frame: Json) -> None:
        """Send one JSON frame."""
        self.outbox.put_nowait(json.dumps(frame))

    def close(self) -> None:
        """Close in good order after what is already in the outbox."""
        self.outbox.put_nowait(None)


class Hub:
    """The open connections of the app; each payload goes to any one of them."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        self.enabled = True
        self._tickets: set[str] = set()
        self._turn = itertools.count()
        self._numbers = itertools.count(1)

    def ticket(self) -> str:
        """A ticket for one new connection; raises RefusalError when Socket Mode is off or all ten are in use."""
        if not self.enabled:
            raise RefusalError("forbidden_team")
        if len(self.links) >= MOST_CONNECTIONS:
            raise RefusalError("too_many_websockets")
        ticket = secrets.token_urlsafe(12)
        self._tickets.add(ticket)
        return ticket

    def admit(self, ticket: str) -> bool:
        """Use a ticket up; False when it is unknown or used."""
        known = ticket in self._tickets and self.enabled
        self._tickets.discard(ticket)
        return known

    def open(self, app_id: str, abort: Callable[[], None]) -> Link:
        """A new connection, greeted with Slack's `hello`."""
        link = Link(next(self._numbers), abort)
        self.links.append(link)
        link.send(
            {
                "type": "hello",
                "num_connections": len(self.links),
                "connection_info": {"app_id": app_id},
                "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": CONNECTION_SECONDS},
            }
        )
        return link

    def gone(self, link: Link) -> None:
        """The connection has ended."""
        if link in self.links:
            self.links.remove(link)

    def send(self, frame: Json) -> Link | None:
        """Send a frame over one of the connections, in turn; None when there is none."""
        if not self.links:
            return None
        link = self.links[next(self._turn) % len(self.links)]
        link.send(frame)
        return link

    def disconnect(self, reason: str) -> None:
        """Send Slack's disconnect frame to all; but for `warning`, close them too."""
        for link in list(self.links):
            link.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})
            if reason != "warning":
                link.close()
                self.gone(link)
        if reason == "link_disabled":
            self.enabled = False

    def end_one(self, *, abruptly: bool) -> None:
        """End the connection whose turn it is: broken without a word, or closed in good order."""
        if self.links:
            self._end(self.links[next(self._turn) % len(self.links)], abruptly)

    def end_all(self, *, abruptly: bool) -> None:
        """End all connections."""
        for link in list(self.links):
            self._end(link, abruptly)

    def _end(self, link: Link, abruptly: bool) -> None:
        self.gone(link)
        if abruptly:
            link.abort()
        else:
            link.close()
