"""Appointments of pilots: what is looked at when their moment has come. Each looks at the facts anew, so it may be
repeated, come late or come for nothing."""

from __future__ import annotations

from collections.abc import Callable

from bot.records import appointments, pilots
from bot.records.tables import Appointment
from bot.work import departures, handover, launching, nudging, quietness
from bot.work.changes import PLAN
from bot.work.checkins.lookups import plan_lookups
from bot.work.checkins.planning import plan_checkin
from bot.work.checkins.settled import settle
from bot.work.desk import Desk
from bot.work.standing import Standing, standing_of


def keep(desk: Desk, due: Appointment) -> None:
    """Do what an appointment is for. It is taken away before, so that what is done may make it anew."""
    pilot = pilots.get(desk.session, desk.team, due.pilot)
    kind, key = due.kind, due.key
    desk.session.delete(due)
    desk.session.flush()
    if pilot is not None:
        KINDS[kind](desk, standing_of(desk, pilot), key)


def plan(desk: Desk, standing: Standing, key: str = "") -> None:
    """Everything that time brings for the pilot, planned from the facts of this moment."""
    del key
    pilot = standing.pilot
    plan_lookups(desk, pilot, standing)
    plan_checkin(desk, pilot, standing)
    settle(desk, pilot)
    launching.plan(desk, standing)
    nudging.plan(desk, standing)
    quietness.plan(desk, standing)
    departures.show(desk, pilot)
    _when_a_warning_begins(desk, standing)


def _when_a_warning_begins(desk: Desk, standing: Standing) -> None:
    """The next fact to warn of is planned on the day its warning begins."""
    coming = [lapse.warns for lapse in standing.verdict.lapses if lapse.warns > standing.today]
    if coming and standing.pilot.state == "open":
        at = standing.record.start_of(min(coming))
        appointments.put(desk.session, desk.team, standing.pilot.id or 0, PLAN, at, "warning")


KINDS: dict[str, Callable[[Desk, Standing, str], None]] = {
    PLAN: plan,
    "offer": handover.expire,
    "radar": launching.radar,
    "nudge": nudging.nudge,
    "quiet": quietness.tell,
}
"""Every kind of appointment."""
