"""Three weeks before the launch, on the day, and when the thread is idle."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.conversations.stage import stage
from tests.conversations.thread import CHANNEL, NAME, PRIYA, TODAY, Thread, pilot


def planned_for(thread: Thread, day: str) -> None:
    """Priya plans the launch."""
    thread.priya.presses("Change details")
    thread.priya.sends(launch_on=day)
    thread.is_quiet()


def test_three_weeks_before_the_launch_the_thread_hears_what_is_missing_once(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        planned_for(thread, "2026-12-24")
        thread.on.set_clock(datetime(2026, 12, 3, 9, 58, tzinfo=UTC))
        thread.is_quiet()
        assert not thread.shown("Launch is in")
        thread.on.set_clock(datetime(2026, 12, 3, 10, 0, tzinfo=UTC))
        thread.shows("Launch is in 21 days, on 24 December.", "not met")
        thread.passes(days=2)
        thread.is_quiet()
        assert thread.shown("Launch is in") == 1


def test_on_the_day_the_lead_is_asked_and_a_moved_date_is_said_in_the_thread(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        planned_for(thread, "2026-12-02")
        thread.on.set_clock(datetime(2026, 12, 2, 10, 0, tzinfo=UTC))
        thread.priya.gets("Today was the planned launch of *Invoice Coder*. Did it go live?", "[Not any more]")
        thread.priya.presses_privately("New date")
        thread.priya.sends(launch_on="2026-12-16")
        thread.shows("The launch of *Invoice Coder* is planned for 16 December now; Priya Raman changed it.")
        thread.priya.gets("The launch of *Invoice Coder* was moved since, so nothing is needed from you here.")
        thread.on.set_clock(datetime(2026, 12, 16, 10, 0, tzinfo=UTC))
        thread.priya.gets("Today was the planned launch of *Invoice Coder*.")
        thread.priya.presses_privately("Yes, it is live")
        thread.priya.sees_form("Ship it anyway")


def test_an_idle_thread_is_nudged_twice(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        for days, count in ((1, 0), (2, 1), (4, 1), (7, 2), (14, 2), (30, 2)):
            thread.on.set_clock(TODAY + timedelta(days=days, hours=2))
            thread.is_quiet()
            assert len(thread.priya.letters("It has been quiet in the thread of *Invoice Coder*.")) == count, days


def test_a_reply_begins_the_count_anew(tmp_path: Path) -> None:
    with stage(tmp_path, None, now=TODAY) as on:
        assert on.person(PRIYA).command(f"/shipready start {NAME}", CHANNEL)["ok"]
        thread = Thread(on, tmp_path / "shipready.db")
        thread.shows("1 of 5")
        thread.passes(days=1)
        thread.records(thread.tom.says("Ngozi owns it, I think, but let me ask her on Friday at the meeting."))
        thread.is_quiet()
        thread.on.set_clock(TODAY + timedelta(days=2, hours=2))
        thread.is_quiet()
        assert not thread.priya.letters("It has been quiet")
        thread.on.set_clock(TODAY + timedelta(days=3, hours=2))
        thread.priya.gets("It has been quiet in the thread of *Invoice Coder*.")
