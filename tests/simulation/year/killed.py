"""What SIGKILL leaves of a bot in this process: nothing that it begins from then on reaches the database or Slack."""

from __future__ import annotations

from typing import Any, NoReturn

from bot import app


class GoneError(RuntimeError):
    """The process of this bot is gone."""


def kill(running: app.Running) -> None:
    """From now on every commit is rolled back and every call to Slack is not made."""
    running.store.before_commit(gone)
    running.office.client.api_call = gone  # type: ignore[method-assign]


def gone(*_args: Any, **_more: Any) -> NoReturn:
    """Nobody is there any more."""
    raise GoneError("this bot was killed")
