"""Forms: what one opens with, and what its submission saves, also when somebody else saved meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.readiness.expected import POINT_OF, counted_rows
from bot.readiness.facts import Fact, FactKind, Value
from bot.readiness.slots import GROUPS, POINTS, PREFILLED_ROWS
from bot.readiness.state import State
from bot.readiness.states import Held
from bot.records import drafts, facts, notices, posts
from bot.records.tables import Draft, Pilot
from bot.work import roles, saving, say
from bot.work.authority import ROLES
from bot.work.changes import after_change, reading_changed
from bot.work.desk import Desk
from bot.work.interview import answers
from bot.work.interview.order import KEYS, done_for_now, go_on, question_of
from bot.work.results import Refusal, Result
from bot.work.view import View
from bot.work.views import current, record_of, view_of

Slots = Mapping[str, Value]
DETAILS = "details"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something was saved while the form was open: who, when (UTC), and what stands there now, by slot.

    ``mine``: by the same person, on another device. ``removed``: the row was taken off the record.
    """

    fact: Fact
    theirs: Slots = field(default_factory=dict)
    mine: bool = False
    removed: bool = False


def open_form(desk: Desk, pilot: Pilot | None, user: str, form: str, **about: object) -> Draft:
    """A draft for a form that is about to open; its revision is what its group has come to by now."""
    number, revision = (pilot.id, revision_of(desk, pilot, form)) if pilot else (None, 0)
    return drafts.open(desk.session, desk.team, user, form, desk.now, pilot=number, revision=revision, **about)


def revision_of(desk: Desk, pilot: Pilot, form: str) -> int:
    """The latest fact of the form's group, 0 for none; the pilot's latest for the details, which are no group, and
    where the rows follow from the dependencies."""
    group = form.split(":")[-1]
    if form == DETAILS or group in PREFILLED_ROWS:
        return max((row.id or 0 for row in facts.of_pilot(desk.session, desk.team, pilot.id or 0)), default=0)
    return facts.last_id(desk.session, desk.team, pilot.id or 0, group)


def shown(view: View, group: str, row: str = "") -> dict[str, Value]:
    """What a form opens with: what is saved, and what was read where nothing is (or where it is to be confirmed)."""
    state = view.state.groups[group]
    held = state.rows[row].slots if row in state.rows else ({} if row else state.slots)
    values = {name: slot.value for name, slot in held.items()} | _reworded(view, group, row, held)
    if _is_cut_off(view.state, group, row):
        values |= _called(view, row)
    reading = view.readings.get(group)
    if reading is not None and not row:
        values |= {name: read.value for name, read in reading.slots.items()}
    return values


def _reworded(view: View, group: str, row: str, held: Mapping[str, Held]) -> dict[str, Value]:
    """What an edited reply says of the slots to confirm; where it says nothing, the saved value stands."""
    found: dict[str, Value] = {}
    for fact in sorted(view.record.facts, key=lambda fact: (fact.at, fact.id)):
        if fact.kind is FactKind.TO_CONFIRM and (fact.group, fact.row) == (group, row):
            found |= {name: value for name, value in fact.values.items() if name in held and held[name].to_confirm}
    return {name: value for name, value in found.items() if value is not None}


def conflict(view: View, draft: Draft, group: str, row: str, typed: Slots) -> Conflict | None:
    """What was saved in this form since it was opened (by whomever), where it differs from what was typed."""
    state = view.state.groups[group]
    if row and (row not in state.rows or _is_cut_off(view.state, group, row)):
        return _removed(view, draft, group, row)
    held = state.rows[row].slots if row else state.slots
    newer = {name: slot for name, slot in held.items() if slot.fact.id > draft.revision}
    theirs = {name: slot.value for name, slot in newer.items() if name in typed and typed[name] != slot.value}
    if not theirs:
        return None
    latest = max((newer[name].fact for name in theirs), key=lambda fact: fact.id)
    return Conflict(latest, theirs, mine=latest.by == draft.user)


def _removed(view: View, draft: Draft, group: str, row: str) -> Conflict | None:
    """The row was taken off the record while its form was open; None for a pre-filled row that was never saved."""
    newer = [fact for fact in view.record.facts if fact.id > draft.revision]
    gone = [fact for fact in newer if (fact.group, fact.row) == (group, row) and fact.kind in TAKEN]
    if _is_cut_off(view.state, group, row):
        gone += [fact for fact in newer if fact.kind is FactKind.UNDONE or _is_about(fact, row)]
    last = max(gone, key=lambda fact: fact.id, default=None)
    return Conflict(last, mine=last.by == draft.user, removed=True) if last else None


TAKEN = (FactKind.REMOVED, FactKind.WITHDRAWN)


def _is_about(fact: Fact, row: str) -> bool:
    """Whether the fact changed the dependency that a row follows from (any of them, for a connection point)."""
    return fact.group == "dependencies" and (fact.row == row or row in POINTS)


def _is_cut_off(state: State, group: str, row: str) -> bool:
    """Whether the row followed from a dependency that is gone (or that took the place of a bare connection point)."""
    followed = group in PREFILLED_ROWS and (row in state.dependency_ids or row in POINTS)
    return followed and row not in counted_rows(state, group)


def _called(view: View, row: str) -> dict[str, Value]:
    """What a row that was cut off is called by itself: the name that its dependency had, its connection point."""
    known: dict[str, Value] = {}
    for fact in sorted(view.record.facts, key=lambda fact: (fact.at, fact.id)):
        if fact.group == "dependencies" and fact.row == row:
            known |= fact.values
    point = row if row in POINTS else POINT_OF.get(str(known.get("kind")))
    return {"hop": known.get("name"), "point": point}


def seen_readings(desk: Desk, pilot: Pilot) -> dict[str, str]:
    """What *Save all as read* shows: of each conversation that waits, which replies it was read from."""
    return {key: answers.revision(desk, pilot, key) for key in view_of(desk, pilot).readings}


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


def save_group(desk: Desk, pilot: Pilot, user: str, group: str, slots: Slots) -> Result | None:
    """A group's form was submitted: its own slots are saved, and the thread goes on. Gives back what came of naming
    another owner (``saving.save_slots``)."""
    saving.handled(desk, pilot, group)
    offered = saving.save_slots(desk, pilot, user, group, slots)
    if group in KEYS:
        done_for_now(desk, question_of(desk, pilot, group))
        _questions_current(desk, pilot, group)
        go_on(desk, pilot, group)
    return offered


def save_row(desk: Desk, pilot: Pilot, user: str, group: str, row: str, kind: str, slots: Slots) -> str:
    """A row's form was submitted: that row is saved, a new one under a new id, which is given back.

    A row whose dependency is gone becomes one of its own: under its old id it would not count.
    """
    if not row or _is_cut_off(current(desk, record_of(desk, pilot)), group, row):
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
    """The thread shows what was answered in the form, below its question; who was asked privately sees it too."""
    row = question_of(desk, pilot, group)
    row.round = row.round or 1
    desk.session.add(row)
    desk.session.flush()
    reading_changed(desk, pilot, group)
    for post in posts.of_pilot(desk.session, desk.team, pilot.id or 0):
        if post.kind == "asked_privately" and post.key.startswith(f"{group}:"):
            say.directly(desk, pilot, "asked_privately", post.user, post.key)
    for notice in notices.on_the_way(desk.session, desk.team, pilot.id or 0, "asked_privately"):
        if notice.key.startswith(f"{group}:"):
            say.directly(desk, pilot, "asked_privately", notice.channel, notice.key)
    say.in_thread(desk, pilot, "question", group)
    after_change(desk, pilot)


def row_ids(state: State, group: str) -> list[str]:
    """The ids of the rows that a form lists: the pre-filled ones and those that people added."""
    return list(counted_rows(state, group))
