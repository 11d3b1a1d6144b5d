"""What Slack is asked in the background: at Slack's pace, again after trouble, and to the last page or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPException
from typing import Any, Protocol

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.records.outcomes import UNSURE
from bot.slack.background import Background

log = structlog.get_logger(__name__)
TROUBLE = (SlackApiError, SlackClientError, OSError, HTTPException)
PAGE = 200
TRIES = 6
FIRST_PAUSE = 0.5
TOO_MANY = 429
DEFAULT_RETRY_AFTER = 5.0
PASSING = UNSURE | {"", "request_timeout", "service_unavailable", "team_added_to_org"}
"""Slack's codes for trouble that passes; with any other one it says no, today and tomorrow."""


class UnreadError(Exception):
    """Slack was not read to the end, so nothing may be concluded. ``code``: why; ``final``: it would say so again."""

    def __init__(self, method: str, code: str, *, final: bool) -> None:
        super().__init__(f"{method}: {code}")
        self.code = code
        self.final = final


class Turns(Protocol):
    """Who else calls Slack is counted too: the limits are those of the workspace."""

    def wait(self, method: str) -> float:
        """Seconds until the method may be called; 0: now, and the call is counted."""

    def refused(self, method: str, seconds: float) -> None:
        """Slack said 429: not before so many seconds."""


class Lists:
    """Asks Slack patiently. Only for the background: it may take minutes."""

    def __init__(self, client: WebClient, background: Background, turns: Turns) -> None:
        self._client = client
        self._background = background
        self._turns = turns

    def all(self, method: str, key: str, **args: Any) -> list[Any]:
        """Every item of a paged list. Raises UnreadError, and StoppingError when the bot stops meanwhile."""
        return [item for page in self.pages(method, key, **args) for item in page]

    def pages(self, method: str, key: str, **args: Any) -> Iterator[list[Any]]:
        """The same page by page, for what is of use without the rest."""
        cursor = ""
        while True:
            answer = self.ask(method, limit=PAGE, cursor=cursor or None, **args)
            yield answer.get(key) or []
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def ask(self, method: str, **args: Any) -> Any:
        """One answer of Slack. Raises as ``all`` does."""
        tries = 0
        while True:
            self._await_turn(method)
            try:
                return getattr(self._client, method.replace(".", "_"))(**args)
            except TROUBLE as error:
                late = retry_after(error)
                tries += late is None
                self._background.rest(self._slow(method, late) if late is not None else pause(method, error, tries))

    def missed(self, error: UnreadError) -> None:
        """Note that something was not read: it is in the log, and unless Slack said no for good it is tried again."""
        log.warning("not_read", what=str(error), final=error.final)
        if not error.final:
            self._background.unread.set()

    def _await_turn(self, method: str) -> None:
        while (seconds := self._turns.wait(method)) > 0:
            self._background.rest(seconds)

    def _slow(self, method: str, seconds: float) -> float:
        log.info("asked_too_fast", method=method, seconds=seconds)
        self._turns.refused(method, seconds)
        return seconds


def pause(method: str, error: Exception, tries: int) -> float:
    """Seconds until the next try after ``tries`` that failed. Raises UnreadError when there is to be none."""
    code = code_of(error)
    final = isinstance(error, SlackApiError) and code not in PASSING and status_of(error) < 500
    if final or tries >= TRIES:
        raise UnreadError(method, code or type(error).__name__, final=final) from error
    seconds: float = FIRST_PAUSE * 2 ** (tries - 1)
    return seconds


def retry_after(error: Exception) -> float | None:
    """The seconds that Slack asks to wait for (429); None for any other trouble."""
    if code_of(error) not in ("ratelimited", "rate_limited") and status_of(error) != TOO_MANY:
        return None
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    given = {name.lower(): value for name, value in dict(headers).items()}.get("retry-after", "")
    return max(1.0, float(given)) if str(given).isdigit() else DEFAULT_RETRY_AFTER


def status_of(error: Exception) -> int:
    """The HTTP status of an answer; 200 where there was none."""
    return int(getattr(getattr(error, "response", None), "status_code", 200))


def code_of(error: Exception) -> str:
    """Slack's error code ("" where its answer had none), or the kind of trouble on the way to it."""
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    data = getattr(error.response, "data", error.response)
    return str(data.get("error", "")) if isinstance(data, dict) else ""
