"""Reminders: in the thread of the letter, only about what is silent still (COPY 7)."""

from __future__ import annotations

from datetime import datetime

from bot.readiness.rhythm.days import local_day
from bot.records import checkins, letters
from bot.records.tables import Ask, Letter
from bot.work import people, say
from bot.work.checkins.daytime import by_day
from bot.work.checkins.ways import ways_in
from bot.work.desk import Desk


def remind(desk: Desk, letter: Letter) -> None:
    """Remind of the letter, unless it is answered, the person is away, or had another letter today; at night in the
    morning: they may live elsewhere now, or the bot was away at the hour."""
    zone, silent = people.zone_of(desk, letter.user), silent_in(desk, letter)
    morning = by_day(desk.now, zone, ways_in(desk, ""))
    if silent and morning > desk.now and not _is_over(desk, letter):
        letter.remind_at = morning
        desk.session.add(letter)
        return
    moment = _next_reminder(desk, letter, bool(silent))
    day = local_day(desk.now, zone)
    if not silent or _is_over(desk, letter) or moment is None or local_day(moment, zone) != day:
        return
    if people.away(desk, letter.user, zone)(day):
        return
    if letters.in_slot(desk.session, desk.team, letter.user, day.isoformat()) is None:
        reminder = Letter(
            team=desk.team, user=letter.user, slot=day.isoformat(), day=day, zone=zone, written_at=desk.now,
            until=letter.until, reminds=letter.id,
        )  # fmt: skip
        say.letter(desk, letters.add(desk.session, reminder))


def _is_over(desk: Desk, letter: Letter) -> bool:
    return letter.until is not None and desk.now >= letter.until


def _next_reminder(desk: Desk, letter: Letter, more: bool) -> datetime | None:
    """The moment of the reminder that is due; the one after it, if any is wanted, is due next."""
    moment, letter.remind_at = letter.remind_at, None
    if more and letter.reminders:
        letter.remind_at = datetime.fromisoformat(letter.reminders[0])
        letter.reminders = letter.reminders[1:]
    desk.session.add(letter)
    return moment


def close_letter(desk: Desk, letter: Letter) -> None:
    """Its window has closed: what could be undone until then no longer can, and the letter and its reminders say so."""
    letter.closes_at = None
    desk.session.add(letter)
    for one in (letter, *letters.reminders_of(desk.session, desk.team, letter.id or 0)):
        say.letter(desk, one)


def silent_in(desk: Desk, letter: Letter) -> list[Ask]:
    """The pilots of a letter whose owner has not answered while the question is theirs still."""
    own = [ask for ask in letters.asks_in(desk.session, desk.team, letter.id or 0) if ask.kind == "own"]
    return [ask for ask in own if ask.state == "asked" and _is_open(desk, ask)]


def _is_open(desk: Desk, ask: Ask) -> bool:
    found = checkins.get(desk.session, desk.team, ask.checkin or 0)
    return found is not None and found.state == "open"
