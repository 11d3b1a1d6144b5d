"""Taking over a place of somebody who left: the new person presses for themselves, and that is their yes (COPY 9)."""

from __future__ import annotations

from collections.abc import Callable

from bot.readiness.facts import FactKind
from bot.records import leavers, letters
from bot.records.tables import Pilot
from bot.work import departures, handover, life, people, roles
from bot.work.authority import ROLES, holder
from bot.work.changes import after_change, reading_changed
from bot.work.checkins.ending import show_letters
from bot.work.departures import LEAD, NAMED
from bot.work.desk import Desk
from bot.work.leaving import ASK
from bot.work.results import Done, Refusal, Result
from bot.work.views import current, record_of


def take_over(desk: Desk, pilot: Pilot, by: str, role: str, departure_id: int) -> Result:
    """*I'll own it*, *I'll step in*, *I'll review*, *I'll lead*: ``by`` has the place from now on.

    Refused once somebody has it or the person who left is back; to the builder as reviewer, to the owner as backup.
    """
    refused = people.not_full(desk, by, pilot.lead) or _closed(desk, pilot, role, departure_id)
    refused = refused or _unfit(desk, pilot, by, role)
    if refused is not None:
        return refused
    TAKES[role](desk, pilot, by)
    if role == "owner":
        _answer_letter(desk, pilot, by)
    departures.show(desk, pilot)
    return Done()


def _closed(desk: Desk, pilot: Pilot, role: str, departure_id: int) -> Refusal | None:
    """The refusal for a place that was never vacant, or is not any more."""
    departure = leavers.get(desk.session, desk.team, departure_id)
    left = leavers.vacancies(desk.session, desk.team, departure_id)
    if departure is None or role == NAMED or all((one.pilot, one.role) != (pilot.id, role) for one in left):
        return Refusal("old_button")
    record = record_of(desk, pilot)
    if departures.back_since(desk, departure) is None and departures.taken_by(record, departure, role) is None:
        return None
    departures.say(desk, departure)
    held = holder(current(desk, record), role) if role in ROLES else ""
    return Refusal("question_closed", {"role": role, "holder": held, "pilot": pilot.id})


def _unfit(desk: Desk, pilot: Pilot, by: str, role: str) -> Refusal | None:
    """The owner does not step in for themselves, and the builder does not review; who steps in may own it."""
    if role in ("owner", LEAD):
        return None
    return roles.unfit(desk, current(desk, record_of(desk, pilot)), role, by)


def _own(desk: Desk, pilot: Pilot, by: str) -> None:
    handover.take(desk, pilot, by, handover.open_offer(record_of(desk, pilot)))


def _accept(role: str) -> Callable[[Desk, Pilot, str], None]:
    group, slot = ROLES[role]

    def accept(desk: Desk, pilot: Pilot, by: str) -> None:
        desk.note(pilot, FactKind.SAVED, by, group=group, values={slot: by})
        desk.note(pilot, FactKind.ACCEPTED, by, values={"role": role})
        roles.ask_all(desk, pilot)
        reading_changed(desk, pilot, group)
        after_change(desk, pilot)

    return accept


def _lead(desk: Desk, pilot: Pilot, by: str) -> None:
    life.lead(desk, pilot, by, by)


TAKES: dict[str, Callable[[Desk, Pilot, str], object]] = {
    "owner": _own,
    "backup": _accept("backup"),
    "reviewer": _accept("reviewer"),
    LEAD: _lead,
}
"""How each place is taken."""


def _answer_letter(desk: Desk, pilot: Pilot, by: str) -> None:
    """Whoever stepped in was asked by letter too: that is answered, or needed no more."""
    asked = letters.asks_of_pilot(desk.session, desk.team, pilot.id or 0, *letters.UNENDED)
    mine = [ask for ask in asked if ask.kind == ASK]
    for ask in mine:
        state, answer = ("answered", "took") if ask.user == by else ("closed", "")
        letters.end_ask(desk.session, ask, state, answer, desk.now)
    show_letters(desk, mine)
