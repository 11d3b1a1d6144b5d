"""The thread itself: posted anew when its root is gone, held while the channel is closed."""

from __future__ import annotations

from bot.records import posts
from bot.records.tables import Pilot
from bot.work import say
from bot.work.changes import thread_anew
from bot.work.desk import Desk


def open_anew(desk: Desk, pilot: Pilot) -> None:
    """The root message was deleted: a new card is posted, with the open question and the floor below it.

    The old thread's replies stay on the record; the new card says that the thread goes on here.
    """
    assert pilot.id is not None
    posts.leave_thread(desk.session, desk.team, pilot.id, f"{desk.now.timestamp():.0f}")
    pilot.root_ts = ""
    desk.session.add(pilot)
    thread_anew(desk, pilot)


def hold(desk: Desk, pilot: Pilot, why: str) -> None:
    """Nothing can be posted now (``why``: Slack's error code); what is to be said waits."""
    pilot.hold = why
    desk.session.add(pilot)


def release(desk: Desk, pilot: Pilot) -> None:
    """The channel is open again: what waited is said, as it is by then."""
    if pilot.hold:
        pilot.hold = ""
        desk.session.add(pilot)
        say.card(desk, pilot)
