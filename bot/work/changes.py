"""What follows from every change of a pilot: card and floor are brought up to date, the verdict is looked at."""

from __future__ import annotations

from bot.records import appointments, questions, verdicts
from bot.records.tables import Pilot
from bot.work import say
from bot.work.desk import Desk
from bot.work.views import view_of

PLAN = "plan"
"""The appointment at which everything that time brings for a pilot is planned anew (``work.appointments``)."""


def after_change(desk: Desk, pilot: Pilot) -> None:
    """Call it once a fact was added. A verdict is said when it has been quiet for ``Pace.verdict_quiet``."""
    assert pilot.id is not None
    say.card(desk, pilot)
    appointments.put(desk.session, desk.team, pilot.id, PLAN, desk.now + desk.pace.verdict_quiet)
    if not pilot.floor:
        return
    say.in_thread(desk, pilot, "floor")
    verdicts.look(desk.session, desk.team, pilot.id, desk.now + desk.pace.verdict_quiet)


def thread_anew(desk: Desk, pilot: Pilot) -> None:
    """The thread begins anew elsewhere: card, open question, what was read and waits, and the floor are posted."""
    say.card(desk, pilot)
    if pilot.question:
        say.in_thread(desk, pilot, "question", pilot.question)
    for conversation in view_of(desk, pilot).readings:
        reading_changed(desk, pilot, conversation, earlier=False)
    if pilot.floor:
        say.in_thread(desk, pilot, "floor")


def reading_changed(desk: Desk, pilot: Pilot, conversation: str, *, earlier: bool = True) -> None:
    """Bring the messages "what I read" of a conversation up to date, those of earlier rounds too unless told not."""
    question = questions.get(desk.session, desk.team, pilot.id or 0, conversation)
    last = question.round if question else 0
    for number in range(1 if earlier else max(last, 1), last + 1):
        say.in_thread(desk, pilot, "reading", f"{conversation}:{number}")
