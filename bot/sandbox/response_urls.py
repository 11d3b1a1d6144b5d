"""Response URLs: five uses within half an hour (docs.slack.dev/interactivity/handling-user-interaction)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from bot.sandbox.refusal import RefusalError

USES = 5
SECONDS = 30 * 60


@dataclass
class ResponseHook:
    """Where a response URL leads: to whom, in which channel, and which message (`ts`) it was pressed on."""

    person: str
    channel: str
    made: float
    ts: str = ""
    thread_ts: str = ""
    is_ephemeral: bool = False
    uses: int = 0


class ResponseUrls:
    """The response URLs handed out, by real time."""

    def __init__(self) -> None:
        self._hooks: dict[str, ResponseHook] = {}

    def new(self, person: str, channel: str, *, ts: str = "", thread_ts: str = "", is_ephemeral: bool = False) -> str:
        """The last part of a fresh response URL."""
        key = secrets.token_hex(12)
        self._hooks[key] = ResponseHook(person, channel, time.monotonic(), ts, thread_ts, is_ephemeral)
        return key

    def use(self, key: str) -> ResponseHook:
        """Use the URL once; raises RefusalError when it is unknown, too old or used up."""
        hook = self._hooks.get(key)
        if hook is None:
            raise RefusalError("invalid_url", status=404)
        if hook.uses >= USES:
            raise RefusalError("used_url", status=404)
        if time.monotonic() - hook.made > SECONDS:
            raise RefusalError("expired_url", status=404)
        hook.uses += 1
        return hook
