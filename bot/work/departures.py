"""The message about somebody who left: which places it lists, and which of them are taken again (COPY 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.readiness.facts import Fact, FactKind, MemberState, Record
from bot.records import leavers, members, notices, pilots
from bot.records.tables import Departure, MemberChange, Pilot, Vacancy
from bot.work.desk import Desk
from bot.work.view import View
from bot.work.views import record_of, view_of

KIND = "leaver"
LEAD = "lead"
NAMED = "named"
"""Built it, or stands in one of its rows: no place that somebody takes over."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that carried the name of somebody who left, with its pilot as it stands now; ``taken``: the fact by which
    somebody else has it."""

    vacancy: Vacancy
    view: View
    taken: Fact | None


@dataclass(frozen=True, slots=True)
class Leaver:
    """A departure: ``places`` in the order in which they are listed, ``back``: when the account was a full member's
    again (None: it is not)."""

    departure: Departure
    places: Sequence[Place]
    back: MemberChange | None

    def is_open(self, place: Place) -> bool:
        """Whether somebody can take the place over."""
        return self.back is None and place.taken is None and place.view.pilot.state == "open"


def leaver_of(desk: Desk, departure: Departure, address: str = "") -> Leaver:
    """Everything that the message of a departure is made of. ``address``: the workspace's own, for links."""
    found = []
    views: dict[int, View] = {}
    for vacancy in leavers.vacancies(desk.session, desk.team, departure.id or 0):
        pilot = pilots.get(desk.session, desk.team, vacancy.pilot)
        assert pilot is not None, "a pilot stays"
        if vacancy.pilot not in views:
            views[vacancy.pilot] = replace(view_of(desk, pilot), address=address)
        view = views[vacancy.pilot]
        found.append(Place(vacancy, view, taken_by(view.record, departure, vacancy.role)))
    return Leaver(departure, found, back_since(desk, departure))


def taken_by(record: Record, departure: Departure, role: str) -> Fact | None:
    """The first yes of somebody else to the place since then: their own press, or for the lead the fact that names
    another. None while there is none."""
    later = (fact for fact in record.facts if fact.at >= departure.at)
    return next((fact for fact in later if _fills(fact, departure.user, role)), None)


def _fills(fact: Fact, user: str, role: str) -> bool:
    if role == LEAD:
        return fact.kind is FactKind.LEAD and fact.values.get("user") != user
    return fact.kind is FactKind.ACCEPTED and fact.values.get("role") == role and fact.by != user


def back_since(desk: Desk, departure: Departure) -> MemberChange | None:
    """When the account was a full member's again, after it left; None: not yet."""
    changes = members.changes(desk.session, desk.team, [departure.user])
    later = (change for change in changes if (change.id or 0) > departure.change)
    return next((change for change in later if change.state == MemberState.ACTIVE.value), None)


def show(desk: Desk, pilot: Pilot) -> None:
    """Bring the messages about people who left up to date, as long as this pilot can still change them."""
    for departure in leavers.unsettled(desk.session, desk.team, pilot.id or 0):
        say(desk, departure)
        back, record = back_since(desk, departure), record_of(desk, pilot)
        for vacancy in leavers.vacancies(desk.session, desk.team, departure.id or 0):
            if vacancy.pilot == pilot.id and (back or taken_by(record, departure, vacancy.role)):
                leavers.settle(desk.session, vacancy)


def say(desk: Desk, departure: Departure) -> None:
    """Let the message about a departure stand in its channel and be current."""
    first = leavers.vacancies(desk.session, desk.team, departure.id or 0)[0]
    notices.say(
        desk.session,
        desk.team,
        KIND,
        pilot=first.pilot,
        key=str(departure.id),
        lane=f"leavers:{departure.channel}",
        target="channel",
        channel=departure.channel,
        rank=notices.SCHEDULED,
        now=desk.now,
    )
