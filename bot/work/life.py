"""A pilot's life: lead, retire, reopen, incidents. Nothing is ever deleted."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.records.tables import FactRow, Pilot
from bot.work import handover, people, say
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.names import wrong_name
from bot.work.results import Done, Refusal, Result
from bot.work.views import record_of


def lead(desk: Desk, pilot: Pilot, by: str, user: str) -> Result:
    """Make somebody else the lead."""
    if people.state_of(desk, user) is not people.FULL:
        return Refusal("role_needs_member", {"user": user, "role": "lead"})
    fact = desk.note(pilot, FactKind.LEAD, by, values={"user": user})
    pilot.lead = user
    return told(desk, pilot, fact, Done("lead_changed", {"user": user}))


def retire(desk: Desk, pilot: Pilot, by: str, why: str = "") -> Result:
    """Nothing is asked about it any more, for the reason ``why`` if one is given; nothing is deleted."""
    if pilot.state == "retired":
        return Done("already_retired")
    fact = desk.note(pilot, FactKind.RETIRED, by, values={"why": why} if why else {})
    pilot.state = "retired"
    handover.withdraw(desk, pilot, by)
    return told(desk, pilot, fact, Done("retired"))


def reopen(desk: Desk, pilot: Pilot, by: str) -> Result:
    """Take a retired pilot up again, where it stopped."""
    if pilot.state != "retired":
        return Done("not_retired")
    taken = wrong_name(desk, pilot.channel, pilot.name, but=pilot.id)
    if taken is not None:
        return taken
    fact = desk.note(pilot, FactKind.REOPENED, by)
    pilot.state = "open"
    return told(desk, pilot, fact, Done("reopened"))


def incident(desk: Desk, pilot: Pilot, by: str, what: str, since: str, light: str) -> Result:
    """Something went wrong: what, since when (ISO date, none that lies ahead), and how it came to light."""
    if since > record_of(desk, pilot).day(desk.now).isoformat():
        return Refusal("incident_ahead", {"slot": "since"})
    fact = desk.note(pilot, FactKind.INCIDENT, by, values={"what": what, "since": since, "light": light}, source="form")
    return told(desk, pilot, fact, Done("incident_noted"))


def told(desk: Desk, pilot: Pilot, fact: FactRow, done: Done) -> Result:
    """The pilot was changed by ``fact``: the thread hears of it, card and floor follow."""
    desk.session.add(pilot)
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    after_change(desk, pilot)
    return done
