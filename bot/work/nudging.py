"""An idle thread: whoever it waits for is nudged twice, then only the digest names it (EXPERIENCE: The thread, 10)."""

from __future__ import annotations

from datetime import datetime

from bot.readiness.rhythm.days import add_working_days, local_day, moment
from bot.records import appointments, entries, letters, questions
from bot.records.tables import Ask
from bot.work import people
from bot.work.checkins.daytime import by_day
from bot.work.checkins.ending import show_letters
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.standing import Standing

KIND = "nudge"


def plan(desk: Desk, standing: Standing) -> None:
    """The next look at whether the thread is idle. A nudge is over once somebody did something."""
    _close_old(desk, standing)
    if not _waits(standing):
        appointments.drop(desk.session, desk.team, standing.pilot.id or 0, KIND)
        return
    since = _idle_since(desk, standing)
    for number, at in enumerate(_moments(desk, standing, since), 1):
        if not _nudged(desk, standing, since, number):
            appointments.put(desk.session, desk.team, standing.pilot.id or 0, KIND, at)
            return


def _close_old(desk: Desk, standing: Standing) -> None:
    since = _idle_since(desk, standing).isoformat() if _waits(standing) else ""
    asks = letters.asks_of_pilot(desk.session, desk.team, standing.pilot.id or 0, *letters.UNENDED)
    over = [ask for ask in asks if ask.kind == KIND and ask.key.partition("/")[0] != since]
    for ask in over:
        letters.end_ask(desk.session, ask, "closed", at=desk.now)
    show_letters(desk, over)


def _waits(standing: Standing) -> bool:
    """Whether there is something to wait for: not ready, not live, not retired."""
    return standing.pilot.state == "open" and not standing.life.is_live and not standing.verdict.ready


def _idle_since(desk: Desk, standing: Standing) -> datetime:
    """The last thing that a person did here, be it a reply or a press."""
    told = [entry.received_at for entry in entries.of_pilot(desk.session, desk.team, standing.pilot.id or 0)]
    pressed = [fact.at for fact in standing.record.facts if fact.by]
    return max([*told, *pressed], default=standing.pilot.started_at)


def _moments(desk: Desk, standing: Standing, since: datetime) -> list[datetime]:
    """The two nudges: so many working days after ``since``. Where the first came late, since the thread began to wait
    only then, the second is as many days behind it."""
    ways, zone = ways_of(desk, standing.pilot), people.zone_of(desk, waits_for(desk, standing))
    days = (desk.pace.nudge_first_working_days, desk.pace.nudge_second_working_days)

    def after(at: datetime, count: int) -> datetime:
        return moment(add_working_days(local_day(at, zone), count, ways.off), ways.times.at, zone)

    first, second = _nudged(desk, standing, since, 1), after(since, days[1])
    return [after(since, days[0]), max(second, after(first.due_at, days[1] - days[0])) if first else second]


def nudge(desk: Desk, standing: Standing, key: str) -> None:
    """Ask whoever the thread waits for, unless somebody did something meanwhile; plan the second one."""
    del key
    if not _waits(standing):
        return
    since = _idle_since(desk, standing)
    for number, at in enumerate(_moments(desk, standing, since), 1):
        if not _nudged(desk, standing, since, number) and at <= desk.now:
            _ask(desk, standing, _key(since, number))
            break
    plan(desk, standing)


def _ask(desk: Desk, standing: Standing, key: str) -> None:
    """By day: a thread may begin to wait at any hour."""
    user, number = waits_for(desk, standing), standing.pilot.id or 0
    at = by_day(desk.now, people.zone_of(desk, user), ways_of(desk, standing.pilot))
    letters.ask(desk.session, Ask(team=desk.team, user=user, pilot=number, kind=KIND, key=key, due_at=at))


def waits_for(desk: Desk, standing: Standing) -> str:
    """Who can bring it on: who was asked the open question, who has a request to answer, who can change the nearest
    blocker; where nobody of them can be asked, the lead."""
    opened = questions.get(desk.session, desk.team, standing.pilot.id or 0, standing.pilot.question)
    findings = (
        [finding for gate in standing.verdict.blockers for finding in gate.findings] if standing.pilot.floor else []
    )
    named = [opened.asked] if opened and opened.asked else [user for finding in findings for user in finding.who]
    fit = [user for user in named if people.state_of(desk, user) is people.FULL]
    return fit[0] if fit else standing.pilot.lead


def _nudged(desk: Desk, standing: Standing, since: datetime, number: int) -> Ask | None:
    asked = letters.asks_of_pilot(desk.session, desk.team, standing.pilot.id or 0)
    return next((ask for ask in asked if ask.kind == KIND and ask.key == _key(since, number)), None)


def _key(since: datetime, number: int) -> str:
    return f"{since.isoformat()}/{number}"
