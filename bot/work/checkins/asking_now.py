"""``checkin <pilot>``: the Tuesday question now, out of the grid."""

from __future__ import annotations

from bot.readiness.rhythm.anchor import anchor_of
from bot.readiness.rhythm.days import local_day
from bot.readiness.rhythm.window import closing
from bot.records import checkins, letters
from bot.records.tables import Ask, CheckIn, Letter, Pilot
from bot.work import people, say
from bot.work.authority import holder
from bot.work.checkins.ending import show
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result
from bot.work.standing import standing_of


def ask_now(desk: Desk, pilot: Pilot) -> Result:
    """Ask the owner whether the pilot is still theirs; one that is open already is asked once more, once a day."""
    standing = standing_of(desk, pilot)
    if anchor_of(standing.record, standing.state, standing.life) is None:
        return Refusal("no_owner_to_ask", {"pilot": pilot.id})
    owner = holder(standing.state, "owner")
    ways, zone = ways_of(desk, pilot), people.zone_of(desk, owner)
    day = local_day(desk.now, zone)
    slot = f"now:{pilot.id}:{day.isoformat()}"
    if letters.in_slot(desk.session, desk.team, owner, slot):
        return Done("asked_today", {"user": owner})
    opens = closing(day, ways.times, zone, ways.off)
    opened = checkins.in_state(desk.session, desk.team, pilot.id or 0, "open")
    checkin = opened or checkins.keep(
        desk.session,
        CheckIn(
            team=desk.team, pilot=pilot.id or 0, period=slot, state="open", owner=owner, asked=owner,
            asked_at=desk.now, until=opens.until, next_at=opens.until,
        ),
    )  # fmt: skip
    letter = letters.add(
        desk.session,
        Letter(
            team=desk.team,
            user=owner,
            slot=slot,
            day=day,
            zone=zone,
            written_at=desk.now,
            until=checkin.until,
            closes_at=checkin.until,
        ),
    )
    key = f"{checkin.id}:{slot}"
    question = Ask(
        team=desk.team, user=owner, pilot=pilot.id or 0, kind="own", key=key, checkin=checkin.id, state="asked",
        due_at=desk.now, letter=letter.id,
    )  # fmt: skip
    letters.ask(desk.session, question)
    if opened is None:
        letter.remind_at = opens.reminders[0] if opens.reminders else None
        letter.reminders = [at.isoformat() for at in opens.reminders[1:]]
    show(desk, checkin)
    say.letter(desk, letter)
    return Done("asked_now", {"user": owner})
