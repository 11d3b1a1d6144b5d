"""What the bot needs no more is dropped once a day, whether or not anything else is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import func, select

from bot.records import drafts, entries, notices, receipts
from bot.records.migrating import migrate
from bot.records.store import Store, open_store
from bot.records.tables import Draft, Notice, Receipt, Tombstone
from bot.work.desk import Pace
from bot.work.sweep import Sweep

TABLES = (Receipt, Tombstone, Draft, Notice)
NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
TEAM = "T1"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    url = f"sqlite:///{tmp_path / 'shipready.db'}"
    migrate(url)
    return open_store(url)


def keep_one_of_each(store: Store, at: datetime) -> None:
    """A receipt, a tombstone, a draft and a notice that was sent."""
    with store.write() as session:
        receipts.take(session, TEAM, f"event:{at}", at)
        entries.bury(session, TEAM, "C1", f"{at.timestamp()}", at)
        drafts.open(session, TEAM, "U1", "form:review", at)
        said = notices.say(session, TEAM, "home", key=str(at), lane="home:U1", target="home", channel="U1", now=at)
        said.state, said.done_at = "sent", at


def kept(store: Store) -> list[int]:
    """How many there are of each."""
    with store.read() as session:
        return [session.exec(select(func.count()).select_from(table)).one() for table in TABLES]


def test_old_things_go_with_the_first_round(store: Store) -> None:
    keep_one_of_each(store, NOW - timedelta(days=31))
    keep_one_of_each(store, NOW - timedelta(days=1))
    Sweep(store, Pace()).once(NOW)
    assert kept(store) == [1, 1, 1, 1]


def test_and_then_once_a_day(store: Store) -> None:
    sweep = Sweep(store, Pace())
    sweep.once(NOW)
    keep_one_of_each(store, NOW - timedelta(days=31))
    sweep.once(NOW + timedelta(hours=23))
    assert kept(store) == [1, 1, 1, 1]
    sweep.once(NOW + timedelta(hours=24))
    assert kept(store) == [0, 0, 0, 0]


def test_what_is_not_finished_is_never_forgotten(store: Store) -> None:
    with store.write() as session:
        notices.say(session, TEAM, "home", lane="home:U1", target="home", channel="U1", now=NOW - timedelta(days=90))
    Sweep(store, Pace()).once(NOW)
    assert kept(store)[3] == 1
