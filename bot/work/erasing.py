"""Words that people took back are erased after a while, wherever they are kept (EXPERIENCE: Answers)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.readiness.slots import GROUPS, Kind
from bot.records import entries, facts
from bot.records.tables import Entry, FactRow


def erase_due(session: Session, now: datetime) -> int:
    """Erase what is due at ``now``: the words of deleted entries and what was saved of them, earlier wordings too.

    Of every workspace; how many messages it was. That something was said, by whom and when, stays on record.
    """
    due = entries.due_to_erase(session, now)
    for entry in due:
        _erase_entry(session, entry)
    for entry, until in entries.reworded_until(session, now):
        _erase_saved(session, entry, until)
    return len(due) + entries.erase_wordings(session, now)


def _erase_entry(session: Session, entry: Entry) -> None:
    entry.text, entry.files, entry.erase_at = "", [], None
    entries.forget_wordings(session, entry.team, entry.id or 0)
    session.add(entry)
    _erase_saved(session, entry, None)


def _erase_saved(session: Session, entry: Entry, until: datetime | None) -> None:
    """Take the person's own words out of facts read from the entry (before ``until``: from older wordings)."""
    known = facts.of_pilot(session, entry.team, entry.pilot)
    for fact in facts.citing(session, entry.team, entry.pilot, entry.ts):
        texts = [name for name in text_slots(fact) if until is None or _said_again(known, fact, name, until)]
        if texts and not _still_said(session, fact, entry):
            fact.slots = {name: "" if name in texts else value for name, value in fact.slots.items()}
            session.add(fact)


def _said_again(known: Sequence[FactRow], fact: FactRow, name: str, until: datetime) -> bool:
    """Whether the slot was read from an older wording and has been saved anew since: the words stand no more."""
    if fact.at > until:
        return False
    place = (fact.group, fact.row)
    return any((later.group, later.row) == place and name in later.slots and later.at > fact.at for later in known)


def _still_said(session: Session, fact: FactRow, entry: Entry) -> bool:
    """Whether the words stand in another message that the fact was read from too, and that is still there."""
    others = [ts for ts in fact.cites if ts != entry.ts]
    found = [entries.get(session, entry.team, entry.channel, ts) for ts in others]
    return any(other is not None and other.state == "answer" for other in found)


def text_slots(fact: FactRow) -> Sequence[str]:
    """The slots of a fact that hold a person's own words."""
    group = GROUPS.get(fact.group)
    if group is None:
        return ()
    declared = [*group.slots, *(slot for slots in (group.rows.slots.values() if group.rows else ()) for slot in slots)]
    texts = {slot.name for slot in declared if slot.kind is Kind.TEXT}
    return [name for name in fact.slots if name in texts]
