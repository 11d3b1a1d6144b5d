"""Acting as the people of a sandbox from Python, over its control API. For tests, benchmarks and stories."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from bot.sandbox.person import Person
from bot.sandbox.refusal import ControlError, Json

T = TypeVar("T")
REQUEST_SECONDS = 90.0


class Driver:
    """A client of one sandbox's control API; one thread at a time."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._address = urlsplit(url).netloc
        self._connection: HTTPConnection | None = None

    def get(self, path: str, **query: object) -> Json:
        """Read `/control/<path>`; raises ControlError when it is refused."""
        asked = urlencode({k: v for k, v in query.items() if v not in (None, "")})
        return self._request("GET", f"/control/{path}?{asked}", None)

    def post(self, path: str, **fields: object) -> Json:
        """Write to `/control/<path>`; fields that are None are left out. Raises ControlError when it is refused."""
        return self._request("POST", f"/control/{path}", json.dumps({k: v for k, v in fields.items() if v is not None}))

    def _request(self, method: str, path: str, body: str | None) -> Json:
        headers = {"Content-Type": "application/json"} if body is not None else {}
        connection = self._connection or HTTPConnection(self._address, timeout=REQUEST_SECONDS)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            answer: Json = json.loads(response.read())
        except (OSError, HTTPException):
            connection.close()
            kept, self._connection = self._connection is not None, None
            if kept:  # the server closes a connection that was idle for some seconds: once more on a new one
                return self._request(method, path, body)
            raise
        self._connection = connection
        if response.status >= 400:
            raise ControlError(answer["error"], answer.get("detail", ""), response.status)
        return answer

    def close(self) -> None:
        """Close the connection to the sandbox."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def person(self, user_id: str) -> Person:
        """Somebody to act as."""
        return Person(self, user_id)

    def wait_for(self, predicate: Callable[[], T], timeout: float = 10.0) -> T:
        """Wait until `predicate()` is true, looking again whenever something changed; gives what it returned.

        Raises TimeoutError after `timeout` seconds."""
        until = time.monotonic() + timeout
        seq = int(self.get("changes", since=0, timeout=0.001)["seq"])
        while True:
            if found := predicate():
                return found
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"Nothing came within {timeout} seconds.")
            seq = int(self.get("changes", since=seq, timeout=min(left, 1.0))["seq"])

    def idle(self, timeout: float = 10.0) -> Json:
        """Wait until nothing is on its way to the app; raises TimeoutError after `timeout` seconds."""
        counts = self.get("idle", wait=timeout)
        if not counts["idle"]:
            raise TimeoutError(f"Still on the way after {timeout} seconds: {counts}")
        return counts

    def connected(self, timeout: float = 10.0, count: int = 1) -> None:
        """Wait until the app has at least `count` connections."""
        self.wait_for(lambda: self.get("idle")["connections"] >= count, timeout)

    def calls(self, method: str = "", since: int = 0) -> list[Json]:
        """The Web API calls received, of one method when named."""
        return list(self.get("calls", method=method, since=since)["calls"])

    def messages(self, channel: str, thread_ts: str = "") -> list[Json]:
        """All messages of a channel or thread, whoever may see them."""
        return list(self.get("messages", channel=channel, thread_ts=thread_ts)["messages"])

    def faults(self, **rules: Any) -> Json:
        """Replace the faults in force: seed=, calls=, events=."""
        return self.post("faults", **rules)

    def settings(self, **changes: Any) -> Json:
        """Change settings of the sandbox."""
        return self.post("settings", **changes)

    def advance(self, **amount: float) -> Json:
        """Move the sandbox's clock forward: seconds=, minutes=, hours=, days=."""
        sizes = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
        return self.post("clock", advance_seconds=sum(sizes[unit] * value for unit, value in amount.items()))

    def set_clock(self, now: str) -> Json:
        """Set the sandbox's clock to an ISO 8601 time with offset."""
        return self.post("clock", now=now)
