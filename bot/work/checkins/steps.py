"""What follows from silence: the window closes, the backup is asked, the lead, the lapse (EXPERIENCE: Tuesdays)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.readiness.facts import FactKind, Value
from bot.readiness.rhythm.days import add_working_days, local_day, moment
from bot.readiness.rhythm.window import closing
from bot.readiness.state import State
from bot.records import checkins, letters, pilots, pulses
from bot.records.tables import Ask, CheckIn, Pilot
from bot.work import people, say
from bot.work.authority import holder
from bot.work.changes import after_change
from bot.work.checkins.daytime import by_day
from bot.work.checkins.ending import close, end, not_asked, show
from bot.work.checkins.planning import soon
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.verdicts import say_lapse
from bot.work.views import current, record_of

PATIENCE = 5
"""Working days that the backup, and then the lead, have."""
TURNS = {"owner": ("backup", "lead"), "backup": ("lead",), "lead": ()}
"""Who is asked after whom."""
GRACE = 2
"""Working days that somebody has once more, when the bot was away as their time ran out."""


def step(desk: Desk, checkin: CheckIn) -> None:
    """Do the next step of an open check-in whose moment has come."""
    pilot = pilots.get(desk.session, desk.team, checkin.pilot)
    assert pilot is not None
    assert checkin.next_at is not None
    state = current(desk, record_of(desk, pilot))
    if pilot.state != "open" or holder(state, "owner") != checkin.owner:
        close(desk, checkin, "retired" if pilot.state != "open" else "owner")
    elif checkin.step == "away":
        ask_again(desk, checkin, pilot)
    elif _was_down(desk, checkin.next_at):
        _after_absence(desk, checkin, pilot)
    else:
        escalate(desk, checkin, pilot, state)


def _was_down(desk: Desk, at: datetime) -> bool:
    """Whether the bot was away when the time ran out: nobody could have answered then."""
    return pulses.outage_over(desk.session, desk.team, at, at + timedelta(seconds=1)) is not None


def _after_absence(desk: Desk, checkin: CheckIn, pilot: Pilot) -> None:
    """The owner's window closed meanwhile: not asked, which is no lapse. Others have two more days."""
    if checkin.step == "owner":
        not_asked(desk, checkin, "down")
        soon(desk, pilot)
        return
    checkin.next_at = in_days(desk, checkin, pilot, GRACE)
    checkins.keep(desk.session, checkin)


def in_days(desk: Desk, checkin: CheckIn, pilot: Pilot, days: int) -> datetime:
    """So many working days on, at the hour at which windows close where the owner is."""
    ways, zone = ways_of(desk, pilot), people.zone_of(desk, checkin.owner)
    return moment(add_working_days(local_day(desk.now, zone), days, ways.off), ways.times.closes, zone)


def escalate(desk: Desk, checkin: CheckIn, pilot: Pilot, state: State) -> None:
    """Ask the next one in turn who can be asked; when nobody is left, it lapses."""
    for role in TURNS[checkin.step]:
        user = pilot.lead if role == "lead" else holder(state, role)
        if _can_be_asked(desk, checkin, state, role, user):
            _ask(desk, checkin, pilot, role, user)
            return
        checkin.skipped = [*checkin.skipped, f"{role}:{user}"]
    lapse(desk, checkin, pilot)


def _can_be_asked(desk: Desk, checkin: CheckIn, state: State, role: str, user: str) -> bool:
    if not user or user == checkin.owner or people.state_of(desk, user) is not people.FULL:
        return False
    del state, role
    return all(
        ask.user != user
        for ask in letters.asks_of_checkin(desk.session, desk.team, checkin.id or 0)
        if ask.kind != "own"
    )


def _ask(desk: Desk, checkin: CheckIn, pilot: Pilot, role: str, user: str) -> None:
    at = by_day(desk.now, people.zone_of(desk, user), ways_of(desk, pilot))
    question = Ask(
        team=desk.team, user=user, pilot=pilot.id or 0, kind=role, key=f"{checkin.id}:{checkin.away}",
        checkin=checkin.id, due_at=at,
    )  # fmt: skip
    letters.ask(desk.session, question)
    checkin.step, checkin.asked = role, user
    checkin.next_at = in_days(desk, checkin, pilot, PATIENCE)
    checkins.keep(desk.session, checkin)
    show(desk, checkin)


def ask_again(desk: Desk, checkin: CheckIn, pilot: Pilot) -> None:
    """The owner was away until now: they are asked once more, with a window of their own."""
    ways, zone = ways_of(desk, pilot), people.zone_of(desk, checkin.owner)
    opens = closing(local_day(desk.now, zone), ways.times, zone, ways.off)
    key = f"{checkin.id}:away{checkin.away}"
    question = Ask(
        team=desk.team, user=checkin.owner, pilot=pilot.id or 0, kind="own", key=key, checkin=checkin.id,
        due_at=by_day(desk.now, zone, ways),
    )  # fmt: skip
    letters.ask(desk.session, question)
    checkin.step, checkin.asked = "owner", checkin.owner
    checkin.until = checkin.next_at = opens.until
    checkins.keep(desk.session, checkin)


def lapse(desk: Desk, checkin: CheckIn, pilot: Pilot) -> None:
    """Nobody said that it is still theirs: the fact that turns the Owner check, and only now the thread hears of it."""
    asked = [ask.user for ask in letters.asks_of_checkin(desk.session, desk.team, checkin.id or 0)]
    skipped = [user for one in checkin.skipped if (user := one.partition(":")[2]) and user not in asked]
    values: dict[str, Value] = {
        "checkin": checkin.id,
        "since": local_day(checkin.asked_at or desk.now, pilot.zone).isoformat(),
        "asked": {"users": list(dict.fromkeys(asked))},
        "skipped": {"users": list(dict.fromkeys(skipped))},
    }
    fact = desk.note(pilot, FactKind.CHECKIN_LAPSED, "", values=values, source="event")
    end(desk, checkin, "lapsed", fact=fact.id)
    say_lapse(desk, pilot, fact)
    after_change(desk, pilot)
    say.card(desk, pilot)
