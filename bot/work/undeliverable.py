"""What follows when Slack refuses a message for good (the courier asks; HOUSE 4: each error code by name)."""

from __future__ import annotations

from bot.records import pilots
from bot.records.outcomes import Outcome, usual
from bot.records.tables import Notice
from bot.work import say
from bot.work.desk import Desk
from bot.work.threads import open_anew

ROOT_GONE = {"thread_not_found", "message_not_found", "cannot_reply_to_message"}


def refused(desk: Desk, notice: Notice, code: str) -> Outcome:
    """A reply whose root is gone opens the thread anew; everything else goes its usual way.

    The lead is told of a card that its channel does not take: its starter read that the thread is open.
    """
    pilot = pilots.get(desk.session, desk.team, notice.pilot) if notice.pilot else None
    if pilot is not None and notice.target in ("thread", "file") and code in ROOT_GONE and pilot.root_ts:
        open_anew(desk, pilot)
        return Outcome.RETRY
    outcome = usual(notice, code)
    if pilot is not None and notice.kind == "card" and outcome is Outcome.HOLD and not pilot.root_ts:
        say.directly(desk, pilot, "held", pilot.lead, f"{code}:{notice.id}", once=True)
    return outcome
