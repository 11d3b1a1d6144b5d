"""Two bots on one SQLite file by mistake: both sweep, both deliver, and nobody is asked twice."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.readiness.facts import FactKind, MemberState
from bot.records import channels, members
from bot.records.migrating import migrate
from bot.records.store import open_store
from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox
from bot.work.changes import after_change
from bot.work.desk import Desk, Pace
from bot.work.pilots import start
from tests.conversations.stage import MANIFEST
from tests.simulation.process import Bot, Nursery

PEOPLE = [f"U0TWICE{number:02}" for number in range(24)]
CHANNEL, TEAM, LEAD = "C0TWICE01", "T0SANDBOX", "U0TWICELD"
MONDAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
BACK = MONDAY - timedelta(days=6)
SECONDS = 60.0
UNDELIVERED = "select 1 from notice where state in ('due', 'claimed', 'unknown')"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    everybody = [LEAD, *PEOPLE]
    people = [{"id": user, "name": user.lower(), "real_name": user, "tz": "UTC"} for user in everybody]
    channel = {"id": CHANNEL, "name": "twice", "members": [*everybody, "bot"]}
    team = {"id": TEAM, "name": "Twice", "domain": "twice"}
    with Sandbox(MANIFEST, workspace={"team": team, "people": people, "channels": [channel]}) as found:
        yield found


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    found = Nursery()
    yield found
    found.close()


def fill(url: str) -> None:
    """Everybody has owned a pilot since Tuesday a week ago."""
    migrate(url)
    store = open_store(url)
    with store.write() as session:
        desk = Desk(session, TEAM, BACK, Pace())
        channels.put(session, TEAM, CHANNEL, BACK, name="twice", joined=True)
        for user in [LEAD, *PEOPLE]:
            members.put(session, TEAM, user, MemberState.ACTIVE, BACK, name=user, zone="UTC")
        channels.set_people(session, TEAM, CHANNEL, [LEAD, *PEOPLE])
        for user in PEOPLE:
            pilot, _ = start(desk, CHANNEL, LEAD, f"Pilot of {user}")
            assert pilot is not None
            desk.note(pilot, FactKind.SAVED, LEAD, group="ownership", values={"owner": user, "backup": LEAD})
            desk.note(pilot, FactKind.ACCEPTED, user, values={"role": "owner"})
            after_change(desk, pilot)
    store.close()


def until(look: Callable[[], bool]) -> None:
    """Wait until it is so."""
    end = time.monotonic() + SECONDS
    while not look():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.02)


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    """Rows of the database."""
    with closing(sqlite3.connect(database, timeout=10)) as connection:
        return connection.execute(sql).fetchall()


def posted(driver: Driver) -> Counter[tuple[str, str]]:
    """The bot's messages: where, and what each says."""
    calls = driver.calls("chat.postMessage")
    return Counter((call["args"]["channel"], call["args"]["text"]) for call in calls if call.get("ok", True))


def test_nobody_is_asked_twice(tmp_path: Path, sandbox: Sandbox, nursery: Nursery) -> None:
    database = tmp_path / "shipready.db"
    fill(f"sqlite:///{database}")
    driver = Driver(sandbox.url)
    driver.settings(strict_limits=False)
    driver.set_clock(MONDAY.isoformat())
    bots = [Bot(nursery, sandbox, tmp_path) for _ in range(2)]
    try:
        for number, bot in enumerate(bots, start=1):
            bot.start()
            driver.connected(timeout=SECONDS, count=number)
            until(lambda: not rows(database, UNDELIVERED) and bool(rows(database, "select 1 from post")))
        driver.set_clock((MONDAY + timedelta(days=1, hours=2)).isoformat())
        until(lambda: rows(database, f"select count(*) from post where user not in ('', '{LEAD}')") == [(len(PEOPLE),)])
        until(lambda: not rows(database, UNDELIVERED))
        twice = {where: count for where, count in posted(driver).items() if count > 1}
        assert not twice
        asked = {where for where, words in posted(driver) if "still yours?" in words}
        assert asked == set(PEOPLE)
        assert rows(database, "select count(*) from checkin where state = 'open'") == [(len(PEOPLE),)]
    finally:
        for bot in bots:
            bot.kill()
        driver.close()
