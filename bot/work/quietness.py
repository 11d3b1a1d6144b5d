"""Boring: thirteen weeks live in which nobody had a reason to talk about it; one line, once (EXPERIENCE: Tuesdays)."""

from __future__ import annotations

from datetime import date, timedelta

from bot.readiness.quiet import QUIET_WEEKS, quiet_since
from bot.readiness.rhythm.days import moment, next_working
from bot.records import appointments, posts
from bot.work import say
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.standing import Standing

KIND = "quiet"


def plan(desk: Desk, standing: Standing) -> None:
    """The day on which it will have been quiet for long enough."""
    if standing.life.is_live and standing.life.live is not None and not _planned(desk, standing):
        _appoint(desk, standing)


def _planned(desk: Desk, standing: Standing) -> bool:
    return appointments.get(desk.session, desk.team, standing.pilot.id or 0, KIND) is not None


def _appoint(desk: Desk, standing: Standing) -> None:
    since = quiet_since(standing.record, standing.record.end_of(standing.today), desk.pace.numbers)
    if since is None:
        return
    pilot, ways = standing.pilot, ways_of(desk, standing.pilot)
    day = next_working(since + timedelta(weeks=QUIET_WEEKS), ways.off)
    at = moment(day, ways.times.at, pilot.zone)
    if at > desk.now or not _told(desk, standing, since):
        appointments.put(desk.session, desk.team, pilot.id or 0, KIND, max(at, desk.now))


def _told(desk: Desk, standing: Standing, since: date) -> bool:
    """Whether the line about this quiet time is said."""
    return posts.get(desk.session, desk.team, standing.pilot.id, "boring", since.isoformat()) is not None


def tell(desk: Desk, standing: Standing, key: str) -> None:
    """Say the line if it was quiet all along; else count on from what broke the quiet."""
    del key
    since = quiet_since(standing.record, standing.record.end_of(standing.today), desk.pace.numbers)
    if since is None or standing.pilot.state != "open":
        return
    if since + timedelta(weeks=QUIET_WEEKS) <= standing.today:
        say.in_thread(desk, standing.pilot, "boring", since.isoformat(), once=True)
    else:
        _appoint(desk, standing)
