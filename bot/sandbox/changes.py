"""A numbered log of what changed, for those who wait instead of sleeping."""

from __future__ import annotations

import asyncio
from collections import deque

from bot.sandbox.refusal import Json

KEPT = 5000


class ChangeLog:
    """Changes numbered from 1; only the latest are kept, since a reader may always read the state anew."""

    def __init__(self) -> None:
        self.seq = 0
        self.closed = False
        self._kept: deque[Json] = deque(maxlen=KEPT)
        self._waiting: set[asyncio.Future[None]] = set()

    def add(self, kind: str, **facts: str) -> int:
        """Note a change and wake everybody who waits; gives its number."""
        self.seq += 1
        self._kept.append({"seq": self.seq, "kind": kind, **facts})
        self.wake()
        return self.seq

    def wake(self) -> None:
        """Let everybody who waits look again."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def since(self, seq: int) -> list[Json]:
        """The kept changes after number `seq`."""
        if seq >= self.seq:
            return []
        return [change for change in self._kept if change["seq"] > seq]

    async def wait(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds for the next change; False when none came."""
        if self.closed:
            return False
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await asyncio.wait_for(future, timeout)
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(future)
        return True

    def close(self) -> None:
        """Send everybody who waits home, since the sandbox stops."""
        self.closed = True
        self.wake()
