"""Saving slots: what a person pressed *Save* on becomes facts, with where each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.readiness.facts import FactKind, Value
from bot.readiness.reading import Read, Reading
from bot.readiness.slots import GROUPS
from bot.readiness.state import GroupState, State
from bot.records import entries, facts
from bot.records.tables import Pilot
from bot.work import another_owner, roles
from bot.work.agreeing import ask_to_agree
from bot.work.changes import after_change, reading_changed
from bot.work.desk import Desk
from bot.work.results import Result
from bot.work.views import current, record_of

Slots = Mapping[str, Value]


def save_slots(
    desk: Desk, pilot: Pilot, by: str, group: str, slots: Slots, *, row: str = "", source: str = "form"
) -> Result | None:
    """Save slots of a group (or of one of its rows) as typed in a form; only what differs is given a new source.

    Another owner than the one who stands is not saved but offered the place: what came of that is given back.

    A save that changes nothing is still a save: the group was looked at, and what was to confirm is confirmed.
    Dates of things done are always saved: saying one again renews it (MODEL: What lapses).
    """
    offered: Result | None = None
    if group == roles.MODEL_ROLES["owner"].group:
        slots, offered = another_owner.instead(desk, pilot, by, slots)
    state = current(desk, record_of(desk, pilot)).groups[group]
    renewed = {slot.name for slot in GROUPS[group].slots if slot.done} if not row else set()
    changed = {name: value for name, value in slots.items() if name in renewed or _differs(state, row, name, value)}
    desk.note(pilot, FactKind.SAVED, by, group=group, row=row, values=changed, source=source)
    _afterwards(desk, pilot, group)
    return offered


def save_reading(desk: Desk, pilot: Pilot, by: str, conversation: str, reading: Reading) -> Result | None:
    """Save what was read: one fact for each set of messages that it came from. Another owner: as ``save_slots``."""
    reading, offered = _offering(desk, pilot, by, conversation, reading)
    for cites, slots in _by_source(reading.slots).items():
        desk.note(pilot, FactKind.SAVED, by, group=conversation, values=slots, cites=cites, source="message")
    handled(desk, pilot, conversation)
    row_ids = new_rows(desk, pilot, conversation, len(reading.rows))
    for row_id, row in zip(row_ids, reading.rows, strict=True):
        kind: dict[str, Value] = {"kind": row.kind} if row.kind else {}
        for index, (cites, slots) in enumerate(_by_source(row.slots).items()):
            values = {**kind, **slots} if index == 0 else slots
            desk.note(
                pilot, FactKind.SAVED, by, group=conversation, row=row_id, values=values, cites=cites, source="message"
            )
    _afterwards(desk, pilot, conversation)
    return offered


def _offering(desk: Desk, pilot: Pilot, by: str, conversation: str, reading: Reading) -> tuple[Reading, Result | None]:
    """The reading without another owner than the one who stands, and what came of offering them the place."""
    if conversation != roles.MODEL_ROLES["owner"].group:
        return reading, None
    read = {name: slot.value for name, slot in reading.slots.items()}
    kept, offered = another_owner.instead(desk, pilot, by, read)
    slots = {name: replace(slot, value=kept[name]) for name, slot in reading.slots.items() if name in kept}
    return replace(reading, slots=slots), offered


def remove_row(desk: Desk, pilot: Pilot, by: str, group: str, row: str) -> None:
    """Take a row off the record; its history stays."""
    desk.note(pilot, FactKind.REMOVED, by, group=group, row=row, source="form")
    _afterwards(desk, pilot, group)


def undo(desk: Desk, pilot: Pilot, by: str, fact: int) -> None:
    """Take back a wrong save: what stood before it stands again."""
    undone = facts.get(desk.session, desk.team, fact)
    if undone is None or undone.pilot != pilot.id:
        return
    desk.note(pilot, FactKind.UNDONE, by, values={"fact": fact})
    for ts in undone.cites:
        _wait_again(desk, pilot, undone.group, ts)
    _afterwards(desk, pilot, undone.group)


def is_own_word(desk: Desk, fact: int) -> bool:
    """Whether somebody took a place by their own press with this save: nobody else undoes that."""
    saved = facts.get(desk.session, desk.team, fact)
    return saved is not None and saved.source == "click"


def new_rows(desk: Desk, pilot: Pilot, group: str, count: int = 1) -> list[str]:
    """Ids for new rows of a group, never used before in this pilot: its prefix and a number (d1, d2, …)."""
    rows = GROUPS[group].rows
    if rows is None or not count:
        return []
    used = facts.row_ids(desk.session, desk.team, pilot.id or 0, group)
    numbers = [int(row[len(rows.prefix) :]) for row in used if row[len(rows.prefix) :].isdigit()]
    first = max(numbers, default=0) + 1
    return [f"{rows.prefix}{number}" for number in range(first, first + count)]


def last_save(state: State) -> int:
    """The id of the latest save of any group, 0 for none: what *Undo* in the card takes back."""
    return max((group.saved.id for group in state.groups.values() if group.saved), default=0)


def _differs(group: GroupState, row: str, name: str, value: Value) -> bool:
    slots = group.rows[row].slots if row in group.rows else ({} if row else group.slots)
    held = slots.get(name)
    return held is None or held.value != value or held.to_confirm


def _by_source(slots: Mapping[str, Read]) -> dict[tuple[str, ...], dict[str, Value]]:
    found: dict[tuple[str, ...], dict[str, Value]] = {}
    for name, read in slots.items():
        found.setdefault(tuple(read.cites), {})[name] = read.value
    return found


def _wait_again(desk: Desk, pilot: Pilot, group: str, ts: str) -> None:
    """What was read of this message waits again, since its save was undone."""
    for entry in entries.of_conversation(desk.session, desk.team, pilot.id or 0, group):
        if entry.ts == ts:
            entry.handled = False
            desk.session.add(entry)


def handled(desk: Desk, pilot: Pilot, group: str) -> None:
    """What was read of the group's words no longer waits: a person has saved it, or a form in its place."""
    for entry in entries.of_conversation(desk.session, desk.team, pilot.id or 0, group):
        entry.handled = entry.handled or entry.settled
        desk.session.add(entry)


def _afterwards(desk: Desk, pilot: Pilot, group: str) -> None:
    roles.ask_all(desk, pilot)
    ask_to_agree(desk, pilot)
    reading_changed(desk, pilot, group)
    after_change(desk, pilot)
