"""When a verdict is said in the thread: rarely (EXPERIENCE: New verdict posts are rare)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.readiness.findings import GateAnswer, Verdict
from bot.readiness.verdict import verdict
from bot.records import facts, pilots, verdicts
from bot.records.tables import FactRow, Pilot, Verdicts
from bot.work import say
from bot.work.desk import Desk

YES = GateAnswer.YES.value


def judged(desk: Desk, pilot: Pilot) -> Verdict:
    """The verdict of today, in the channel's zone."""
    record = facts.record(desk.session, desk.team, pilot)
    return verdict(record, record.day(desk.now), desk.pace.numbers)


def begin_verdicts(desk: Desk, pilot: Pilot) -> None:
    """The floor is the first verdict: what it says counts as said."""
    assert pilot.id is not None
    row = verdicts.of_pilot(desk.session, desk.team, pilot.id)
    judgement = judged(desk, pilot)
    _keep(desk, pilot, row, judgement)
    if judgement.ready:
        _post(desk, pilot, row, "ready")


def look(desk: Desk, row: Verdicts) -> None:
    """A change has been quiet long enough: say it if *ready* was reached or lost, or a check turned from met to not."""
    pilot = pilots.get(desk.session, desk.team, row.pilot)
    row.look_at = None
    desk.session.add(row)
    if pilot is None or pilot.state != "open":
        return
    judgement = judged(desk, pilot)
    kind = _what_to_say(row, judgement)
    turned = _turned(row, judgement)
    _keep(desk, pilot, row, judgement)
    if kind:
        _post(desk, pilot, row, kind, turned)
    say.in_thread(desk, pilot, "floor")
    say.card(desk, pilot)


def say_lapse(desk: Desk, pilot: Pilot, fact: FactRow) -> None:
    """A check-in lapsed: one message says that, and what it does to the verdict, so that none follows."""
    row = verdicts.of_pilot(desk.session, desk.team, pilot.id or 0)
    was_ready = row.ready
    _keep(desk, pilot, row, judged(desk, pilot))
    say.in_thread(desk, pilot, "lapse", f"{fact.id}:{'lost' if was_ready else ''}")


def _what_to_say(row: Verdicts, judgement: Verdict) -> str:
    if judgement.ready != row.ready:
        return "ready" if judgement.ready else "lost"
    return "turned" if _turned(row, judgement) else ""


def _turned(row: Verdicts, judgement: Verdict) -> list[str]:
    """The gates that were met when last said and are not met now."""
    return [gate.key for gate in judgement.blockers if row.said.get(gate.key) == YES]


def _keep(desk: Desk, pilot: Pilot, row: Verdicts, judgement: Verdict) -> None:
    """Keep what is said, and look again when the next thing runs out by time alone."""
    row.look_at = _next_lapse(desk, pilot, judgement)
    row.said = {gate.key: gate.answer.value for gate in judgement.gates}
    row.ready = judgement.ready
    desk.session.add(row)
    desk.session.flush()


def _next_lapse(desk: Desk, pilot: Pilot, judgement: Verdict) -> datetime | None:
    """The start of the day, in the channel's zone, on which the next fact no longer counts."""
    record = facts.record(desk.session, desk.team, pilot)
    coming = [lapse.on for lapse in judgement.lapses if lapse.on > judgement.on]
    return record.end_of(min(coming) - timedelta(days=1)) if coming else None


def _post(desk: Desk, pilot: Pilot, row: Verdicts, kind: str, turned: list[str] | None = None) -> None:
    row.posts += 1
    desk.session.add(row)
    say.in_thread(desk, pilot, "verdict", f"{kind}:{row.posts}:{','.join(turned or [])}", once=True)
