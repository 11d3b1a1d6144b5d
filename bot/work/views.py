"""Reading everything about a pilot in one go, for pages and for decisions."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.readiness.facts import MemberState, Record
from bot.readiness.reading import Entry as Words
from bot.readiness.reading import Person, Reading, read
from bot.readiness.slots import CONVERSATIONS
from bot.readiness.state import GroupState, State, state_of
from bot.readiness.verdict import verdict
from bot.records import channels, entries, facts, members, posts, questions
from bot.records.tables import Entry, Pilot, Question
from bot.work.desk import Desk
from bot.work.view import View

MENTIONED = re.compile(r"<@([A-Z0-9]+)")
"""Somebody mentioned in a reply."""


def record_of(desk: Desk, pilot: Pilot) -> Record:
    """All facts of the pilot."""
    return facts.record(desk.session, desk.team, pilot)


def current(desk: Desk, record: Record) -> State:
    """The state of a record at this moment, with all that is known (a clock may have been set back since)."""
    latest = max((fact.at for fact in record.facts), default=desk.now)
    return state_of(record, max(latest, desk.now) + timedelta(microseconds=1))


def view_of(desk: Desk, pilot: Pilot) -> View:
    """Everything a page of this pilot needs, at the desk's moment."""
    assert pilot.id is not None
    record = record_of(desk, pilot)
    state = current(desk, record)
    told = _entries(desk, pilot)
    rows = {row.conversation: row for row in questions.of_pilot(desk.session, desk.team, pilot.id)}
    near = channels.people(desk.session, desk.team, pilot.channel)
    everybody = _people(desk, pilot, _named(pilot, record, told, rows))
    return View(
        pilot=pilot,
        record=record,
        state=state,
        verdict=verdict(record, record.day(desk.now), desk.pace.numbers),
        now=desk.now,
        today=record.day(desk.now),
        questions=rows,
        entries=told,
        readings=_readings(
            pilot, record.day(desk.now), state, told, [one for one in everybody if one.id in near | {pilot.lead}]
        ),
        people={person.id: person for person in everybody},
        posts={(post.kind, post.key): post for post in posts.of_pilot(desk.session, desk.team, pilot.id)},
        facts={fact.id: fact for fact in record.facts if fact.id},
        channel_members=frozenset(near),
    )


def _named(
    pilot: Pilot, record: Record, told: Mapping[str, Sequence[Entry]], asked: Mapping[str, Question]
) -> set[str]:
    """Everybody whose name a page of this pilot may show."""
    rows = [row for group in told.values() for row in group]
    authors = {user for row in rows for user in (row.author, row.withdrawn_by, *MENTIONED.findall(row.text))}
    people_asked = {user for row in asked.values() for user in (row.asked, row.asked_by)}
    return {pilot.lead, *authors, *people_asked, *facts.users_of(record)} - {""}


def people_near(desk: Desk, pilot: Pilot) -> list[Person]:
    """The people whose names are read out of a reply: the members of the pilot's channel, and its lead."""
    return _people(desk, pilot, {pilot.lead})


def _people(desk: Desk, pilot: Pilot, also: Collection[str]) -> list[Person]:
    found = members.near(desk.session, desk.team, pilot.channel, also)
    return [Person(user, name, shown, email, MemberState(state)) for user, name, shown, email, state in found]


def words_of(pilot: Pilot, entry: Entry) -> Words:
    """An entry as the model reads it: its time in the channel's zone, since people write "yesterday"."""
    at = entry.received_at.astimezone(ZoneInfo(pilot.zone))
    return Words(entry.ts, entry.author, entry.text, at, entry.asked_slot)


def waiting_reading(
    pilot: Pilot, today: date, group: GroupState, told: Sequence[Entry], near: Sequence[Person]
) -> Reading | None:
    """What was read from the words that nobody has saved since, without what is saved just so already. ``near``: whose
    names are read out of them."""
    fresh = [entry for entry in told if entry.state == "answer" and entry.settled and not entry.handled]
    if not fresh:
        return None
    reading = read(group.key, [words_of(pilot, entry) for entry in fresh], near, today)
    slots = {name: value for name, value in reading.slots.items() if not _is_saved(group, name, value.value)}
    return replace(reading, slots=slots) if slots or reading.rows else None


def _is_saved(group: GroupState, name: str, value: object) -> bool:
    held = group.slots.get(name)
    return held is not None and held.value == value and not held.to_confirm


def _entries(desk: Desk, pilot: Pilot) -> dict[str, tuple[Entry, ...]]:
    """Entries by conversation in ts order; the words of withdrawn ones are left out."""
    assert pilot.id is not None
    found: dict[str, list[Entry]] = {}
    for entry in entries.of_pilot(desk.session, desk.team, pilot.id):
        found.setdefault(entry.conversation, []).append(entry)
    return {key: tuple(rows) for key, rows in found.items()}


def _readings(
    pilot: Pilot, today: date, state: State, told: dict[str, tuple[Entry, ...]], near: Sequence[Person]
) -> dict[str, Reading]:
    found: dict[str, Reading] = {}
    for conversation in CONVERSATIONS:
        if told.get(conversation.key):
            reading = waiting_reading(pilot, today, state.groups[conversation.key], told[conversation.key], near)
            if reading is not None:
                found[conversation.key] = reading
    return found
