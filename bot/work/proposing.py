"""Putting somebody forward for a role from a command: the slot is saved, and the person is asked."""

from __future__ import annotations

from bot.records.tables import Pilot
from bot.work import roles
from bot.work.authority import ROLES
from bot.work.desk import Desk
from bot.work.results import Done, Result
from bot.work.saving import save_slots
from bot.work.views import current, record_of


def propose(desk: Desk, pilot: Pilot, by: str, role: str, user: str) -> Result:
    """Put somebody forward for a role; the person named answers by their own click."""
    state = current(desk, record_of(desk, pilot))
    wrong = roles.unfit(desk, state, role, user)
    if wrong is not None:
        return wrong
    group, slot = ROLES[role]
    save_slots(desk, pilot, by, group, {slot: user}, source="command")
    return Done("proposed", {"user": user, "role": role, "pilot": pilot.name})
