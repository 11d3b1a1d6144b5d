"""The next check-in of a pilot: one planned row, moved whenever what it follows from changes."""

from __future__ import annotations

from datetime import date, timedelta

from bot.readiness.findings import Lapse
from bot.readiness.rhythm.anchor import anchor_of
from bot.readiness.rhythm.days import local_day, moment
from bot.readiness.rhythm.grid import FIRST_AFTER, Anchor, next_asking_day, next_weekday
from bot.readiness.rhythm.window import window
from bot.readiness.state import State
from bot.records import appointments, checkins
from bot.records.tables import CheckIn, Pilot
from bot.work import people
from bot.work.authority import holder
from bot.work.changes import PLAN
from bot.work.checkins.ending import close
from bot.work.checkins.lookups import was_asked
from bot.work.checkins.ways import Ways, ways_of
from bot.work.desk import Desk
from bot.work.standing import Standing

DAY = timedelta(days=1)
LEISURE = timedelta(hours=1)
LEAST_APART = timedelta(days=FIRST_AFTER)
"""Between two periods, where the asking day was changed meanwhile."""


def soon(desk: Desk, pilot: Pilot) -> None:
    """Plan anew in a moment: something changed that the next check-in may follow from."""
    appointments.put(desk.session, desk.team, pilot.id or 0, PLAN, desk.now)


def at_leisure(desk: Desk, pilot: Pilot) -> None:
    """Plan anew within the hour. What comes after a question waits until everybody was asked who is due this minute."""
    planned = appointments.get(desk.session, desk.team, pilot.id or 0, PLAN)
    if planned is None or planned.at > desk.now + LEISURE:
        appointments.put(desk.session, desk.team, pilot.id or 0, PLAN, desk.now + LEISURE)


def owner_asked_anew(desk: Desk, owner: str) -> None:
    """Somebody went away or is back: what they are to be asked next is planned anew."""
    for planned in checkins.planned_for(desk.session, desk.team, owner):
        appointments.put(desk.session, desk.team, planned.pilot, PLAN, desk.now)


def plan_checkin(desk: Desk, pilot: Pilot, standing: Standing) -> None:
    """Let the check-in that comes next stand there; an open one of an owner who is none any more is closed."""
    ways = ways_of(desk, pilot)
    anchor = anchor_of(standing.record, standing.state, standing.life, ways.times.weekday)
    _close_open(desk, pilot, standing.state, anchor)
    planned = checkins.in_state(desk.session, desk.team, pilot.id or 0, "planned")
    if anchor is None:
        if planned is not None:
            checkins.forget(desk.session, planned)
        return
    owner = holder(standing.state, "owner")
    period = _next_period(desk, pilot, anchor, ways, _warned(desk, standing, owner))
    planned = planned or CheckIn(team=desk.team, pilot=pilot.id or 0, period="", owner=owner)
    planned.period, planned.owner = period.isoformat(), owner
    _set_moment(desk, planned, ways)
    checkins.keep(desk.session, planned)


def _close_open(desk: Desk, pilot: Pilot, state: State, anchor: Anchor | None) -> None:
    opened = checkins.in_state(desk.session, desk.team, pilot.id or 0, "open")
    if opened is not None and (anchor is None or opened.owner != holder(state, "owner")):
        close(desk, opened, "retired" if pilot.state != "open" else "owner")


def _set_moment(desk: Desk, planned: CheckIn, ways: Ways) -> None:
    """When it is asked, as far as it is known today; read anew when the moment has come."""
    zone, period = people.zone_of(desk, planned.owner), date.fromisoformat(planned.period)
    open_in = window(period, ways.times, zone, ways.off, people.away(desk, planned.owner, zone))
    planned.next_at = open_in.asks_at if open_in else moment(period, ways.times.at, zone)
    planned.until = open_in.until if open_in else None


def _next_period(desk: Desk, pilot: Pilot, anchor: Anchor, ways: Ways, warned: list[Lapse]) -> date:
    """The grid's next day after the last period; sooner where the owner is to be warned of something."""
    after = _after(desk, pilot, anchor, ways)
    grid = next_asking_day(anchor, ways.cadence, ways.times.weekday, after)
    today = local_day(desk.now, pilot.zone)
    days = [next_weekday(ways.times.weekday, max(lapse.warns - DAY, after, today - DAY)) for lapse in warned]
    return min([grid, *(day for day, lapse in zip(days, warned, strict=True) if day < lapse.on)])


def _after(desk: Desk, pilot: Pilot, anchor: Anchor, ways: Ways) -> date:
    """The next period is later than this day: than the anchor, the last period, and the habits that hold now."""
    last = checkins.last_period(desk.session, desk.team, pilot.id or 0)
    days = [anchor.day, ways.since - DAY if ways.since else date.min]
    return max(days if not last else [*days, date.fromisoformat(last) + LEAST_APART])


def _warned(desk: Desk, standing: Standing, owner: str) -> list[Lapse]:
    """What the owner has not been asked to look up yet."""
    return [
        lapse
        for lapse in standing.verdict.lapses
        if lapse.who[:1] == (owner,) and not was_asked(desk, standing.pilot, lapse)
    ]
