"""When an answer has been quiet long enough: read it, ask for what is missing, or go on (EXPERIENCE: What I read)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.facts import FactKind, Value
from bot.readiness.probes import Probe, follow_up
from bot.readiness.reading import Reading
from bot.readiness.state import GroupState
from bot.records import entries, news, pilots, questions
from bot.records.tables import Entry, Pilot, Question
from bot.work import say
from bot.work.changes import after_change, reading_changed
from bot.work.desk import Desk
from bot.work.interview.order import go_on
from bot.work.views import current, people_near, record_of, waiting_reading


def settle(desk: Desk, question: Question) -> None:
    """The answer to a question has settled: record it, show what was read, and go on when nothing is missing."""
    pilot = pilots.get(desk.session, desk.team, question.pilot)
    question.settle_at = None
    desk.session.add(question)
    if pilot is None or pilot.state != "open":
        return
    told = _mark_recorded(desk, pilot, question)
    if not told and not question.round:
        return
    record = record_of(desk, pilot)
    group = current(desk, record).groups[question.conversation]
    reading = waiting_reading(pilot, record.day(desk.now), group, told, people_near(desk, pilot))
    _show(desk, pilot, question)
    missing = _missing(group, reading, told, question.probe)
    _ask_or_go_on(desk, pilot, question, missing, answered=bool(told), thin=group.thin)


def settle_at_once(desk: Desk, pilot: Pilot, conversation: str) -> None:
    """Where no answer is waited for to go on (``Pace.settle`` is zero), it is read as soon as it is filed."""
    if desk.pace.settle:
        return
    assert pilot.id is not None
    question = questions.get(desk.session, desk.team, pilot.id, conversation)
    if question is not None and question.settle_at is not None:
        news.take_back(desk.session, news.DUE)
        settle(desk, question)


def _missing(group: GroupState, reading: Reading | None, told: Sequence[Entry], asked: str) -> Probe | None:
    """The follow-up for what is missing; None when nothing is: patterns choose which one, never whether."""
    conversation, slots, rows = _filled(group, reading)
    if follow_up(conversation, slots, rows, (), ()) is None:
        return None
    texts = [entry.text for entry in told]
    return follow_up(conversation, slots, rows, texts, [asked] if asked else []) or follow_up(
        conversation, slots, rows, texts, ()
    )


def _mark_recorded(desk: Desk, pilot: Pilot, question: Question) -> list[Entry]:
    """The entries that count for the question, in ts order; new ones get their check mark."""
    assert pilot.id is not None
    told = list(entries.of_conversation(desk.session, desk.team, pilot.id, question.conversation))
    for entry in told:
        if not entry.settled:
            entry.settled = True
            desk.session.add(entry)
            say.react(desk, pilot, "white_check_mark", entry.ts)
    return told


def _filled(
    group: GroupState, reading: Reading | None
) -> tuple[str, dict[str, Value], list[tuple[str, dict[str, Value]]]]:
    """What is saved or read: conversation, own slots, rows with their kind."""
    slots: dict[str, Value] = {name: held.value for name, held in group.slots.items() if held.value is not None}
    rows: list[tuple[str, dict[str, Value]]] = [
        _row({name: held.value for name, held in row.slots.items()}) for row in group.rows.values()
    ]
    if reading is not None:
        slots.update({name: found.value for name, found in reading.slots.items()})
        rows += [(row.kind, {name: found.value for name, found in row.slots.items()}) for row in reading.rows]
    return group.key, slots, rows


def _row(slots: dict[str, Value]) -> tuple[str, dict[str, Value]]:
    return str(slots.get("kind") or ""), slots


def _show(desk: Desk, pilot: Pilot, question: Question) -> None:
    """Show what was read: in place within ten minutes, else as a new message."""
    late = question.read_at is not None and desk.now - question.read_at > desk.pace.late_reply
    if question.read_at is None or late:
        question.round += 1
    question.read_at = desk.now
    desk.session.add(question)
    desk.session.flush()
    reading_changed(desk, pilot, question.conversation)
    say.card(desk, pilot)


def _ask_or_go_on(
    desk: Desk, pilot: Pilot, question: Question, missing: Probe | None, *, answered: bool, thin: bool
) -> None:
    """Ask at most two follow-ups; a third partial answer leaves the conversation as it is and the thread goes on.

    ``thin``: that is on record already, and is noted once.
    """
    question.probe, question.probe_slot = (missing.code, missing.slot) if missing else ("", "")
    if not answered:
        return
    if missing is not None and question.follow_ups < desk.pace.numbers.follow_ups:
        question.follow_ups += 1
        return
    if missing is not None:
        question.probe = ""
        if not thin:
            desk.note(pilot, FactKind.THIN, "", group=question.conversation, source="message")
            after_change(desk, pilot)
    desk.session.add(question)
    desk.session.flush()
    go_on(desk, pilot, question.conversation)
