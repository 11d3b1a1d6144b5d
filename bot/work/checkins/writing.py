"""A letter: one direct message to a person on a local day, with everything that is due for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.readiness.rhythm.days import local_day, moment, next_working
from bot.readiness.rhythm.window import Window, closing, late, window
from bot.records import checkins, letters, pilots, pulses
from bot.records.tables import Ask, CheckIn, Letter, Pilot
from bot.work import people, say
from bot.work.checkins.daytime import by_day
from bot.work.checkins.ending import not_asked, show_letters
from bot.work.checkins.lookups import KIND as FACT
from bot.work.checkins.planning import at_leisure, soon
from bot.work.checkins.wanted import still_wanted
from bot.work.checkins.ways import Ways, ways_in, ways_of
from bot.work.desk import Desk

DAY = timedelta(days=1)
OWN = "own"
Due = tuple[CheckIn, Window, Ways]


def write(desk: Desk, user: str) -> None:
    """Ask ``user`` everything that is due by now, in one letter; whoever had one today is asked on another day."""
    zone = people.zone_of(desk, user)
    today = local_day(desk.now, zone)
    due = [
        found
        for planned in checkins.planned_for(desk.session, desk.team, user)
        if (found := _open(desk, planned, zone))
    ]
    asks = [ask for ask in letters.due_for(desk.session, desk.team, user, desk.now) if still_wanted(desk, ask)]
    at = _moment(desk, zone, due, asks)
    if at is None:
        return
    if at > desk.now:
        _wait(desk, due, asks, at)
        return
    if letters.in_slot(desk.session, desk.team, user, today.isoformat()):
        _another_day(desk, zone, today, due, asks)
        return
    _send(desk, user, zone, today, due, asks)


def _moment(desk: Desk, zone: str, due: Sequence[Due], asks: Sequence[Ask]) -> datetime | None:
    """When all of it is asked: not before the hour of any check-in of today, else by day; None: nothing is due."""
    if due:
        return max([desk.now, *(opens.asks_at for _, opens, _ in due)])
    pilot = pilots.get(desk.session, desk.team, asks[0].pilot) if asks else None
    return by_day(desk.now, zone, ways_of(desk, pilot)) if pilot is not None else None


def _plan_next(desk: Desk, planned: CheckIn) -> None:
    found = _pilot(desk, planned.pilot)
    if found is not None:
        soon(desk, found)


def _wait(desk: Desk, due: Sequence[Due], asks: Sequence[Ask], at: datetime) -> None:
    """All of it waits until ``at``."""
    for planned, _, _ in due:
        _move(desk, planned, at)
    for ask in asks:
        ask.due_at = at
        desk.session.add(ask)


def _open(desk: Desk, planned: CheckIn, zone: str) -> Due | None:
    """A planned check-in whose day is today, with its window as it is now; what is not is moved, or over."""
    pilot = pilots.get(desk.session, desk.team, planned.pilot)
    if pilot is None or planned.next_at is None:
        return None
    ways = ways_of(desk, pilot)
    opens = window(
        date.fromisoformat(planned.period), ways.times, zone, ways.off, people.away(desk, planned.owner, zone)
    )
    if opens is None or opens.until <= desk.now:
        if planned.next_at <= desk.now:
            not_asked(desk, planned, _why_over(desk, opens) if opens else _why_not(planned, ways, zone))
            soon(desk, pilot)
        return None
    at = _when(desk, opens, ways, zone)
    if at is None:
        not_asked(desk, planned, "day")
        soon(desk, pilot)
    elif at > desk.now and (late(opens, desk.now) or local_day(at, zone) > local_day(desk.now, zone)):
        _move(desk, planned, at)
    else:
        return planned, opens, ways
    return None


def _why_not(planned: CheckIn, ways: Ways, zone: str) -> str:
    """Nobody works in the whole window, or the owner is away."""
    return "away" if window(date.fromisoformat(planned.period), ways.times, zone, ways.off) else "off"


def _why_over(desk: Desk, opens: Window) -> str:
    """The bot was away in that window; if it was not, there was nobody to ask: their account was not active then."""
    return "down" if pulses.outage_over(desk.session, desk.team, opens.asks_at, opens.until) else "nobody"


def _when(desk: Desk, opens: Window, ways: Ways, zone: str) -> datetime | None:
    """When it is asked: at its hour; too late for that, by day on a working day while its window is open."""
    if not late(opens, desk.now):
        return max(opens.asks_at, desk.now) if opens.asks_at <= desk.now else opens.asks_at
    at = by_day(desk.now, zone, ways)
    return at if at < opens.until else None


def _move(desk: Desk, planned: CheckIn, at: datetime) -> None:
    planned.next_at = at
    checkins.keep(desk.session, planned)


def _another_day(desk: Desk, zone: str, today: date, due: Sequence[Due], asks: Sequence[Ask]) -> None:
    """One letter a day: the rest waits for the next working day; a check-in only as long as its window is open."""
    for planned, opens, ways in due:
        at = moment(next_working(today + DAY, ways.off), ways.times.at, zone)
        if at < opens.until:
            _move(desk, planned, at)
        else:
            not_asked(desk, planned, "day")
            _plan_next(desk, planned)
    for ask in asks:
        ask.due_at = moment(next_working(today + DAY, ways_in(desk, "").off), time(10), zone)
        desk.session.add(ask)


def _send(desk: Desk, user: str, zone: str, today: date, due: Sequence[Due], asks: Sequence[Ask]) -> None:
    windows = [opens for _, opens, _ in due] + _windows_again(desk, zone, today, asks)
    until = max((opens.until for opens in windows), default=None)
    letter = Letter(
        team=desk.team, user=user, slot=today.isoformat(), day=today, zone=zone, written_at=desk.now, until=until,
        closes_at=until, late=_absence(desk, due),
    )  # fmt: skip
    _set_reminders(letter, windows)
    letters.add(desk.session, letter)
    for planned, opens, _ in due:
        ask_owner(desk, planned, opens, letter)
    for ask in one_fact(asks) if any(ask.kind == FACT for ask in asks) else [*asks, *unanswered_fact(desk, user)]:
        ask.letter, ask.state = letter.id, "asked"
        desk.session.add(ask)
    desk.session.flush()
    say.letter(desk, letter)
    show_letters(desk, _asked_before(desk, letter))


def _windows_again(desk: Desk, zone: str, today: date, asks: Sequence[Ask]) -> list[Window]:
    """The windows of check-ins that are asked once more, since their owner was away."""
    ways = [ways_of(desk, found) for ask in asks if ask.kind == OWN and (found := _pilot(desk, ask.pilot))]
    return [closing(today, one.times, zone, one.off) for one in ways]


def _pilot(desk: Desk, number: int) -> Pilot | None:
    return pilots.get(desk.session, desk.team, number)


def unanswered_fact(desk: Desk, user: str) -> list[Ask]:
    """The fact that runs out soonest of those that were asked in an earlier letter and not answered: once more."""
    open_ones = [ask for ask in letters.asked_of(desk.session, desk.team, user, FACT) if still_wanted(desk, ask)]
    return sorted(open_ones, key=_day_of)[:1]


def _day_of(ask: Ask) -> str:
    return ask.key.rpartition("/")[2]


def one_fact(asks: Sequence[Ask]) -> list[Ask]:
    """Of the facts to look up only the one that runs out soonest; the others wait a week."""
    facts = sorted((ask for ask in asks if ask.kind == FACT), key=_day_of)
    for later in facts[1:]:
        later.due_at += timedelta(days=7)
    return [ask for ask in asks if ask.kind != FACT] + facts[:1]


def _absence(desk: Desk, due: Sequence[Due]) -> dict[str, str]:
    """Since when and until when the bot was away, for a letter that comes late; {} for one that is in time."""
    asked_at = [opens.asks_at for _, opens, _ in due]
    if not due or not all(late(opens, desk.now) for _, opens, _ in due):
        return {}
    outage = pulses.outage_over(desk.session, desk.team, min(asked_at), desk.now)
    since, until = (outage.since, outage.until) if outage else (min(asked_at), desk.now)
    return {"since": since.isoformat(), "until": until.isoformat(), "down": "yes" if outage else ""}


def _set_reminders(letter: Letter, windows: Sequence[Window]) -> None:
    moments = sorted({at for opens in windows for at in opens.reminders if local_day(at, letter.zone) > letter.day})
    letter.remind_at = moments[0] if moments else None
    letter.reminders = [at.isoformat() for at in moments[1:]]


def ask_owner(desk: Desk, planned: CheckIn, opens: Window, letter: Letter) -> None:
    """Open the check-in, or repeat the one that is open still; one at a time is."""
    pilot = pilots.get(desk.session, desk.team, planned.pilot)
    assert pilot is not None
    opened = checkins.in_state(desk.session, desk.team, planned.pilot, "open")
    if opened is not None:
        planned.state, planned.repeats, planned.ended_at, planned.next_at = "repeated", opened.id, desk.now, None
    else:
        planned.state, planned.asked, planned.asked_at = "open", planned.owner, desk.now
        planned.until = planned.next_at = opens.until
    checkins.keep(desk.session, planned)
    about = opened or planned
    key = str(about.id) if opened is None else f"{about.id}:{planned.period}"
    letters.ask(
        desk.session,
        Ask(
            team=desk.team, user=letter.user, pilot=planned.pilot, kind=OWN, key=key, checkin=about.id,
            state="asked", due_at=desk.now, letter=letter.id,
        ),
    )  # fmt: skip
    at_leisure(desk, pilot)


def _asked_before(desk: Desk, letter: Letter) -> list[Ask]:
    """Where the same check-ins were asked before this letter: those messages point to the newer one."""
    own = [ask for ask in letters.asks_in(desk.session, desk.team, letter.id or 0) if ask.checkin]
    every = [ask for one in own for ask in letters.asks_of_checkin(desk.session, desk.team, one.checkin or 0)]
    return [ask for ask in every if ask.letter != letter.id]
