"""*Change details*: name, purpose, builder and planned launch, also when two people change them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.readiness.facts import Fact, FactKind, Value
from bot.records.tables import Pilot
from bot.work import say
from bot.work.authority import may_lead
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.forms import Conflict
from bot.work.launch_day import is_over
from bot.work.life import told
from bot.work.names import clean_name, name_key, wrong_name
from bot.work.results import Done, Refusal, Result
from bot.work.views import current, record_of

Builder = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Details:
    """What *Change details* holds; an empty ``builder`` leaves it as it is."""

    name: str
    purpose: str
    builder: Builder
    launch_on: date | None


def change_details(desk: Desk, pilot: Pilot, by: str, wanted: Details) -> Result:
    """Save what differs. The name is for the owner and the lead to change: of others none of it is saved then."""
    name = clean_name(wanted.name)
    if wanted.launch_on != pilot.launch_on and is_over(desk, pilot.zone, wanted.launch_on):
        return Refusal("launch_in_the_past", {"slot": "launch_on"})
    if name != pilot.name:
        renamed = may_lead(desk, pilot, current(desk, record_of(desk, pilot)), by) or rename(desk, pilot, by, name)
        if not isinstance(renamed, Done):
            return renamed
    _describe(desk, pilot, by, wanted)
    if wanted.launch_on != pilot.launch_on:
        _move_launch(desk, pilot, by, wanted.launch_on)
    after_change(desk, pilot)
    return Done("details_saved")


def rename(desk: Desk, pilot: Pilot, by: str, name: str) -> Result:
    """Give the pilot another name."""
    name = clean_name(name)
    refused = wrong_name(desk, pilot.channel, name, but=pilot.id)
    if refused is not None:
        return refused
    fact = desk.note(pilot, FactKind.RENAMED, by, values={"from": pilot.name, "to": name})
    pilot.name, pilot.name_key = name, name_key(name)
    return told(desk, pilot, fact, Done("renamed", {"pilot": name}))


def move_launch(desk: Desk, pilot: Pilot, by: str, on: date) -> Result:
    """Plan another launch; the thread is told, with who moved it."""
    if is_over(desk, pilot.zone, on):
        return Refusal("launch_in_the_past", {"slot": "launch_on"})
    if on != pilot.launch_on:
        _move_launch(desk, pilot, by, on)
        after_change(desk, pilot)
    return Done("date_changed")


def conflict(desk: Desk, pilot: Pilot, by: str, revision: int, typed: Details) -> Conflict | None:
    """What was changed since the fact ``revision`` (the latest when ``by`` opened the form) and differs from what was
    typed; None when nothing was."""
    record = record_of(desk, pilot)
    newer = {slot: fact for fact in record.facts if fact.id > revision for slot in _changes(fact)}
    held = _mapping(current(desk, record).builder)
    now = _fields(Details(pilot.name, pilot.purpose, held, pilot.launch_on))
    wanted = _fields(replace(typed, name=clean_name(typed.name), builder=typed.builder or held))
    theirs = {slot: now[slot] for slot in newer if now[slot] != wanted[slot]}
    if not theirs:
        return None
    latest = max((newer[slot] for slot in theirs), key=lambda fact: fact.id)
    return Conflict(latest, theirs, mine=latest.by == by)


def _changes(fact: Fact) -> tuple[str, ...]:
    """The field of the form that a fact changes, if any."""
    if fact.kind is FactKind.SAVED and fact.group == "builder":
        return ("builder",)
    return FIELDS.get(fact.kind, ())


FIELDS = {FactKind.RENAMED: ("name",), FactKind.DETAILS: ("purpose",), FactKind.LAUNCH: ("launch_on",)}


def _fields(details: Details) -> dict[str, Value]:
    """By field of the form, as it is shown: a user id or words for the builder, an ISO date for the launch."""
    return {
        "name": details.name,
        "purpose": details.purpose,
        "builder": details.builder.get("user") or details.builder.get("text"),
        "launch_on": details.launch_on.isoformat() if details.launch_on else None,
    }


def _mapping(builder: Value) -> Builder:
    return builder if isinstance(builder, Mapping) else {"text": builder}


def _describe(desk: Desk, pilot: Pilot, by: str, wanted: Details) -> None:
    if wanted.purpose != pilot.purpose:
        desk.note(pilot, FactKind.DETAILS, by, values={"purpose": wanted.purpose}, source="form")
        pilot.purpose = wanted.purpose
        desk.session.add(pilot)
    held = _mapping(current(desk, record_of(desk, pilot)).builder)
    if wanted.builder and dict(wanted.builder) != dict(held):
        desk.note(pilot, FactKind.SAVED, by, group="builder", values=wanted.builder, source="form")


def _move_launch(desk: Desk, pilot: Pilot, by: str, launch_on: date | None) -> None:
    before, pilot.launch_on = pilot.launch_on, launch_on
    on = launch_on.isoformat() if launch_on else None
    fact = desk.note(pilot, FactKind.LAUNCH, by, values={"on": on}, source="form")
    desk.session.add(pilot)
    if before is not None:
        say.in_thread(desk, pilot, "event", str(fact.id), once=True)
