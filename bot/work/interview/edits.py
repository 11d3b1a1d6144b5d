"""What an edited or deleted message does to slots that were saved from it (MODEL: Prose is the record, 5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.readiness.facts import FactKind, Value
from bot.readiness.reading import Entry as Words
from bot.readiness.reading import Reading, ReadRow, read
from bot.readiness.state import GroupState, Held, RowState
from bot.records import entries
from bot.records.tables import Entry, Pilot
from bot.work import roles
from bot.work.agreeing import ask_to_agree
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.views import current, people_near, record_of, words_of

Slots = Mapping[str, Value]


def words_changed(desk: Desk, pilot: Pilot, entry: Entry) -> bool:
    """Re-read what cites the edited entry: the same reading changes nothing, another makes the slots *to confirm*.

    False when nothing saved cites it: then its words are simply read anew.
    """
    group = _group(desk, pilot, entry.conversation)
    if group is None or not _cites(group, entry.ts):
        return False
    before, after = _readings(desk, pilot, entry)
    _compare(desk, pilot, group, entry.ts, before, after)
    after_change(desk, pilot)
    return True


def words_withdrawn(desk: Desk, pilot: Pilot, entry: Entry) -> None:
    """Withdraw the slots that came from the deleted entry alone; re-read those that have other sources too."""
    group = _group(desk, pilot, entry.conversation)
    if group is None or not _cites(group, entry.ts):
        return
    for row, slots in _places(group):
        alone = {name: None for name, held in slots.items() if held.fact.cites == (entry.ts,)}
        if alone:
            desk.note(
                pilot,
                FactKind.WITHDRAWN,
                entry.withdrawn_by or entry.author,
                group=group.key,
                row=row,
                values=dict(alone),
                source="message",
            )
        shared = {name: held for name, held in slots.items() if entry.ts in held.fact.cites and name not in alone}
        if shared:
            _confirm_again(desk, pilot, group, row, entry, {name: held.value for name, held in shared.items()})
    roles.ask_all(desk, pilot)  # whoever was asked because of these words is told that nothing is needed
    ask_to_agree(desk, pilot)
    after_change(desk, pilot)


def _group(desk: Desk, pilot: Pilot, conversation: str) -> GroupState | None:
    return current(desk, record_of(desk, pilot)).groups.get(conversation)


def _places(group: GroupState) -> list[tuple[str, Mapping[str, Held]]]:
    """The group's own slots (row "") and those of each row."""
    return [("", group.slots), *((key, row.slots) for key, row in group.rows.items())]


def _cites(group: GroupState, ts: str) -> bool:
    return any(ts in held.fact.cites for _, slots in _places(group) for held in slots.values())


def _readings(desk: Desk, pilot: Pilot, entry: Entry) -> tuple[Reading, Reading]:
    """The conversation as it read before the edit and as it reads now."""
    told = entries.of_conversation(desk.session, desk.team, pilot.id or 0, entry.conversation)
    now = [words_of(pilot, row) for row in told]
    old = entries.wordings(desk.session, desk.team, entry.id or 0)
    earlier = old[-1].text if old else entry.text
    before = [replace(words, text=earlier) if words.ts == entry.ts else words for words in now]
    everybody = people_near(desk, pilot)

    def reads(words: Sequence[Words]) -> Reading:
        return read(entry.conversation, words, everybody, desk.now.date())

    return reads(before), reads(now)


def _compare(desk: Desk, pilot: Pilot, group: GroupState, ts: str, before: Reading, after: Reading) -> None:
    for row, slots in _places(group):
        cited = {name: held for name, held in slots.items() if ts in held.fact.cites}
        if not cited:
            continue
        old, new = (_slots_of(reading, row, group.rows.get(row)) for reading in (before, after))
        changed = {name: new.get(name) for name, held in cited.items() if _reads_otherwise(name, held, old, new)}
        if changed:
            desk.note(
                pilot, FactKind.TO_CONFIRM, "", group=group.key, row=row, values=changed, cites=(ts,), source="message"
            )


def _reads_otherwise(name: str, held: Held, old: Slots, new: Slots) -> bool:
    """Whether the edit changed the reading: away from what is saved, or back to it."""
    if held.to_confirm and new.get(name) == held.value:
        return True
    return old.get(name) != new.get(name) and (held.to_confirm or new.get(name) != held.value)


def _slots_of(reading: Reading, row: str, state: RowState | None) -> Slots:
    """What a reading says of the group's own slots, or of the row that is most like the saved one."""
    if not row or state is None:
        return {name: found.value for name, found in reading.slots.items()}
    saved = {name: held.value for name, held in state.slots.items()}
    return _values(max(reading.rows, key=_likeness(saved), default=None))


def _likeness(saved: Slots) -> Callable[[ReadRow], int]:
    return lambda row: sum(saved.get(name) == found.value for name, found in row.slots.items())


def _values(row: ReadRow | None) -> Slots:
    return {name: found.value for name, found in row.slots.items()} if row else {}


def _confirm_again(
    desk: Desk, pilot: Pilot, group: GroupState, row: str, entry: Entry, saved: dict[str, Value]
) -> None:
    """One of several sources is gone: unless the rest reads the same, the slots are to be confirmed."""
    assert pilot.id is not None
    told = entries.of_conversation(desk.session, desk.team, pilot.id, entry.conversation)
    words = [words_of(pilot, other) for other in told]
    reading = read(entry.conversation, words, people_near(desk, pilot), desk.now.date())
    new = _slots_of(reading, row, group.rows.get(row))
    changed = {name: new.get(name) for name, value in saved.items() if new.get(name) != value}
    if changed:
        desk.note(
            pilot,
            FactKind.TO_CONFIRM,
            entry.withdrawn_by or entry.author,
            group=group.key,
            row=row,
            values=changed,
            source="message",
        )
