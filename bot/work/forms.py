"""Forms: what one opens with, and what its submission saves, also when somebody else saved meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.readiness.facts import Fact, Value
from bot.readiness.slots import GROUPS
from bot.readiness.state import State, counted_rows
from bot.records import drafts, facts
from bot.records.tables import Draft, Pilot
from bot.work import roles, saving, say
from bot.work.authority import ROLES
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.interview.order import KEYS, go_on, question_of
from bot.work.results import Refusal
from bot.work.view import View
from bot.work.views import view_of

Slots = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody saved while the form was open: who, when (UTC), and what stands there now, by slot."""

    fact: Fact
    theirs: Slots = field(default_factory=dict)


def open_form(desk: Desk, pilot: Pilot | None, user: str, form: str, **about: object) -> Draft:
    """A draft for a form that is about to open; its revision is what its group has come to by now."""
    group = form.split(":")[-1]
    revision = facts.last_id(desk.session, desk.team, pilot.id, group) if pilot and pilot.id else 0
    return drafts.open(
        desk.session, desk.team, user, form, desk.now, pilot=pilot.id if pilot else None, revision=revision, **about
    )


def shown(view: View, group: str, row: str = "") -> dict[str, Value]:
    """What a form opens with: what is saved, and what was read where nothing is (or where it is to be confirmed)."""
    state = view.state.groups[group]
    held = state.rows[row].slots if row in state.rows else ({} if row else state.slots)
    values = {name: slot.value for name, slot in held.items()}
    reading = view.readings.get(group)
    if reading is not None and not row:
        values |= {name: read.value for name, read in reading.slots.items()}
    return values


def conflict(view: View, draft: Draft, group: str, row: str, typed: Slots) -> Conflict | None:
    """What somebody else saved in this form since it was opened, where it differs from what was typed."""
    state = view.state.groups[group]
    held = state.rows[row].slots if row in state.rows else ({} if row else state.slots)
    newer = {name: slot for name, slot in held.items() if slot.fact.id > draft.revision and slot.fact.by != draft.user}
    theirs = {name: slot.value for name, slot in newer.items() if name in typed and typed[name] != slot.value}
    if not theirs:
        return None
    latest = max((newer[name].fact for name in theirs), key=lambda fact: fact.id)
    return Conflict(latest, theirs)


def wrong(desk: Desk, view: View, group: str, slots: Slots) -> dict[str, Refusal]:
    """What the rules refuse at the field: people who cannot hold the role they were picked for."""
    found: dict[str, Refusal] = {}
    for role, (of_group, slot) in ROLES.items():
        user = slots.get(slot)
        if of_group == group and isinstance(user, str) and user:
            refused = _unfit(desk, view, role, user, slots)
            if refused is not None:
                found[slot] = refused
    return found


def _unfit(desk: Desk, view: View, role: str, user: str, slots: Slots) -> Refusal | None:
    if role == "backup" and slots.get("owner") == user:
        return Refusal("owner_is_backup", {"user": user})
    refused = roles.unfit(desk, view.state, role, user)
    return None if refused is not None and refused.code == "owner_is_backup" else refused


def save_group(desk: Desk, pilot: Pilot, user: str, group: str, slots: Slots) -> None:
    """A group's form was submitted: its own slots are saved, and the thread goes on."""
    saving.handled(desk, pilot, group)
    saving.save_slots(desk, pilot, user, group, slots)
    if group in KEYS:
        row = question_of(desk, pilot, group)
        row.settle_at, row.probe = None, ""
        desk.session.add(row)
        desk.session.flush()
        go_on(desk, pilot, group)
        _questions_current(desk, pilot, group)


def save_row(desk: Desk, pilot: Pilot, user: str, group: str, row: str, kind: str, slots: Slots) -> str:
    """A row's form was submitted: that row is saved, a new one under a new id, which is given back."""
    if not row:
        row = saving.new_rows(desk, pilot, group)[0]
    values: dict[str, Value] = {"kind": kind, **slots} if kind else dict(slots)
    saving.save_slots(desk, pilot, user, group, values, row=row)
    return row


def take_rows(desk: Desk, pilot: Pilot, user: str, group: str) -> None:
    """*Put them on the list*: the rows that were read are saved, to be edited there; own slots stay in the form."""
    reading = view_of(desk, pilot).readings.get(group)
    if reading is not None and reading.rows:
        saving.save_reading(desk, pilot, user, group, replace(reading, slots={}))


def remove_row(desk: Desk, pilot: Pilot, user: str, group: str, row: str) -> None:
    """*Remove*: the row goes off the record."""
    saving.remove_row(desk, pilot, user, group, row)


def kinds(group: str) -> tuple[str, ...]:
    """The kinds of rows of a group, as the buttons that add them; ("",) where rows have no kinds."""
    rows = GROUPS[group].rows
    return tuple(rows.slots) if rows else ()


def _questions_current(desk: Desk, pilot: Pilot, group: str) -> None:
    say.in_thread(desk, pilot, "question", group)
    after_change(desk, pilot)


def row_ids(state: State, group: str) -> list[str]:
    """The ids of the rows that a form lists: the pre-filled ones and those that people added."""
    return list(counted_rows(state, group))
