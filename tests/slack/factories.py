"""Views for tests of pages: a pilot at a moment, made of the model's own facts and of replies read by the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.readiness.facts import Fact, FactKind, MemberState, Record, Value
from bot.readiness.reading import Entry as Words
from bot.readiness.reading import Person, Read, Reading, ReadRow, read
from bot.readiness.slots import CONVERSATIONS
from bot.readiness.state import state_of
from bot.readiness.verdict import verdict
from bot.records.tables import Entry, Pilot, Question
from bot.work.view import View
from tests.readiness.pilots import BACKUP, BUILDER, GUEST, MEMBERS, OTHER, OWNER, REVIEWER, SAVED, TODAY, ZONE, moment

CHANNEL = "C0PILOT"
NAMES = {
    BUILDER: "Priya Raman",
    OWNER: "Ngozi Okonkwo",
    BACKUP: "Tom Beard",
    REVIEWER: "Emeka Obi",
    OTHER: "Sipho Dube",
    GUEST: "Gil Guest",
}
KEYS = [group.key for group in CONVERSATIONS]


def people(names: Mapping[str, str] | None = None) -> dict[str, Person]:
    """Everybody of the workspace, with other names where they are given."""
    known = {**NAMES, **(names or {})}
    return {user: Person(user, name, "", "", MemberState.ACTIVE) for user, name in known.items()}


def pilot(**more: Any) -> Pilot:
    """The pilot of the thread's examples."""
    facts: dict[str, Any] = {
        "id": 7,
        "team": "T0TEAM",
        "channel": CHANNEL,
        "root_ts": "1793000000.000100",
        "name": "AP Invoice Coder",
        "name_key": "ap invoice coder",
        "purpose": "Suggests cost centre and VAT code for supplier invoices.",
        "lead": BUILDER,
        "zone": ZONE,
        "launch_on": date(2026, 12, 14),
        "started_at": moment(SAVED, 8),
    }
    return Pilot(**{**facts, **more})


def started(more: Iterable[Fact] = ()) -> Record:
    """A record in which nothing is answered yet."""
    return Record((*MEMBERS, *more), ZONE, BUILDER, moment(SAVED, 8))


def question(conversation: str, state: str = "waiting", **more: Any) -> Question:
    """A question of the thread."""
    return Question(team="T0TEAM", pilot=7, conversation=conversation, state=state, **more)


def reply(conversation: str, text: str, author: str = BUILDER, at: datetime | None = None, **more: Any) -> Entry:
    """A reply that counts, 10:12 in the pilot's zone unless ``at`` is given."""
    when = at or moment(TODAY, 10) + timedelta(minutes=12)
    facts: dict[str, Any] = {
        "team": "T0TEAM",
        "pilot": 7,
        "channel": CHANNEL,
        "ts": f"{when.timestamp():.6f}",
        "author": author,
        "text": text,
        "conversation": conversation,
        "received_at": when,
        "settled": True,
    }
    return Entry(**{**facts, **more})


def numbered(record: Record) -> Record:
    """The record with an id for every fact, as the database gives them."""
    return replace(record, facts=tuple(replace(fact, id=at) for at, fact in enumerate(record.facts, start=1)))


def view(
    record: Record | None = None,
    *,
    questions: Iterable[Question] = (),
    entries: Sequence[Entry] = (),
    read_too: bool = True,
    readings: Mapping[str, Reading] | None = None,
    names: Mapping[str, str] | None = None,
    today: date = TODAY,
    **pilot_facts: Any,
) -> View:
    """Everything about the pilot on ``today`` at 14:05 in its zone. ``read_too``: the replies are read, not saved;
    ``readings`` stand instead of what would be read."""
    facts = numbered(record or started())
    now = moment(today, 14) + timedelta(minutes=5)
    everybody = people(names)
    told = {key: tuple(entry for entry in entries if entry.conversation == key) for key in KEYS}
    asked = {key: question(key) for key in KEYS} | {row.conversation: row for row in questions}
    return View(
        pilot=pilot(**pilot_facts),
        record=facts,
        state=state_of(facts, now),
        verdict=verdict(facts, today),
        now=now.astimezone(UTC),
        today=today,
        questions=asked,
        entries={key: rows for key, rows in told.items() if rows},
        readings=readings if readings is not None else _readings(told, list(everybody.values()), today, read_too),
        people=everybody,
        facts={fact.id: fact for fact in facts.facts},
        address="https://northfield.example.com/",
    )


def _readings(
    told: Mapping[str, Sequence[Entry]], everybody: Sequence[Person], today: date, read_too: bool
) -> dict[str, Reading]:
    found: dict[str, Reading] = {}
    if not read_too:
        return found
    for key, rows in told.items():
        words = [Words(row.ts, row.author, row.text, row.received_at) for row in rows if row.state == "answer"]
        reading = read(key, words, everybody, today)
        if not reading.empty:
            found[key] = reading
    return found


def fact(kind: FactKind, by: str, values: Mapping[str, Value] | None = None, group: str = "", hour: int = 9) -> Fact:
    """Something that became known on ``TODAY`` at ``hour`` in the pilot's zone."""
    return Fact(moment(TODAY, hour), by, kind, group, values=values or {})


def read_of(slots: Mapping[str, Value], rows: Iterable[tuple[str, Mapping[str, Value]]] = ()) -> Reading:
    """What was read: slots, and rows by their kind."""
    found = [ReadRow(kind, {name: Read(value, ("1.1",)) for name, value in values.items()}) for kind, values in rows]
    return Reading({name: Read(value, ("1.1",)) for name, value in slots.items()}, tuple(found))


def last(of: View) -> Fact:
    """The fact that was given last."""
    return of.record.facts[-1]
