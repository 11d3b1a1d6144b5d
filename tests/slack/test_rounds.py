"""When the bot looks around: once a day, sooner after trouble, and after it was away for long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from bot.slack import rounds
from bot.slack.background import Background
from bot.slack.rounds import EVERY, SILENCE, SOON, Rounds

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


class AtOnce(Background):
    """Does what is handed in at once."""

    def later(self, work: Any, *args: Any) -> None:
        work(*args)


class Watch:
    """Rounds with everything that they stand on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.seconds = NOW, 0.0
        self.done: list[str] = []
        self.trouble = False
        self.background = AtOnce()
        office: Any = SimpleNamespace(background=self.background, clock=SimpleNamespace(now=lambda: self.now))
        directory: Any = SimpleNamespace(refresh=self._refresh)
        monkeypatch.setattr(Rounds, "_beat", lambda *_: None)
        monkeypatch.setattr(rounds, "catch_up", lambda _: self.done.append("threads"))
        self.rounds = Rounds(office, directory, lambda: self.seconds)

    def _refresh(self) -> None:
        self.done.append("people")
        if self.trouble:
            self.background.unread.set()

    def after(self, pause: timedelta, connected: bool = True) -> list[str]:
        """What is done when so much time has passed."""
        self.done.clear()
        self.now += pause
        self.seconds += pause.total_seconds()
        self.rounds.look(self.now, connected)
        return list(self.done)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch(monkeypatch)
    watch.rounds.go()
    assert watch.done == ["people", "threads"], "at the start both"
    return watch


def test_people_once_a_day(watch: Watch) -> None:
    assert watch.after(EVERY - timedelta(seconds=1)) == []
    assert watch.after(timedelta(seconds=1)) == ["people"]
    assert watch.after(timedelta(seconds=1)) == []
    assert watch.after(EVERY) == ["people"]


def test_after_trouble_soon_again_until_it_is_read(watch: Watch) -> None:
    watch.background.unread.set()
    watch.trouble = True
    assert watch.after(timedelta(seconds=1)) == []
    assert watch.after(SOON) == ["people", "threads"]
    watch.trouble = False
    assert watch.after(timedelta(seconds=1)) == []
    assert watch.after(SOON) == ["people", "threads"]
    assert watch.after(SOON) == []


def test_a_short_silence_is_nothing(watch: Watch) -> None:
    watch.after(timedelta(), connected=False)
    assert watch.after(timedelta(seconds=SILENCE / 2)) == []
    assert watch.after(timedelta(seconds=SILENCE)) == []


def test_after_a_long_silence_the_threads_are_read(watch: Watch) -> None:
    watch.after(timedelta(), connected=False)
    assert watch.after(timedelta(seconds=SILENCE), connected=False) == []
    assert watch.after(timedelta(seconds=1)) == ["people", "threads"]
    assert watch.after(timedelta(seconds=1)) == []
