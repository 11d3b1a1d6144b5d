"""Three months of Tuesdays with two pilots, as the data in ``story`` tells them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conversations.somebody import CHANNEL, Somebody, first
from tests.conversations.story import becomes_ready
from tests.conversations.thread import TODAY, Thread, pilot
from tests.conversations.tuesdays.story import CODER, PLANNER, THREE_MONTHS, Step

DAYS_OFF = "2026-12-15"


class Telling:
    """The story as it goes."""

    def __init__(self, threads: dict[str, Thread]) -> None:
        self.threads = threads
        self.on = threads[CODER].on

    def tell(self, step: Step) -> None:
        """One step, at its moment."""
        thread = self.threads[step.pilot]
        if thread.now() < TODAY + step.after:
            self.on.set_clock(TODAY + step.after)
            thread.is_quiet()
        KINDS[step.what](self, thread, step)
        thread.is_quiet()

    def somebody(self, thread: Thread, step: Step) -> Somebody:
        """Who does it."""
        found: Somebody = getattr(thread, step.who)
        return found


def _gets(telling: Telling, thread: Thread, step: Step) -> None:
    telling.somebody(thread, step).gets(step.words)


def _presses(telling: Telling, thread: Thread, step: Step) -> None:
    telling.somebody(thread, step).presses_privately(step.words, beside=step.beside)


def _thread_press(telling: Telling, thread: Thread, step: Step) -> None:
    telling.somebody(thread, step).presses(step.words, beside=step.beside)


def _sends(telling: Telling, thread: Thread, step: Step) -> None:
    telling.somebody(thread, step).sends(**step.fields)


def _command(telling: Telling, thread: Thread, step: Step) -> None:
    assert telling.somebody(thread, step).types(step.words)["ok"]


def _thread(telling: Telling, thread: Thread, step: Step) -> None:
    del telling
    thread.shows(step.words)


def _channel(telling: Telling, thread: Thread, step: Step) -> None:
    del telling
    thread.until(lambda: thread.in_channel(step.words))


def _press_in_channel(telling: Telling, thread: Thread, step: Step) -> None:
    messages = reversed(telling.on.driver.messages(CHANNEL))
    hit = first(messages, step.words, step.beside)
    assert hit, step
    assert telling.somebody(thread, step).person.press(hit[0], *hit[1])["ok"]


def _silence(telling: Telling, thread: Thread, step: Step) -> None:
    day = (TODAY + step.after).date().isoformat()
    assert not thread.rows(
        "select 1 from letter where user = ? and day = ?", telling.somebody(thread, step).person.id, day
    )


def _leaves(telling: Telling, thread: Thread, step: Step) -> None:
    telling.somebody(thread, step).goes()


KINDS: dict[str, Callable[[Telling, Thread, Step], None]] = {
    "gets": _gets,
    "presses": _presses,
    "thread_press": _thread_press,
    "sends": _sends,
    "command": _command,
    "thread": _thread,
    "channel": _channel,
    "press_in_channel": _press_in_channel,
    "silence": _silence,
    "leaves": _leaves,
}


def test_three_months_of_tuesdays(tmp_path: Path) -> None:
    with pilot(tmp_path) as coder:
        becomes_ready(coder)
        assert coder.priya.types(f"start {PLANNER}")["ok"]
        planner = Thread(coder.on, tmp_path / "shipready.db", PLANNER)
        becomes_ready(planner)
        for thread in (coder, planner):
            assert thread.priya.types(f"ship {thread.name}")["ok"]
            thread.shows("is live* since 24 November")
        _has_a_day_off(coder)
        telling = Telling({CODER: coder, PLANNER: planner})
        for step in THREE_MONTHS:
            telling.tell(step)
        days = coder.rows("select user, day, count(*) from letter group by user, day having count(*) > 1")
        assert days == []
        periods = coder.rows("select pilot, period, count(*) from checkin group by pilot, period having count(*) > 1")
        assert periods == []


def _has_a_day_off(thread: Thread) -> None:
    """Priya sets a day on which nobody works."""
    thread.priya.types("settings")
    thread.priya.sends(days_off=DAYS_OFF)
    thread.is_quiet()
