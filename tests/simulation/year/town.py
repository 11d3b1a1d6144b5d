"""The town of a year: the sandbox, the bot in this process, and one clock for both that moves only when it is told."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot import app
from bot.environment import Loaded, load_settings
from bot.records import news
from bot.records.migrating import migrate
from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox
from tests.conversations.stage import FAST
from tests.sandbox.listening import leave
from tests.simulation.ledger import Json
from tests.simulation.year.busy import Busy
from tests.simulation.year.killed import kill

AT_ONCE = {"SHIPREADY_VERDICT_QUIET_SECONDS": "0", "SHIPREADY_ANSWER_SETTLE_SECONDS": "0"}
STEPS = """
    select settle_at as at from question union all select look_at from verdict
    union all select at from appointment
    union all select next_at from checkin where state in ('planned', 'open')
    union all select due_at from ask where state = 'planned' union all select remind_at from letter
"""
COMING = f"{STEPS} union all select due_at from notice where state in ('due', 'unknown')"
"""Everything that the bot still has to do by itself."""
DUE = f"""
    select exists(select 1 from ({STEPS}) where at <= ?), exists(
        select 1 from notice as one
        where state = 'claimed' or (state in ('due', 'unknown') and due_at <= ? and not exists(
            select 1 from notice where lane = one.lane and id < one.id and state = 'unknown' and due_at > ?)))
"""
"""Whether something is to be done now; a notice waits for one of its lane that may be in Slack already."""
PATIENCE = 20.0
GLANCE = 0.002


class SandboxTime:
    """The sandbox's clock, read where it is."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._clock = sandbox.world.clock

    def now(self) -> datetime:
        """The moment, aware UTC."""
        return self._clock.now()


class Town:
    """One bot in one workspace. ``now`` stands still until ``go_to``."""

    def __init__(self, sandbox: Sandbox, directory: Path, begin: datetime) -> None:
        self.sandbox = sandbox
        self.database = directory / "shipready.db"
        self.clock = SandboxTime(sandbox)
        self.driver = Driver(sandbox.url)
        self.driver.settings(strict_limits=False, retry_scale=0.001, calls_kept=1000)
        self.driver.post("clock", now=begin.isoformat(), frozen=True)
        self.running: app.Running | None = None
        self._busy = Busy()
        self._looked = begin
        migrate(self._url)

    @property
    def _url(self) -> str:
        return f"sqlite:///{self.database}"

    def start(self) -> None:
        """Start the bot, and let it do what waits."""
        own = {"SLACK_API_URL": self.sandbox.api_url, "DATABASE_URL": self._url}
        tokens = {"SLACK_BOT_TOKEN": self.sandbox.bot_token, "SLACK_APP_TOKEN": self.sandbox.app_token}
        loaded = load_settings({**FAST, **AT_ONCE, **own, **tokens}, None)
        assert isinstance(loaded, Loaded), loaded
        self.running = app.start(loaded.settings, self.clock)
        self._busy.watch(self.running.office.background)
        self.driver.connected()
        self.running.background.join(PATIENCE)
        self.rest()

    def stop(self) -> None:
        """Stop the bot as an operator does."""
        running = self._leave()
        running.stop()

    def crash(self) -> None:
        """Let the bot be gone as after SIGKILL: from now on it commits nothing and calls nobody."""
        assert self.running is not None
        kill(self.running)
        running = self._leave()
        with suppress(RuntimeError):
            running.stop()
        running.store.close()

    def _leave(self) -> app.Running:
        running, self.running = self.running, None
        assert running is not None
        leave(running.socket.client, self.sandbox.url)
        running.socket.client.message_queue.put(None)
        return running

    def go_to(self, moment: datetime) -> None:
        """It is ``moment`` now; what is due by then is done when this returns, if the bot runs."""
        self.driver.post("clock", now=moment.isoformat())
        if self.running is not None:
            self.rest()

    def wake(self) -> None:
        """Let the bot look at the clock."""
        assert self.running is not None
        with self.running.store.write() as session:
            news.bring(session, news.DUE)
            news.bring(session, news.NOTICES)

    def rest(self) -> None:
        """Wait until the bot has nothing more to do at this moment."""
        self.wake()
        self._until(self._is_quiet, "come to rest")
        if self.clock.now() - self._looked > timedelta(hours=1):
            self._looked = self.clock.now()
            self.wake()  # what is done once a day begins after the rows
            self._until(self._is_quiet, "come to rest")

    def _until(self, look: Callable[[], bool], what: str) -> None:
        end, wake = time.monotonic() + PATIENCE, time.monotonic() + 0.2
        while not look():
            if time.monotonic() > end:
                raise AssertionError(f"At {self.clock.now()} the bot did not {what}: {self._waiting()}")
            if time.monotonic() > wake:
                self.wake()
                wake = time.monotonic() + 0.2
            time.sleep(GLANCE)

    def _is_quiet(self) -> bool:
        if self._due() or self._busy.is_busy():
            return False
        return bool(self.driver.get("idle")["idle"]) and not self._due()

    def _due(self) -> bool:
        ((due, to_send),) = self.rows(DUE, *[_text(self.clock.now())] * 3)
        return bool(due or to_send)

    def _waiting(self) -> list[tuple[Any, ...]]:
        return self.rows(
            "select kind, key, state, due_at, error from notice where state in ('due', 'claimed', 'unknown')"
        )

    def next_due(self) -> datetime | None:
        """When the bot has something to do next (aware UTC); it has nothing to do now."""
        ((found,),) = self.rows(f"select min(at) from ({COMING}) where at > ?", _text(self.clock.now()))
        return moment_of(found) if found else None

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the bot's database."""
        with closing(sqlite3.connect(self.database, timeout=10)) as connection:
            return connection.execute(sql, values).fetchall()

    def modal(self, user: str) -> Json | None:
        """The form that is open for somebody."""
        return self.driver.person(user).modal()

    def close(self) -> None:
        """The end."""
        if self.running is not None:
            self.stop()
        self.driver.close()


def _text(moment: datetime) -> str:
    """A moment as the database keeps it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def moment_of(text: str) -> datetime:
    """A moment from the database (aware UTC)."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
