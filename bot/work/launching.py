"""Three weeks before the planned launch, and on the day (EXPERIENCE: The thread of a pilot, 9)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.readiness.facts import FactKind
from bot.readiness.rhythm.days import moment, next_working
from bot.records import appointments, letters, posts
from bot.records.tables import Ask
from bot.work import people, say
from bot.work.checkins.ending import show_letters
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.standing import Standing

LAUNCH, RADAR, SHIPPED_END = "launch", "radar", "shipped_end"


def plan(desk: Desk, standing: Standing) -> None:
    """The radar and the question of the day; the question at the end of *shipped anyway*."""
    pilot, on = standing.pilot, standing.pilot.launch_on
    running = pilot.state == "open"
    _close_old(desk, standing)
    if on is not None and running and not standing.life.is_live:
        _radar(desk, standing, on)
        _ask_lead(desk, standing, LAUNCH, on.isoformat(), on)
    decision = standing.life.shipped_anyway
    if decision is not None and decision.seconded and running and not standing.verdict.ready:
        _ask_lead(desk, standing, SHIPPED_END, str(decision.fact.id), decision.until)


def _close_old(desk: Desk, standing: Standing) -> None:
    """Questions about a day that was moved, or that is answered, are over; their letters say so."""
    asks = letters.asks_of_pilot(desk.session, desk.team, standing.pilot.id or 0, *letters.UNENDED)
    over = [ask for ask in asks if ask.kind in CURRENT and not CURRENT[ask.kind](standing, ask.key)]
    for ask in over:
        letters.end_ask(desk.session, ask, "closed", at=desk.now)
    show_letters(desk, over)


def is_planned(standing: Standing, key: str) -> bool:
    """Whether the launch is planned for the day ``key`` (ISO date) still, and the pilot not live."""
    on = standing.pilot.launch_on
    return on is not None and key == on.isoformat() and not standing.life.is_live


def is_running(standing: Standing, key: str) -> bool:
    """Whether the decision ``key`` to ship anyway is the latest one still, and the pilot not ready."""
    decision = standing.life.shipped_anyway
    return decision is not None and key == str(decision.fact.id) and not standing.verdict.ready


CURRENT = {LAUNCH: is_planned, SHIPPED_END: is_running}
"""Whether what is asked about a day is to be asked still."""


def _radar(desk: Desk, standing: Standing, on: date) -> None:
    """Planned while three weeks are still to come when the date becomes known; later ones see it on the floor."""
    pilot = standing.pilot
    at = moment(on - timedelta(days=desk.pace.launch_notice_days), ways_of(desk, pilot).times.at, pilot.zone)
    if _known_since(standing) <= at and not _said(desk, standing, on):
        appointments.put(desk.session, desk.team, pilot.id or 0, RADAR, at)


def _known_since(standing: Standing) -> datetime:
    """When the present date was set."""
    return max(
        (fact.at for fact in standing.record.facts if fact.kind is FactKind.LAUNCH), default=standing.pilot.started_at
    )


def _said(desk: Desk, standing: Standing, on: date) -> bool:
    return posts.get(desk.session, desk.team, standing.pilot.id, RADAR, on.isoformat()) is not None


def radar(desk: Desk, standing: Standing, key: str) -> None:
    """One message in the thread: how many days are left, what is not met, who can change it."""
    del key
    pilot, on = standing.pilot, standing.pilot.launch_on
    planned = on is not None and standing.today < on and pilot.state == "open"
    if on is None or not planned or standing.life.is_live or standing.verdict.ready:
        return
    if (on - standing.today).days <= desk.pace.launch_notice_days:
        say.in_thread(desk, pilot, RADAR, on.isoformat(), once=True)


def _ask_lead(desk: Desk, standing: Standing, kind: str, key: str, on: date) -> None:
    """Ask the lead on the day, or on the next working one."""
    pilot = standing.pilot
    ways, zone = ways_of(desk, pilot), people.zone_of(desk, pilot.lead)
    at = moment(next_working(on, ways.off), ways.times.at, zone)
    letters.ask(desk.session, Ask(team=desk.team, user=pilot.lead, pilot=pilot.id or 0, kind=kind, key=key, due_at=at))
