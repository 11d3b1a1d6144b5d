"""A courier over a real store and a small Slack, driven step by step with a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.courier.courier import Courier
from bot.courier.limits import Limits
from bot.records import notices, pilots, posts
from bot.records.migrating import migrate
from bot.records.outcomes import Outcome, usual
from bot.records.store import Store, open_store
from bot.records.tables import Notice, Pilot, Post
from tests.courier.slack import Slack

TEAM = "T1"
START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
UNLIMITED = Limits(per_minute={}, gap=timedelta())


@dataclass
class Page:
    """What a page gives; the tests' stand-in for the pages."""

    text: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    broadcast: bool = False
    file: tuple[str, bytes, str] | None = None
    view: dict[str, Any] | None = None
    reaction: str | None = None
    remove: bool = False


@dataclass
class Desk:
    """Everything a test needs: say something, let time pass, deliver."""

    store: Store
    slack: Slack
    now: datetime = START
    pages: dict[str, Page | None] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    pilot: Pilot = field(init=False)
    courier: Courier = field(init=False)

    def __post_init__(self) -> None:
        self.pilot = self.add_pilot("Invoice reader")
        self.use(UNLIMITED)

    def use(self, limits: Limits) -> None:
        """A new courier, as after a restart."""
        client = WebClient("xoxb-test", base_url=self.slack.url, retry_handlers=[], timeout=5)
        clock = self.clock
        self.courier = Courier(self.store, client, clock, self.render, self.decide, limits, Random(1), clock)

    def clock(self) -> datetime:
        return self.now

    def add_pilot(self, name: str, channel: str = "C1") -> Pilot:
        pilot = Pilot(
            team=TEAM, channel=channel, root_ts="1.0", name=name, name_key=name, lead="ULEAD", zone="UTC",
            started_at=START,
        )  # fmt: skip
        with self.store.write() as session:
            return pilots.add(session, pilot)

    def render(self, notice: Notice) -> Page | None:
        return self.pages.get(notice.kind, Page(text=f"{notice.kind} {notice.key}".strip()))

    def decide(self, notice: Notice, code: str) -> Outcome:
        self.asked.append(code)
        return self.outcomes.get(code) or usual(notice, code)

    def say(self, kind: str, key: str = "", *, pilot: Pilot | None = None, **columns: Any) -> Notice:
        about = pilot or self.pilot
        wanted = {"lane": f"pilot:{about.id}", "channel": about.channel, "now": self.now, **columns}
        with self.store.write() as session:
            return notices.say(session, TEAM, kind, pilot=about.id, key=key, **wanted)

    def deliver(self, rounds: int = 10) -> int:
        """Delivers until nothing is to be done at this moment; how many were taken."""
        taken = 0
        for _ in range(rounds):
            taken += (step := self.courier.deliver_due(self.now))
            if not step:
                break
        return taken

    def later(self, seconds: float) -> Desk:
        self.now += timedelta(seconds=seconds)
        return self

    def state(self, notice: Notice) -> str:
        with self.store.read() as session:
            kept = notices.get(session, TEAM, notice.id or 0)
        assert kept is not None
        return kept.state

    def post(self, kind: str, key: str = "") -> Post | None:
        with self.store.read() as session:
            return posts.get(session, TEAM, self.pilot.id, kind, key)

    def change_pilot(self, **columns: Any) -> None:
        with self.store.write() as session:
            pilot = pilots.get(session, TEAM, self.pilot.id or 0)
            assert pilot is not None
            for name, value in columns.items():
                setattr(pilot, name, value)
            session.add(pilot)

    def kept_pilot(self) -> Pilot:
        with self.store.read() as session:
            pilot = pilots.get(session, TEAM, self.pilot.id or 0)
        assert pilot is not None
        return pilot


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("courier") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def desk(migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    shutil.copyfile(migrated, tmp_path / "shipready.db")
    store = open_store(f"sqlite:///{tmp_path / 'shipready.db'}")
    slack = Slack(lambda: made.now.timestamp())
    made = Desk(store, slack)
    yield made
    slack.stop()
    store.close()
