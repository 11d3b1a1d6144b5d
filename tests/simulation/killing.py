"""Carries the strokes of a seed out, in a thread of its own, while people do what they do."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bot.sandbox.driver import Driver
from tests.simulation.faults import Stroke
from tests.simulation.ledger import Ledger
from tests.simulation.process import Bot

LONGEST_WATCH = 0.5
GLANCE = 0.00005
ACKNOWLEDGED = ("ack",)
WATCHED = {"change": ("message", "message_changed", "reaction"), "ack": ACKNOWLEDGED}
"""What a stroke waits for, as kinds of changes."""


class Killing(threading.Thread):
    """Strikes one stroke after the other; ``finish`` leaves out those that are still to come."""

    def __init__(self, url: str, bot: Bot, strokes: tuple[Stroke, ...], ledger: Ledger) -> None:
        super().__init__(name="killing", daemon=True)
        self._driver = Driver(url)
        self._bot = bot
        self._strokes = strokes
        self._ledger = ledger
        self._over = threading.Event()

    def run(self) -> None:
        """Strike them all; the bot runs afterwards."""
        for stroke in self._strokes:
            if self._over.wait(stroke.wait):
                break
            self._strike(stroke)
        self._bot.start()
        self._driver.close()

    def finish(self) -> None:
        """Wait for the stroke that is being struck; no more follow."""
        self._over.set()
        self.join()

    def _strike(self, stroke: Stroke) -> None:
        if stroke.moment in ("close", "drop"):
            self._driver.post("disconnect", reason=stroke.moment)
            return
        seen = self._wait_for(stroke)
        self._bot.kill()
        self._look_at_acknowledged()
        self._ledger.note(f"killed at {stroke.moment}{'' if seen else ' (nothing came)'}")
        self._over.wait(stroke.away)
        self._bot.start()

    def _wait_for(self, stroke: Stroke) -> bool:
        if stroke.moment == "commit":
            return watch_commits(self._bot.database, stroke.nth, LONGEST_WATCH, self._over.is_set)
        return stroke.moment == "any" or self._watch_changes(stroke.nth, WATCHED[stroke.moment])

    def _look_at_acknowledged(self) -> None:
        """Where everything was acknowledged when the bot died, every reply must be on record: nobody sends it again."""
        said = [one for one in self._ledger.said if not one.deleted]
        left = self._driver.get("idle")
        if left["idle"] and not left["given_up"]:
            stored = places(self._bot.database)
            missing = [one for one in said if (one.channel, one.ts) not in stored and not one.deleted]
            self._ledger.unstored += missing

    def _watch_changes(self, nth: int, kinds: tuple[str, ...]) -> bool:
        until = time.monotonic() + LONGEST_WATCH
        seq = int(self._driver.get("changes", since=0, timeout=0.001)["seq"])
        while (left := until - time.monotonic()) > 0 and not self._over.is_set():
            found = self._driver.get("changes", since=seq, timeout=left)
            seq = int(found["seq"])
            nth -= sum(change["kind"] in kinds for change in found["changes"])
            if nth <= 0 and (kinds != ACKNOWLEDGED or self._driver.get("idle")["idle"]):
                return True
        return False


def places(database: Path) -> set[tuple[str, str]]:
    """Channel and ts of every reply on record."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=1)) as connection:
        return set(connection.execute("select channel, ts from entry"))


def watch_commits(database: Path, nth: int, seconds: float, over: Callable[[], bool]) -> bool:
    """Wait until somebody else has committed ``nth`` times; False when that did not happen within ``seconds``."""
    until = time.monotonic() + seconds
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=1)) as connection:
        asked = connection.cursor()
        before = asked.execute("PRAGMA data_version").fetchone()
        while nth and time.monotonic() < until and not over():
            now = asked.execute("PRAGMA data_version").fetchone()
            if now != before:
                before, nth = now, nth - 1
            else:
                time.sleep(GLANCE)
    return not nth
