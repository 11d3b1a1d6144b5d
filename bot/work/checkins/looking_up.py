"""What is answered about a fact to look up: no later date, nothing changed, I don't know."""

from __future__ import annotations

from datetime import timedelta

from bot.readiness.codes import Code
from bot.readiness.facts import FactKind
from bot.readiness.rhythm.days import local_day, moment, next_working
from bot.readiness.rules import people as model
from bot.records import letters, pilots
from bot.records.tables import Ask, Pilot
from bot.work import people
from bot.work.changes import after_change
from bot.work.checkins.answers import dont_know as nothing_known
from bot.work.checkins.answers import not_theirs
from bot.work.checkins.ending import show_letters
from bot.work.checkins.lookups import KIND, lapse_of, put
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.results import Done, Result
from bot.work.standing import Standing, standing_of

UNCHANGED = (Code.TEST_RUN_OLD,)
"""What is renewed by the word that nothing changed (MODEL: What lapses, test run)."""


def same(desk: Desk, ask: Ask, by: str) -> Result:
    """*No, that was the last*; of a test run: *Nothing changed*, which is a fact of its own."""
    refused = not_theirs(desk, ask, by)
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    if refused is not None or pilot is None:
        return refused or Done("noted_thanks")
    lapse = lapse_of(standing_of(desk, pilot), ask.key)
    letters.end_ask(desk.session, ask, "answered", "same", desk.now)
    if lapse is not None and lapse.code in UNCHANGED:
        desk.note(pilot, FactKind.NOTHING_CHANGED, by)
        after_change(desk, pilot)
    show_letters(desk, [ask])
    return Done("noted_thanks")


def dont_know(desk: Desk, ask: Ask, by: str) -> Result:
    """*I don't know*: nothing changes; of a fact, somebody else who may know is asked on the next working day."""
    if ask.kind != KIND:
        return nothing_known(desk, ask, by)
    result = nothing_known(desk, ask, by)
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    if isinstance(result, Done) and pilot is not None:
        _ask_another(desk, pilot, ask)
    return result


def _ask_another(desk: Desk, pilot: Pilot, ask: Ask) -> None:
    standing = standing_of(desk, pilot)
    lapse = lapse_of(standing, ask.key)
    asked = {one.user for one in letters.asks_of_pilot(desk.session, desk.team, ask.pilot) if one.key == ask.key}
    user = next((one for one in _who_may_know(standing, ask) if one not in asked), "")
    if lapse is None or not user or people.state_of(desk, user) is not people.FULL:
        return
    ways, zone = ways_of(desk, pilot), people.zone_of(desk, user)
    day = next_working(local_day(desk.now, zone) + timedelta(days=1), ways.off)
    put(desk, pilot, lapse, user, moment(day, ways.times.at, zone))


def _who_may_know(standing: Standing, ask: Ask) -> list[str]:
    """Who can change it, then owner, backup, builder and lead."""
    lapse, state = lapse_of(standing, ask.key), standing.state
    roles = [model.holder(state, role) for role in (model.OWNER, model.BACKUP)]
    named = [*(lapse.who if lapse else ()), *roles, state.builder_user, standing.pilot.lead]
    return [user for user in dict.fromkeys(named) if user and state.is_active(user)]
