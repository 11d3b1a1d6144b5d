"""The thread itself: posted anew when its root is gone, held while the channel is closed."""

from __future__ import annotations

from bot.records import pilots, posts
from bot.records.outcomes import MESSAGE
from bot.records.tables import Notice, Pilot
from bot.work import say, shipping
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
    shipping.ask_in_new_thread(desk, pilot)


def card_gone(desk: Desk, notice: Notice, code: str) -> bool:
    """Whether a card that was to be changed is no longer there; its thread is then opened anew.

    Slack may say so before the event of the deletion comes; when that comes, the card is known to be left behind.
    """
    pilot = pilots.get(desk.session, desk.team, notice.pilot) if notice.pilot else None
    if pilot is None or pilot.state != "open" or notice.kind != "card" or code not in MESSAGE or not pilot.root_ts:
        return False
    open_anew(desk, pilot)
    return True


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
