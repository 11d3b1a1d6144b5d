"""The pilots of tests/data/pilots.json as records: what their people would have saved, clicked and been."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.readiness.facts import Fact, FactKind, MemberState, Record
from bot.readiness.slots import GROUPS

DATA = Path(__file__).parents[1] / "data" / "pilots.json"
BY_CLICK = {"rows", "accepted", "confirmed_on", "may_stop", "agreed_by", "agreed_on", "saved_by", "saved_on"}
ROW_META = {"id", "of", "saved_by", "saved_on"}

Told = Mapping[str, Any]


@cache
def pilots() -> Mapping[str, Told]:
    """The pilots as written in the file, by id."""
    return {pilot["id"]: pilot for pilot in json.loads(DATA.read_text(encoding="utf-8"))["pilots"]}


def record_of(pilot: Told) -> Record:
    """The pilot's slots as facts, at noon of their day in its zone; ids in the order of time."""
    zone = pilot["timezone"]
    found = sorted(_facts(pilot), key=lambda fact: fact.at)
    facts = tuple(replace(fact, id=number) for number, fact in enumerate(found, start=1))
    return Record(facts, zone, _lead(pilot), found[0].at)


def noon(on: str | date, zone: str) -> datetime:
    """Noon of an (ISO) date in the zone."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    return datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def _lead(pilot: Told) -> str:
    return str(pilot["slots"]["builder"]["saved_by"])


def _facts(pilot: Told) -> Iterator[Fact]:
    zone = pilot["timezone"]
    yield from _members(pilot, zone)
    for key, told in pilot["slots"].items():
        if key == "builder":
            builder = {name: told[name] for name in ("user", "text") if name in told}
            yield Fact(noon(told["saved_on"], zone), told["saved_by"], FactKind.SAVED, "builder", values=builder)
        else:
            yield from _saved(key, told, zone)
            yield from _clicks(told, zone)


def _members(pilot: Told, zone: str) -> Iterator[Fact]:
    """Everybody is heard of when the pilot starts; who left is inactive from the first moment of that day."""
    started = min(noon(told["saved_on"], zone) for told in pilot["slots"].values())
    for person in pilot["people"]:
        values = {"user": person["slack_id"], "state": _first_state(person).value}
        yield Fact(started - timedelta(minutes=1), "", FactKind.MEMBER, values=values)
        if "inactive_since" in person:
            gone = noon(person["inactive_since"], zone) - timedelta(hours=12)
            values = {"user": person["slack_id"], "state": MemberState.INACTIVE.value}
            yield Fact(gone, "", FactKind.MEMBER, values=values)


def _first_state(person: Told) -> MemberState:
    for state in (MemberState.BOT, MemberState.EXTERNAL, MemberState.GUEST):
        if person[state.value]:
            return state
    return MemberState.ACTIVE if person["active"] or "inactive_since" in person else MemberState.INACTIVE


def _saved(key: str, told: Told, zone: str) -> Iterator[Fact]:
    own = {name: value for name, value in told.items() if name not in BY_CLICK}
    at = noon(told["saved_on"], zone)
    if own or GROUPS[key].slots:
        yield Fact(at, told["saved_by"], FactKind.SAVED, key, values=own)
    for row in told.get("rows", ()):
        values = {name: value for name, value in row.items() if name not in ROW_META}
        when = noon(row["saved_on"], zone) if "saved_on" in row else at
        by = row.get("saved_by", told["saved_by"])
        yield Fact(when, by, FactKind.SAVED, key, row=row.get("of", row["id"]), values=values)


def _clicks(told: Told, zone: str) -> Iterator[Fact]:
    for role, on in told.get("accepted", {}).items():
        if on:
            yield _answer(role, told[role], on, zone)
    if told.get("confirmed_on"):
        yield _answer("reviewer", told["reviewer"], told["confirmed_on"], zone)
    if told.get("agreed_by"):
        yield Fact(noon(told["agreed_on"], zone), told["agreed_by"], FactKind.AGREED, "replacement")


def _answer(role: str, by: str, on: str, zone: str) -> Fact:
    return Fact(noon(on, zone), by, FactKind.ACCEPTED, values={"role": role})
