"""What follows from every change of a pilot: card and floor are brought up to date, the verdict is looked at."""

from __future__ import annotations

from bot.records import questions, verdicts
from bot.records.tables import Pilot
from bot.work import say
from bot.work.desk import Desk


def after_change(desk: Desk, pilot: Pilot) -> None:
    """Call it once a fact was added. A verdict is said when it has been quiet for ``Pace.verdict_quiet``."""
    assert pilot.id is not None
    say.card(desk, pilot)
    if not pilot.floor:
        return
    say.in_thread(desk, pilot, "floor")
    verdicts.look(desk.session, desk.team, pilot.id, desk.now + desk.pace.verdict_quiet)


def reading_changed(desk: Desk, pilot: Pilot, conversation: str) -> None:
    """Bring the message "what I read" of a conversation up to date, where there is one."""
    question = questions.get(desk.session, desk.team, pilot.id or 0, conversation)
    if question is not None and question.round:
        say.in_thread(desk, pilot, "reading", f"{conversation}:{question.round}")
