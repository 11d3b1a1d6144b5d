"""Whether the bot does something in the background, which no row tells."""

from __future__ import annotations

import threading
from typing import Any

from bot.slack.background import Background


class Busy:
    """Counts what was handed to the background of a bot and is not done."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0

    def watch(self, background: Background) -> None:
        """Count from now on, for this bot."""
        self._count, later, do = 0, background.later, background.do

        def counted_later(work: Any, *args: Any) -> None:
            self._add(1)
            later(work, *args)

        def counted_do(work: Any, *args: Any) -> None:
            try:
                do(work, *args)
            finally:
                self._add(-1)

        background.later, background.do = counted_later, counted_do  # type: ignore[method-assign]

    def _add(self, number: int) -> None:
        with self._lock:
            self._count += number

    def is_busy(self) -> bool:
        """Whether something is not done yet."""
        return self._count > 0
