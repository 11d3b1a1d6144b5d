"""Who may do what (EXPERIENCE: Who may do what). Decided from the database, never from what a payload claims."""

from __future__ import annotations

from bot.readiness.state import State
from bot.records import questions
from bot.records.tables import Pilot
from bot.work import people
from bot.work.desk import Desk
from bot.work.results import Refusal

ROLES = {"owner": ("ownership", "owner"), "backup": ("ownership", "backup"), "reviewer": ("review", "reviewer")}
"""Where each role stands: group and slot."""


def holder(state: State, role: str) -> str:
    """The user id in a role ("" when nobody is named)."""
    group, slot = ROLES[role]
    held = state.groups[group].slots.get(slot)
    return held.value if held and isinstance(held.value, str) else ""


def roles_of(pilot: Pilot, state: State, user: str) -> set[str]:
    """The roles the person holds: owner, backup, reviewer, lead, builder."""
    found = {role for role in ROLES if holder(state, role) == user}
    if pilot.lead == user:
        found.add("lead")
    if state.builder_user == user:
        found.add("builder")
    return found


def may_answer(desk: Desk, pilot: Pilot, state: State, user: str) -> Refusal | None:
    """Full members in the channel, holders of a role, people who were asked, and admins may answer and fill in."""
    refused = people.not_full(desk, user, pilot.lead)
    if refused:
        return refused
    if people.in_channel(desk, pilot, user) or roles_of(pilot, state, user) or people.is_admin(desk, user):
        return None
    if user in asked(desk, pilot):
        return None
    return Refusal("not_in_this_channel", {"channel": pilot.channel})


def asked(desk: Desk, pilot: Pilot) -> set[str]:
    """The people who were asked one of the five questions by name."""
    assert pilot.id is not None
    return {row.asked for row in questions.of_pilot(desk.session, desk.team, pilot.id) if row.asked}


def may_lead(desk: Desk, pilot: Pilot, state: State, user: str) -> Refusal | None:
    """Retire, ship, move, rename and lead: the owner, the lead or an admin."""
    refused = people.not_full(desk, user, pilot.lead)
    if refused:
        return refused
    if roles_of(pilot, state, user) & {"owner", "lead"} or people.is_admin(desk, user):
        return None
    return Refusal("owner_or_lead_only", {"lead": pilot.lead, "owner": holder(state, "owner")})


def still_open(pilot: Pilot) -> Refusal | None:
    """Nothing is asked or answered about a retired pilot until it is reopened."""
    return Refusal("retired_pilot", {"pilot": pilot.name}) if pilot.state == "retired" else None


def may_see(desk: Desk, pilot: Pilot, state: State, user: str) -> bool:
    """Whether the person may see the pilot: in its channel, or holding a role."""
    return people.in_channel(desk, pilot, user) or bool(roles_of(pilot, state, user)) or user in asked(desk, pilot)
