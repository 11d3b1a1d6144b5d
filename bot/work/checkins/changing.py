"""*Change* on a Tuesday: something changed, or it is not theirs."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.readiness.rhythm.days import local_day
from bot.records import checkins, letters
from bot.records.tables import Pilot
from bot.work import roles, say
from bot.work.changes import after_change
from bot.work.checkins.answers import confirm
from bot.work.checkins.ending import close
from bot.work.desk import Desk
from bot.work.results import Done, Result


def something_changed(desk: Desk, pilot: Pilot, by: str, checkin_id: int, kind: str, words: str) -> Result:
    """What changed goes on the record and into the thread; whoever says so owns it still. ``kind``: a choice of the
    form, ``incident`` for something that went wrong."""
    if kind == "incident":
        values = {"what": words or "Something went wrong", "since": record_day(desk, pilot), "light": ""}
        fact = desk.note(pilot, FactKind.INCIDENT, by, values=values, source="form")
    else:
        fact = desk.note(pilot, FactKind.CHANGED, by, values={"what": words, "kind": kind}, source="form")
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    for ask in letters.asks_of_checkin(desk.session, desk.team, checkin_id):
        if ask.kind == "own" and ask.state == "asked" and confirm(desk, ask, by):
            break
    after_change(desk, pilot)
    return Done("changed_noted")


def record_day(desk: Desk, pilot: Pilot) -> str:
    """Today in the channel's zone, as an ISO date."""
    return local_day(desk.now, pilot.zone).isoformat()


def not_mine(desk: Desk, pilot: Pilot, by: str, words: str) -> Result:
    """The owner gives it back: the Owner check turns, the lead hears why, the thread that it is open again."""
    result = roles.answer(desk, pilot, by, "owner", yes=False, reason=words)
    opened = checkins.in_state(desk.session, desk.team, pilot.id or 0, "open")
    if opened is not None and opened.owner == by:
        close(desk, opened, "owner")
    return Done("given_up") if isinstance(result, Done) else result
