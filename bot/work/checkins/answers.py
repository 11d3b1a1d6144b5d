"""What people answer on a Tuesday: still mine, on Thursday, undo, away, I take it on, I don't know."""

from __future__ import annotations

from datetime import date, timedelta

from bot.readiness.facts import FactKind
from bot.readiness.rhythm.days import local_day, moment
from bot.readiness.rhythm.grid import next_weekday
from bot.readiness.rules import people as roles
from bot.records import checkins, letters, pilots
from bot.records.tables import Ask, CheckIn, Letter, Pilot
from bot.work import handover, people
from bot.work.changes import after_change
from bot.work.checkins.ending import end, show, show_letters
from bot.work.checkins.reminding import silent_in
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result
from bot.work.views import current, record_of

MOST_AWAY_DAYS = 14
MOST_AWAY = 2
"""How often running somebody may say that the owner is away."""


def still_mine(desk: Desk, letter: Letter, by: str) -> Result:
    """*All n are still mine*: every check-in of the letter that is open and theirs is confirmed."""
    first = letters.get(desk.session, desk.team, letter.reminds) if letter.reminds else letter
    assert first is not None
    if first.user != by:
        return Refusal("only_the_person_asked", {"user": first.user, "since": first.day})
    confirmed = [ask for ask in silent_in(desk, first) if confirm(desk, ask, by)]
    if not confirmed:
        return _nothing_open(desk, first)
    return Done("confirmed")


def _nothing_open(desk: Desk, letter: Letter) -> Result:
    """Nothing of the letter is open: what it asks was answered already, or its moment has passed."""
    own = [ask for ask in letters.asks_in(desk.session, desk.team, letter.id or 0) if ask.kind == "own"]
    show_letters(desk, own)
    if own and all(ask.state == "answered" for ask in own):
        return Done("already_confirmed")
    ended = [found.ended_at for ask in own if (found := checkins.get(desk.session, desk.team, ask.checkin or 0))]
    on = max((at for at in ended if at), default=desk.now)
    values = {"role": "checkin", "holder": "", "pilot": own[0].pilot if own else 0, "on": local_day(on, letter.zone)}
    return Refusal("question_closed", values)


def one_still_mine(desk: Desk, pilot: Pilot, by: str, checkin_id: int) -> Result:
    """One pilot of a letter is confirmed by its owner."""
    found = checkins.get(desk.session, desk.team, checkin_id)
    if found is None or found.pilot != pilot.id:
        return Refusal("old_button")
    if found.owner != by:
        return Refusal(
            "only_the_person_asked", {"user": found.owner, "since": local_day(found.asked_at or desk.now, pilot.zone)}
        )
    for ask in letters.asks_of_checkin(desk.session, desk.team, checkin_id):
        if ask.kind == "own" and ask.state == "asked" and confirm(desk, ask, by):
            return Done("confirmed")
    return closed(desk, pilot, found)


def confirm(desk: Desk, ask: Ask, by: str) -> bool:
    """The owner says that it is still theirs; False when there is nothing to confirm any more."""
    checkin = checkins.get(desk.session, desk.team, ask.checkin or 0)
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    if checkin is None or pilot is None or checkin.state != "open" or not _owns(desk, pilot, by):
        return False
    fact = desk.note(pilot, FactKind.CHECKIN_CONFIRMED, by, values={"checkin": checkin.id})
    letters.end_ask(desk.session, ask, "answered", "mine", desk.now)
    ask.fact = fact.id
    end(desk, checkin, "confirmed", fact=fact.id)
    after_change(desk, pilot)
    return True


def _owns(desk: Desk, pilot: Pilot, by: str) -> bool:
    state = current(desk, record_of(desk, pilot))
    return roles.holder(state, roles.OWNER) == by and roles.acceptance(state, roles.OWNER) is not None


def closed(desk: Desk, pilot: Pilot, checkin: CheckIn) -> Refusal:
    """The question is closed: since when, and how things stand is for the page to say."""
    show(desk, checkin)
    on = local_day(checkin.ended_at or desk.now, pilot.zone)
    return Refusal("question_closed", {"role": "checkin", "holder": "", "pilot": pilot.id, "on": on})


def undo(desk: Desk, letter: Letter, by: str) -> Result:
    """*Undo*, until the window closes: what was confirmed in the letter is open again."""
    if letter.user != by:
        return Refusal("only_the_person_asked", {"user": letter.user, "since": letter.day})
    if letter.until is None or desk.now >= letter.until:
        return Refusal("undo_too_late")
    undone = 0
    for ask in letters.asks_in(desk.session, desk.team, letter.id or 0):
        undone += ask.answer == "mine" and ask.fact is not None and _open_again(desk, ask, letter, by)
    return Done("confirmation_undone") if undone else Refusal("nothing_to_undo", {"user": ""})


def _open_again(desk: Desk, ask: Ask, letter: Letter, by: str) -> bool:
    checkin = checkins.get(desk.session, desk.team, ask.checkin or 0)
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    if checkin is None or pilot is None or checkin.state != "confirmed" or checkin.fact != ask.fact:
        return False
    desk.note(pilot, FactKind.UNDONE, by, values={"fact": ask.fact})
    letters.end_ask(desk.session, ask, "asked")
    ask.fact = None
    checkin.state, checkin.fact, checkin.ended_at = "open", None, None
    checkin.step, checkin.asked, checkin.next_at = "owner", by, letter.until
    checkins.keep(desk.session, checkin)
    show(desk, checkin)
    after_change(desk, pilot)
    return True


def later(desk: Desk, letter: Letter, by: str) -> Result:
    """*Ask me on Thursday*: the letter waits for its first reminder, which then is no reminder but the question."""
    if letter.user != by:
        return Refusal("only_the_person_asked", {"user": letter.user, "since": letter.day})
    if not silent_in(desk, letter):
        return _nothing_open(desk, letter)
    if letter.remind_at is None:
        return Refusal("no_later_day")
    letter.thursday = True
    desk.session.add(letter)
    show_letters(desk, letters.asks_in(desk.session, desk.team, letter.id or 0))
    return Done("asked_later", {"on": local_day(letter.remind_at, letter.zone)})


def not_theirs(desk: Desk, ask: Ask, by: str) -> Refusal | None:
    """The refusal for a press on somebody else's question, or one that is closed."""
    if ask.user != by:
        return Refusal("only_the_person_asked", {"user": ask.user, "since": local_day(ask.due_at, "UTC")})
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    if ask.state in ("answered", "closed") and pilot is not None:
        show_letters(desk, [ask])
        on = local_day(ask.answered_at or desk.now, pilot.zone)
        return Refusal("question_closed", {"role": "checkin", "holder": "", "pilot": pilot.id, "on": on})
    return None


def away_until(desk: Desk, ask: Ask, by: str, until: date) -> Result:
    """The backup or the lead says that the owner is away until (and with) a day: the lapse is held."""
    checkin = checkins.get(desk.session, desk.team, ask.checkin or 0)
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    refused = not_theirs(desk, ask, by)
    if refused or checkin is None or pilot is None:
        return refused or Refusal("old_button")
    wrong = _wrong_absence(desk, pilot, checkin, until)
    if wrong is not None:
        return wrong
    ways, zone = ways_of(desk, pilot), people.zone_of(desk, checkin.owner)
    checkin.away, checkin.step, checkin.asked = checkin.away + 1, "away", ""
    checkin.next_at = moment(next_weekday(ways.times.weekday, until), ways.times.at, zone)
    checkins.keep(desk.session, checkin)
    letters.end_ask(desk.session, ask, "answered", f"away:{until.isoformat()}", desk.now)
    show(desk, checkin)
    return Done("away_noted", {"user": checkin.owner, "on": local_day(checkin.next_at, zone)})


def _wrong_absence(desk: Desk, pilot: Pilot, checkin: CheckIn, until: date) -> Refusal | None:
    today = local_day(desk.now, pilot.zone)
    last = today + timedelta(days=MOST_AWAY_DAYS)
    if not today <= until <= last:
        return Refusal("away_out_of_range", {"slot": "until", "days": MOST_AWAY_DAYS, "last": last})
    if checkin.away >= MOST_AWAY:
        return Refusal("away_too_often", {"slot": "until", "user": checkin.owner})
    return None


def not_their_checkin(desk: Desk, pilot: Pilot, by: str, checkin_id: int) -> Refusal | None:
    """The refusal for anybody but the owner whom an open check-in asks."""
    found = checkins.get(desk.session, desk.team, checkin_id)
    if found is None or found.pilot != pilot.id:
        return Refusal("old_button")
    if found.owner != by:
        since = local_day(found.asked_at or desk.now, pilot.zone)
        return Refusal("only_the_person_asked", {"user": found.owner, "since": since})
    return None if found.state == "open" else closed(desk, pilot, found)


def take_on(desk: Desk, ask: Ask, by: str) -> Result:
    """*I take it on*: the backup or the lead is the owner from now on, by their own press."""
    checkin = checkins.get(desk.session, desk.team, ask.checkin or 0)
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    refused = not_theirs(desk, ask, by)
    if refused or checkin is None or pilot is None:
        return refused or Refusal("old_button")
    letters.end_ask(desk.session, ask, "answered", "took", desk.now)
    end(desk, checkin, "closed", "owner")
    handover.take(desk, pilot, by)
    return Done("took_it", {"role": "owner"})


def dont_know(desk: Desk, ask: Ask, by: str) -> Result:
    """*I don't know*: nothing changes; the next one in turn is asked when their time has come."""
    refused = not_theirs(desk, ask, by)
    if refused is not None:
        return refused
    letters.end_ask(desk.session, ask, "answered", "unknown", desk.now)
    show_letters(desk, [ask])
    return Done("noted_thanks")
