"""The time, as something that is handed over: the model and the work never read it themselves."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog

_FRESH_SECONDS = 0.2  # how long an answer of the clock's address is used, in real time
_TIMEOUT_SECONDS = 1.0


class Clock(Protocol):
    """Tells the time: ``now()`` is aware UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The moment, aware UTC."""
        return datetime.now(UTC)


class UrlClock:
    """A clock at an address, so that the sandbox and the tests can move the time of several processes.

    ``GET url`` answers ``{"now": "<ISO 8601 with an offset>"}``. The answer is asked for again after 0.2 s of real time
    and runs on in between. While the address does not answer, the last answer runs on (before the first: the machine's
    own time).
    """

    def __init__(self, url: str) -> None:
        self._url = url
        # No proxy: the address is on this machine or beside it.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._lock = threading.Lock()
        self._answer = datetime.now(UTC)
        self._answered = time.monotonic()
        self._asked = float("-inf")

    def now(self) -> datetime:
        """The moment at the clock's address, aware UTC. Never raises; an address that fails is logged."""
        with self._lock:
            if time.monotonic() - self._asked > _FRESH_SECONDS:
                self._ask()
            return self._answer + timedelta(seconds=time.monotonic() - self._answered)

    def _ask(self) -> None:
        self._asked = time.monotonic()
        try:
            self._answer, self._answered = self._fetch(), time.monotonic()
        except (OSError, ValueError) as error:
            structlog.get_logger("shipready.clock").warning("clock_failed", url=self._url, error=str(error))

    def _fetch(self) -> datetime:
        with self._opener.open(self._url, timeout=_TIMEOUT_SECONDS) as response:
            return read_answer(response.read())


def read_answer(body: bytes) -> datetime:
    """The moment (aware UTC) in a clock's answer ``{"now": ISO}``. Raises ValueError for anything else."""
    answer = json.loads(body)
    if not isinstance(answer, dict) or not isinstance(answer.get("now"), str):
        raise ValueError("the clock did not answer with {'now': text}")
    now = datetime.fromisoformat(answer["now"])
    if now.tzinfo is None:
        raise ValueError("the clock answered with a time without an offset")
    return now.astimezone(UTC)
