"""A log of every Web API call, for tests and for the contract check."""

from __future__ import annotations

from collections import deque

from bot.sandbox.clock import SandboxClock
from bot.sandbox.refusal import Json


class CallLog:
    """The latest calls, numbered from 1, each with its arguments and its answer."""

    def __init__(self, clock: SandboxClock, kept: int = 20_000) -> None:
        self._clock = clock
        self._count = 0
        self._kept: deque[Json] = deque(maxlen=kept)

    def add(self, method: str, args: Json, response: object, *, status: int = 200, fault: str = "") -> None:
        """Note one call; `method` may be a pseudo-method such as `response_url` or `ack:view_submission`."""
        self._count += 1
        self._kept.append(
            {
                "n": self._count,
                "method": method,
                "args": args,
                "status": status,
                "response": response,
                "fault": fault,
                "at": self._clock.now().isoformat(),
            }
        )

    def since(self, number: int, method: str = "") -> list[Json]:
        """The kept calls after `number`, of one method when named."""
        return [c for c in self._kept if c["n"] > number and (not method or c["method"] == method)]

    def keep(self, kept: int) -> None:
        """Keep at most `kept` calls from now on."""
        self._kept = deque(self._kept, maxlen=kept)
