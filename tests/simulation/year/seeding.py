"""Pilots that have their answers already: begun by command, their facts put on record at once."""

from __future__ import annotations

from collections.abc import Mapping

from bot import app
from bot.readiness.facts import FactKind, Value
from bot.records import habits, pilots
from bot.records.tables import Pilot
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.interview.order import KEYS, go_on
from tests.readiness.pilots import Place
from tests.simulation.year.cast import Role
from tests.simulation.year.places import PLACES


def furnish(running: app.Running) -> None:
    """Let each channel have its habits."""
    with running.office.desk() as desk:
        for place in PLACES:
            off = sorted(day.isoformat() for day in place.off)
            habits.put(desk.session, desk.team, place.id, 0, zone=place.zone, cadence=place.cadence, days_off=off)


def answer_everything(running: app.Running, role: Role) -> int:
    """Put everything on record that the pilot begins with, the yes of its people too; gives its number."""
    with running.office.desk() as desk:
        pilot = next(one for one in pilots.all_of(desk.session, desk.team) if one.name == role.name)
        assert pilot.id is not None
        for (group, row), values in _rows(role.slots(desk.now.date())).items():
            desk.note(pilot, FactKind.SAVED, role.lead, group=group, row=row, values=values, source="form")
        for name, user in (("owner", role.owner), ("backup", role.backup), ("reviewer", role.reviewer)):
            desk.note(pilot, FactKind.ACCEPTED, user, values={"role": name})
        _through_the_questions(desk, pilot)
        return pilot.id


def _rows(slots: Mapping[Place, Value]) -> dict[tuple[str, str], dict[str, Value]]:
    rows: dict[tuple[str, str], dict[str, Value]] = {}
    for (group, row, slot), value in slots.items():
        rows.setdefault((group, row), {})[slot] = value
    return rows


def _through_the_questions(desk: Desk, pilot: Pilot) -> None:
    for key in KEYS:
        go_on(desk, pilot, key)
    after_change(desk, pilot)
