"""Facts that run out soon: the one who can renew them is asked to look them up, on a Tuesday before."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.readiness.findings import Lapse
from bot.readiness.rhythm.days import local_day, moment, next_working
from bot.readiness.rhythm.grid import next_weekday
from bot.records import letters
from bot.records.tables import Ask, Pilot
from bot.work import people
from bot.work.checkins.daytime import by_day
from bot.work.checkins.ways import Ways, ways_of
from bot.work.desk import Desk
from bot.work.standing import Standing

KIND = "fact"
DAY = timedelta(days=1)


def place_of(lapse: Lapse) -> str:
    """What tells one fact that runs out from another: its place, and the day on which it does."""
    return "/".join((lapse.group, lapse.row, lapse.slot, lapse.on.isoformat()))


def lapse_of(standing: Standing, key: str) -> Lapse | None:
    """The fact behind a question's key, None when it does not run out that way any more."""
    return next((lapse for lapse in standing.verdict.lapses if place_of(lapse) == key), None)


def was_asked(desk: Desk, pilot: Pilot, lapse: Lapse) -> bool:
    """Whether somebody was asked to look the fact up."""
    return any(ask.key == place_of(lapse) and ask.state != "planned" for ask in _of(desk, pilot))


def plan_lookups(desk: Desk, pilot: Pilot, standing: Standing) -> None:
    """Ask for what is about to run out, on the next asking day of the person who can renew it; what no longer runs out
    that way is not asked."""
    coming = {place_of(lapse): lapse for lapse in standing.verdict.lapses} if pilot.state == "open" else {}
    for ask in _of(desk, pilot):
        if ask.state == "planned" and ask.key not in coming:
            letters.end_ask(desk.session, ask, "closed")
    known = {ask.key for ask in _of(desk, pilot)}
    ways = ways_of(desk, pilot)
    for key, lapse in coming.items():
        if lapse.warns <= standing.today and key not in known and lapse.who:
            user = lapse.who[0]
            put(desk, pilot, lapse, user, _next_asking(desk, ways, user, lapse))


def put(desk: Desk, pilot: Pilot, lapse: Lapse, user: str, at: datetime) -> None:
    """Ask ``user`` at ``at``."""
    question = Ask(team=desk.team, user=user, pilot=pilot.id or 0, kind=KIND, key=place_of(lapse), due_at=at)
    letters.ask(desk.session, question)


def _next_asking(desk: Desk, ways: Ways, user: str, lapse: Lapse) -> datetime:
    """The next asking day's hour that is not over; sooner where the fact would run out before it."""
    zone = people.zone_of(desk, user)
    today = local_day(desk.now, zone)
    had_one = letters.in_slot(desk.session, desk.team, user, today.isoformat()) is not None
    at = moment(next_weekday(ways.times.weekday, today if had_one else today - DAY), ways.times.at, zone)
    if local_day(at, zone) >= lapse.on:
        at = moment(next_working(today + DAY, ways.off), ways.times.at, zone)
    return at if at >= desk.now else by_day(desk.now, zone, ways)


def _of(desk: Desk, pilot: Pilot) -> list[Ask]:
    return [ask for ask in letters.asks_of_pilot(desk.session, desk.team, pilot.id or 0) if ask.kind == KIND]
