"""The order of the five conversations in a thread: which is open, which comes next, when the floor is reached."""

from __future__ import annotations

from bot.readiness.slots import CONVERSATIONS
from bot.records import entries, questions
from bot.records.tables import Pilot, Question
from bot.work import say
from bot.work.desk import Desk
from bot.work.verdicts import begin_verdicts

KEYS = tuple(group.key for group in CONVERSATIONS)


def begin(desk: Desk, pilot: Pilot) -> None:
    """Lay out the five questions of a new pilot and ask the first."""
    assert pilot.id is not None
    for key in KEYS:
        questions.add(desk.session, Question(team=desk.team, pilot=pilot.id, conversation=key))
    _ask(desk, pilot, KEYS[0])


def question_of(desk: Desk, pilot: Pilot, conversation: str) -> Question:
    """The row of one conversation of the pilot."""
    assert pilot.id is not None
    found = questions.get(desk.session, desk.team, pilot.id, conversation)
    assert found is not None, f"pilot {pilot.id} has no question {conversation}"
    return found


def done_for_now(desk: Desk, row: Question) -> None:
    """Nothing more is asked; words that came in a moment ago are still read when they have settled."""
    row.probe = ""
    if not entries.unsettled(desk.session, desk.team, row.pilot, row.conversation):
        row.settle_at = None
    desk.session.add(row)
    desk.session.flush()


def go_on(desk: Desk, pilot: Pilot, conversation: str, state: str = "passed") -> None:
    """Leave the conversation ("passed" or "parked") and, if it was the open one, ask the next or reach the floor."""
    row = question_of(desk, pilot, conversation)
    row.state = state
    desk.session.add(row)
    desk.session.flush()
    if pilot.question == conversation:
        _next(desk, pilot)


def reopen(desk: Desk, pilot: Pilot, conversation: str) -> None:
    """Ask a parked conversation again, when nothing else is open."""
    if not pilot.question and question_of(desk, pilot, conversation).state == "parked":
        _ask(desk, pilot, conversation)


def _next(desk: Desk, pilot: Pilot) -> None:
    assert pilot.id is not None
    rows = {row.conversation: row for row in questions.of_pilot(desk.session, desk.team, pilot.id)}
    waiting = [key for key in KEYS if rows[key].state == "waiting"]
    if waiting:
        _ask(desk, pilot, waiting[0])
    else:
        _reach_floor(desk, pilot)


def _ask(desk: Desk, pilot: Pilot, conversation: str) -> None:
    row = question_of(desk, pilot, conversation)
    row.state = "open"
    row.asked_at = desk.now
    pilot.question = conversation
    desk.session.add_all([row, pilot])
    say.in_thread(desk, pilot, "question", conversation)
    say.card(desk, pilot)


def _reach_floor(desk: Desk, pilot: Pilot) -> None:
    """All five were asked: the floor is posted, once, and doubles as the first verdict."""
    pilot.question = ""
    desk.session.add(pilot)
    if not pilot.floor:
        pilot.floor = True
        begin_verdicts(desk, pilot)
        say.in_thread(desk, pilot, "floor")
    say.card(desk, pilot)
