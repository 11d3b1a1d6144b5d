"""Putting somebody forward for a role from a command: the slot is saved, and the person is asked."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.records.tables import Pilot
from bot.work import handover, roles
from bot.work.authority import ROLES, holder
from bot.work.desk import Desk
from bot.work.results import Done, Result
from bot.work.saving import save_slots
from bot.work.views import current, record_of


def propose(desk: Desk, pilot: Pilot, by: str, role: str, user: str) -> Result:
    """Put somebody forward for a role; the person named answers by their own click.

    While an owner stands, another one is only offered the place, by those who may hand it over. Somebody who said no
    and is put forward once more is asked once more: their no was to the earlier proposal.
    """
    record = record_of(desk, pilot)
    state = current(desk, record)
    if role == "owner" and handover.stands(state):
        return handover.may_not_give(desk, pilot, by) or handover.offer(desk, pilot, by, user)
    wrong = roles.unfit(desk, state, role, user)
    if wrong is not None:
        return wrong
    group, slot = ROLES[role]
    answered = roles.answer_of(record, state, role) if holder(state, role) == user else None
    if answered is not None and answered.kind is FactKind.DECLINED:
        desk.note(pilot, FactKind.SAVED, by, group=group, values={slot: None}, source="command")
    save_slots(desk, pilot, by, group, {slot: user}, source="command")
    return Done("proposed", {"user": user, "role": role, "pilot": pilot.name})
