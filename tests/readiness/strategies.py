"""Generated records: anything that facts may hold, and pilots that are nearly sound."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.readiness.facts import Fact, FactKind, MemberState, Record, Value
from bot.readiness.slots import GROUPS, Kind, Slot
from tests.readiness.pilots import (
    BACKUP,
    BUILDER,
    CLICKS,
    GUEST,
    MEMBERS,
    OTHER,
    OWNER,
    REVIEWER,
    SAVED,
    SOUND,
    STRANGER,
    ZONE,
    Place,
    moment,
    saves,
)

FIRST, LAST = date(2026, 10, 1), date(2028, 6, 1)
PEOPLE = (BUILDER, OWNER, BACKUP, REVIEWER, OTHER, GUEST, STRANGER, "")
ROWS = ("", "d1", "d2", "d3", "d4", "f1", "h1", "c1", "destination", "model", "data_source")

days = st.dates(FIRST, LAST)
people = st.sampled_from(PEOPLE)
junk: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(date.isoformat),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["user", "users", "rota", "fact"]), inner)
    ),
    max_leaves=4,
)


def values_of(slot: Slot) -> st.SearchStrategy[Any]:
    """Values that the slot can hold."""
    if slot.kind is Kind.USER:
        return people
    if slot.kind in (Kind.USER_OR_ROTA, Kind.USERS_OR_ROTA):
        return st.sampled_from([{"user": OTHER}, {"users": [OWNER, OTHER]}, {"rota": "Duty"}])
    if slot.kind is Kind.CHOICE:
        return st.sampled_from(slot.choices)
    word = st.just(slot.word) if slot.word else st.nothing()
    if slot.kind is Kind.DATE:
        return word | st.dates(date(2025, 1, 1), date(2029, 1, 1)).map(date.isoformat)
    if slot.kind is Kind.NUMBER:
        return word | st.integers(0, 400)
    return st.sampled_from(["Some words", "latest", "m-2026-05-20", "https://wiki.example.com/x"])


def slots_of(group: str, row: str) -> tuple[Slot, ...]:
    """All slots that a save of this place might name."""
    known = GROUPS[group]
    if not row:
        return known.slots
    kinds = known.rows.slots if known.rows else {}
    kind = Slot("kind", Kind.CHOICE, choices=tuple(kinds) or ("",))
    return (*(slot for slots in kinds.values() for slot in slots), kind)


@st.composite
def contents(draw: st.DrawFn, group: str, row: str) -> dict[str, Value]:
    """Some slots of a place, mostly as they should be."""
    slots = slots_of(group, row)
    chosen = draw(st.lists(st.sampled_from(slots), max_size=6)) if slots else []
    return {slot.name: draw(values_of(slot) | junk) for slot in chosen}


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """Any fact at all."""
    kind = draw(st.sampled_from(FactKind))
    group = draw(st.sampled_from([*GROUPS, "builder", "", "nonsense"]))
    row = draw(st.sampled_from(ROWS))
    values: Mapping[str, Value] = draw(contents(group, row)) if group in GROUPS else {}
    told = {
        "user": people | junk,
        "who": people | junk,
        "role": st.sampled_from(["owner", "backup", "reviewer"]) | junk,
        "state": st.sampled_from([state.value for state in MemberState]) | junk,
        "fact": st.integers(0, 20) | junk,
        "may_stop": st.sampled_from(["no", None]),
    }
    if kind not in (FactKind.SAVED, FactKind.TO_CONFIRM, FactKind.WITHDRAWN) or group == "builder":
        values = {name: draw(strategy) for name, strategy in told.items()}
    at = moment(draw(days), draw(st.integers(0, 23)))
    return Fact(at, draw(people), kind, group, row, values, id=draw(st.integers(0, 20)))


@st.composite
def junk_records(draw: st.DrawFn) -> Record:
    """Any facts in any order, on top of nothing or of a sound pilot."""
    base = draw(st.sampled_from([[], [*MEMBERS, *saves(SOUND), *CLICKS]]))
    return Record((*base, *draw(st.lists(facts(), max_size=12))), ZONE, draw(people), moment(SAVED, 8))


def numbered(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts with ids of their own, so that their order is settled."""
    return tuple(
        Fact(f.at, f.by, f.kind, f.group, f.row, f.values, f.cites, number) for number, f in enumerate(facts, 1)
    )


def accepted_on(day: date) -> dict[tuple[str, str], list[Any]]:
    """By group and slot, values that their rules accept when they are saved on the day."""
    today, ahead = day.isoformat(), (day + timedelta(days=400)).isoformat()
    return {
        ("ownership", "owner"): [OWNER],
        ("ownership", "backup"): [BACKUP],
        ("dependencies", "stability"): ["internal"],
        ("dependencies", "until"): [ahead],
        ("dependencies", "by_hand"): ["no"],
        ("dependencies", "pinned"): ["yes"],
        ("dependencies", "version"): ["m-small-2026-05", "m-preview-2026-05-20"],
        ("dependencies", "retires_on"): ["none_announced", ahead],
        ("dependencies", "rotated_on"): ["managed", today],
        ("dependencies", "rotate_every_days"): [30, 200],
        ("dependencies", "held_by"): [OTHER, GUEST],
        ("dependencies", "deputy"): [OTHER],
        ("failure", "loudness"): ["quiet", "invisible"],
        ("failure", "signal"): ["alert_reaches_person", "check_blocks_it"],
        ("failure", "who"): [{"user": OWNER}, {"rota": "Duty"}],
        ("failure", "drilled_on"): [today],
        ("review", "reviewer"): [REVIEWER],
        ("review", "share"): ["all", 1],
        ("review", "every"): ["each_item", "day", "week"],
        ("review", "every_days"): [1, 28],
        ("review", "last_on"): [today],
        ("replacement", "who"): [{"users": [OWNER]}, {"rota": "Team leads"}],
        ("replacement", "tried_on"): [today],
        ("replacement", "nothing_needed"): ["yes"],
        ("playbook", "retention_days"): [90],
        ("playbook", "look_back_days"): [31, 90],
        ("access", "account"): ["service_limited"],
        ("access", "logged"): ["yes"],
        ("access", "checked"): ["yes"],
        ("access", "reviewed_on"): [today],
        ("tests", "in_version_control"): ["yes"],
        ("tests", "good"): [1, 60],
        ("tests", "bad"): [1, 30],
        ("tests", "starts_on"): ["every_change"],
        ("tests", "last_run_on"): [today],
        ("agnostic", "last_swapped"): [today],
    }


def places() -> list[tuple[Place, Slot]]:
    """Every slot of every row of the smallest sound pilot, optional ones too; the kind of a row is no slot."""
    kinds = {row: value for (group, row, slot), value in SOUND.items() if (group, slot) == ("dependencies", "kind")}
    found = []
    for group, row in dict.fromkeys((group, row) for group, row, _ in SOUND):
        known = GROUPS[group]
        rows = known.rows.slots if known.rows else {}
        slots = rows[kinds[row] if group == "dependencies" else ""] if row else known.slots
        found += [((group, row, slot.name), slot) for slot in slots if slot.name not in ("hop", "point")]
    return [*found, *((("access", "", slot.name), slot) for slot in GROUPS["access"].slots)]
