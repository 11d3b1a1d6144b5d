"""What the bot does by itself, on threads of its own: nobody waits for it, and it ends when the bot stops."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import structlog

from bot.traces import trace_of

log = structlog.get_logger(__name__)


class StoppingError(Exception):
    """The bot stops: what was begun is left as it is, and done again after the next start."""


class Background:
    """Threads for work that may have to wait for Slack. ``unread`` is set when some of it could not be done."""

    def __init__(self, workers: int = 2) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="background")
        self._stopping = threading.Event()
        self.unread = threading.Event()

    def later(self, work: Callable[..., object], *args: Any) -> None:
        """Do something after what was handed in before; nothing while the bot stops."""
        with suppress(RuntimeError):  # the pool is closed: the bot stops
            self._pool.submit(self.do, work, *args)

    def do(self, work: Callable[..., object], *args: Any) -> None:
        """Do something now; whatever goes wrong is in the log, and is tried again with the next round."""
        try:
            work(*args)
        except StoppingError:
            log.info("left_for_the_next_start")
        except Exception as error:
            log.error("background_failed", error=type(error).__name__, trace=trace_of(error))
            self.unread.set()

    def rest(self, seconds: float) -> None:
        """Wait so long. Raises StoppingError when the bot stops meanwhile."""
        if self._stopping.wait(seconds):
            raise StoppingError

    def stop(self) -> None:
        """End everything at its next pause; one call to Slack may still come to its end."""
        self._stopping.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
