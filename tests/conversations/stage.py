"""A workspace with the real bot in it: real Bolt over HTTP and WebSocket against the sandbox, a real database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot import app
from bot.clock import UrlClock
from bot.environment import Loaded, load_settings
from bot.records.migrating import migrate
from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import leave

ROOT = Path(__file__).resolve().parents[2]
CALLS = ROOT / "artifacts" / "calls"
MANIFEST = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
FAST = {
    "SHIPREADY_ANSWER_SETTLE_SECONDS": "0.2",
    "SHIPREADY_VERDICT_QUIET_SECONDS": "0.2",
    "SHIPREADY_LOG_LEVEL": "WARNING",
    "SHIPREADY_COURIER__CHANNEL_SECONDS": "0",
    "SHIPREADY_COURIER__POST_MESSAGE_PER_MINUTE": "0",
    "SHIPREADY_COURIER__TIER_2_PER_MINUTE": "0",
    "SHIPREADY_COURIER__TIER_3_PER_MINUTE": "0",
    "SHIPREADY_COURIER__TIER_4_PER_MINUTE": "0",
    "SHIPREADY_COURIER__UNKNOWN_AFTER_SECONDS": "0.3",
}
"""Nobody waits in a test: short pauses, and no pacing where the sandbox does not enforce it."""

Json = dict[str, Any]


class Stage:
    """The sandbox, the bot and the people of a transcript; channels are named without the #."""

    def __init__(self, sandbox: Sandbox, database: Path, env: dict[str, str]) -> None:
        self.sandbox = sandbox
        self.driver = Driver(sandbox.url)
        self.driver.settings(strict_limits=False, retry_scale=0.01)
        self.database = f"sqlite:///{database}"
        self._env = env
        self.bot: app.Running | None = None

    def env(self) -> dict[str, str]:
        """The variables that the bot runs with."""
        own = {
            "SLACK_API_URL": self.sandbox.api_url,
            "SLACK_BOT_TOKEN": self.sandbox.bot_token,
            "SLACK_APP_TOKEN": self.sandbox.app_token,
            "DATABASE_URL": self.database,
            "SHIPREADY_CLOCK_URL": self.sandbox.clock_url,
        }
        return {**FAST, **own, **self._env}

    def start_bot(self) -> None:
        """Start the bot on the stage's database."""
        loaded = load_settings(self.env(), None)
        assert isinstance(loaded, Loaded), loaded
        migrate(self.database)
        self.bot = app.start(loaded.settings, UrlClock(self.sandbox.clock_url))
        self.driver.connected()
        self.bot.background.join(10)

    def stop_bot(self) -> None:
        """Stop it, with what it has begun brought to an end."""
        if self.bot is not None:
            leave(self.bot.socket.client, self.sandbox.url)
            self.bot.socket.client.message_queue.put(None)  # its reader waits a second for each message: this wakes it
            self.bot.stop()
            self.bot = None

    def keep_calls(self) -> None:
        """Leave what the bot sent to Slack for the contract tests (tests/contract)."""
        CALLS.mkdir(parents=True, exist_ok=True)
        calls = [{"method": call["method"], "args": call["args"]} for call in self.driver.calls()]
        lines = "".join(json.dumps(call) + "\n" for call in calls)
        (CALLS / f"{uuid4().hex}.jsonl").write_text(lines, encoding="utf-8")

    def set_clock(self, now: datetime) -> None:
        """Move the clock of the workspace; returns when the bot has noticed."""
        self.driver.set_clock(now.isoformat())
        if self.bot is not None:
            clock = self.bot.office.clock
            self.driver.wait_for(lambda: abs((clock.now() - now).total_seconds()) < 60)

    def person(self, user: str) -> Person:
        """Somebody to act as."""
        return self.driver.person(user)

    def card(self, name: str, channel: str = "pilots") -> Json:
        """The card of a pilot, once it is there."""
        return self.driver.wait_for(lambda: self._latest_card(self.driver.messages(channel), name))

    @staticmethod
    def _latest_card(messages: list[Json], name: str) -> Json | None:
        cards = [one for one in messages if one["text"].startswith(f"*{name}*") and not one.get("is_ephemeral")]
        return cards[-1] if cards else None

    def thread(self, card: Json) -> list[Json]:
        """The thread below a card, the card first."""
        return self.driver.messages(card["channel"], card["ts"])

    def in_thread(self, card: Json, text: str) -> Json:
        """The latest message of the thread that contains ``text``, once it is there."""
        return self.driver.wait_for(lambda: self._latest(self.thread(card), text))

    def direct(self, person: Person, text: str) -> Json:
        """The latest direct message of the bot to a person that contains ``text``, once it is there."""
        return self.driver.wait_for(lambda: self._latest(person.dm_messages(), text))

    @staticmethod
    def _latest(messages: list[Json], text: str) -> Json | None:
        return next((message for message in reversed(messages) if text in message.get("text", "")), None)


@contextmanager
def stage(
    directory: Path, workspace: Json | None = None, *, now: datetime | None = None, **env: str
) -> Iterator[Stage]:
    """A stage with the bot started, at the moment ``now``; everything ends with the block."""
    with Sandbox(MANIFEST, workspace=workspace) as sandbox:
        found = Stage(sandbox, directory / "shipready.db", env)
        if now is not None:
            found.driver.set_clock(now.isoformat())
        found.start_bot()
        try:
            yield found
        finally:
            found.stop_bot()
            found.keep_calls()
            found.driver.close()
