"""Coming to rest: faults off, the bot up and connected, everything delivered, nothing due any more."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.driver import Driver
from tests.simulation.process import Bot

STILL = 0.4
"""Seconds in which nothing may happen."""
PATIENCE = 30.0
LONGEST_LEAP = 20.0
RECONNECTS_WITHIN = 1.5
RETRIED_WITHIN = 5.0
WAITING = """
    select count(*), min(at) from (
        select due_at as at from notice where state in ('due', 'unknown', 'claimed')
        union all select settle_at from question where settle_at is not null
        union all select look_at from verdict where look_at < datetime('now', '+1 hour'))
"""
"""What waits to be done soon; a verdict is also looked at on the day of the next lapse."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What shows whether anything happens: the bot's commits, and what waits (until when)."""

    commits: int
    waiting: int
    due: datetime | None


def come_to_rest(driver: Driver, bot: Bot, *, killed: bool) -> bool:
    """Let it all end, ``killed``: after one more kill; False when it does not come to rest.

    Time that the bot only waits is leapt over. A bot that lost its connection and does not get a new one soon is killed
    too, as whoever runs it would do; so is one that missed events for good, since it reads what it missed at its start.
    """
    driver.faults()
    missed = driver.get("idle", wait=RETRIED_WITHIN)["given_up"]
    if killed or missed or not _connected(driver, bot):
        bot.kill()
        bot.start()
        driver.connected()
    with closing(sqlite3.connect(f"file:{bot.database}?mode=ro", uri=True, timeout=5)) as database:
        return _still(driver, bot, database)


def _connected(driver: Driver, bot: Bot) -> bool:
    until = time.monotonic() + RECONNECTS_WITHIN
    while not (found := driver.get("idle")["connections"]) and bot.runs() and time.monotonic() < until:
        time.sleep(0.05)
    return bool(found)


def _still(driver: Driver, bot: Bot, database: sqlite3.Connection) -> bool:
    until = time.monotonic() + PATIENCE
    before, since = None, time.monotonic()
    while time.monotonic() < until:
        signs = _signs(database)
        if signs != before or bot.works() or not driver.get("idle")["idle"]:
            before, since = signs, time.monotonic()
        elif time.monotonic() - since > STILL:
            if not signs.waiting:
                return True
            _leap(driver, signs)
            since = time.monotonic()
        time.sleep(0.03)
    return False


def _signs(database: sqlite3.Connection) -> Signs:
    commits = database.execute("PRAGMA data_version").fetchone()[0]
    waiting, due = database.execute(WAITING).fetchone()
    return Signs(commits, waiting, datetime.fromisoformat(due).replace(tzinfo=UTC) if due else None)


def _leap(driver: Driver, signs: Signs) -> None:
    now = datetime.fromisoformat(driver.get("state")["now"])
    ahead = (signs.due - now).total_seconds() if signs.due else 0.0
    if ahead > 0:
        driver.advance(seconds=min(ahead + 0.01, LONGEST_LEAP))


def kept(database: Path) -> dict[str, list[dict[str, object]]]:
    """All rows of the bot's database by table, as SQLite has them."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        names = [row["name"] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: [dict(row) for row in connection.execute(f'select * from "{name}"')] for name in names}
