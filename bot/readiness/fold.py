"""Folding facts into a state, one fact at a time, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.readiness.changes import changes_of
from bot.readiness.facts import Fact, FactKind, MemberState, Record, Value
from bot.readiness.slots import GROUPS
from bot.readiness.states import GroupState, Held, Member, RowState, State
from bot.readiness.values import text

Slots = Mapping[str, Held]
ANSWERS = (FactKind.ACCEPTED, FactKind.DECLINED, FactKind.GIVEN)
CHECKINS = (FactKind.CHECKIN_LAPSED, FactKind.CHECKIN_CONFIRMED)
DEPENDENCIES = "dependencies"


def fold(record: Record, until: datetime) -> State:
    """The state that follows from all facts of ``record`` known before ``until`` (aware UTC, exclusive)."""
    known = sorted((fact for fact in record.facts if fact.at < until), key=lambda fact: (fact.at, fact.id))
    facts = standing(known)
    stages = {key: stages_of(key, facts) for key in GROUPS}
    builder = _builder(record.lead, facts)
    return State(
        groups={key: stages[key][-1][1] for key in GROUPS},
        builder=builder,
        builder_user=text(builder.get("user")),
        lead=_lead(record.lead, facts),
        members=_members(facts),
        answers=_answers(facts),
        agreed=_of(facts, FactKind.AGREED),
        checkins=_of(facts, *CHECKINS),
        changes=changes_of(record, facts, stages[DEPENDENCIES]),
        nothing_changed=_of(facts, FactKind.NOTHING_CHANGED),
        dependency_ids=frozenset(fact.row for fact in known if fact.group == DEPENDENCIES and fact.row),
    )


def standing(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts (oldest first) without those that a later fact undid; an undoing can itself be undone."""
    undone: set[int] = set()
    kept: list[Fact] = []
    for fact in reversed(list(facts)):
        if fact.id and fact.id in undone:
            continue
        if fact.kind is FactKind.UNDONE:
            target = fact.values.get("fact")
            if isinstance(target, int) and target is not True:
                undone.add(target)
            continue
        kept.append(fact)
    return tuple(reversed(kept))


def stages_of(key: str, facts: Iterable[Fact]) -> list[tuple[Fact | None, GroupState]]:
    """The group after each fact that concerns it, first as it was before any."""
    stages: list[tuple[Fact | None, GroupState]] = [(None, GroupState(key))]
    for fact in facts:
        step = STEPS.get(fact.kind)
        if fact.group == key and step is not None:
            stages.append((fact, step(stages[-1][1], fact)))
    return stages


def _saved(group: GroupState, fact: Fact) -> GroupState:
    if fact.row and GROUPS[group.key].rows is None:
        return group
    group = replace(group, saved=fact, first_saved=group.first_saved or fact, not_yet=None)
    if not fact.row:
        return replace(group, slots=_merged(group.slots, fact))
    before = group.rows.get(fact.row)
    slots, first = (before.slots, before.first) if before else ({}, fact)
    return _with_row(group, RowState(fact.row, _merged(slots, fact), fact, first))


def _merged(slots: Slots, fact: Fact) -> Slots:
    return {**slots, **{name: _held_again(slots.get(name), value, fact) for name, value in fact.values.items()}}


def _held_again(before: Held | None, value: Value, fact: Fact) -> Held:
    return Held(value, fact, since=before.known if before and before.value == value else fact)


def _with_row(group: GroupState, row: RowState) -> GroupState:
    return replace(group, rows={**group.rows, row.id: row})


def _removed(group: GroupState, fact: Fact) -> GroupState:
    return replace(group, rows={key: row for key, row in group.rows.items() if key != fact.row})


def _not_yet(group: GroupState, fact: Fact) -> GroupState:
    return replace(group, not_yet=fact)


def _thin(group: GroupState, fact: Fact) -> GroupState:
    del fact
    return replace(group, thin=True)


def _to_confirm(group: GroupState, fact: Fact) -> GroupState:
    """An edited message reads otherwise; once it reads again as what is saved, nothing is left to confirm."""
    return _each(group, fact, lambda name, held: replace(held, to_confirm=fact.values[name] != held.value))


def _withdrawn(group: GroupState, fact: Fact) -> GroupState:
    group = _each(group, fact, lambda *_: Held(None, fact))
    row = group.rows.get(fact.row)
    return _removed(group, fact) if row and _is_empty(row) else group


def _is_empty(row: RowState) -> bool:
    """Whether a row lost all its slots (its kind is the button that was pressed, not an answer)."""
    return all(held.value is None for name, held in row.slots.items() if name != "kind")


def _each(group: GroupState, fact: Fact, change: Callable[[str, Held], Held]) -> GroupState:
    """The group with the slots that the fact names changed, where they are held."""
    row = group.rows.get(fact.row)
    if fact.row and row is None:
        return group
    slots = row.slots if row else group.slots
    after = {name: change(name, held) if name in fact.values else held for name, held in slots.items()}
    return _with_row(group, replace(row, slots=after)) if row else replace(group, slots=after)


STEPS: Mapping[FactKind, Callable[[GroupState, Fact], GroupState]] = {
    FactKind.SAVED: _saved,
    FactKind.REMOVED: _removed,
    FactKind.NOT_YET: _not_yet,
    FactKind.THIN: _thin,
    FactKind.TO_CONFIRM: _to_confirm,
    FactKind.WITHDRAWN: _withdrawn,
}


def _of(facts: Iterable[Fact], *kinds: FactKind) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.kind in kinds)


def _builder(lead: str, facts: Iterable[Fact]) -> Mapping[str, Value]:
    """Who built it: the last save that names somebody, else the person who started the pilot."""
    builder: Mapping[str, Value] = {"user": lead}
    for fact in _of(facts, FactKind.SAVED):
        if fact.group == "builder" and (text(fact.values.get("user")) or text(fact.values.get("text"))):
            builder = fact.values
    return builder


def _lead(first: str, facts: Iterable[Fact]) -> str:
    named = [text(fact.values.get("user")) for fact in _of(facts, FactKind.LEAD)]
    return next((user for user in reversed(named) if user), first)


def _members(facts: Iterable[Fact]) -> dict[str, Member]:
    members: dict[str, Member] = {}
    for fact in _of(facts, FactKind.MEMBER):
        user, state = text(fact.values.get("user")), fact.values.get("state")
        if user and isinstance(state, str) and state in set(MemberState):
            before = members[user].history if user in members else ()
            members[user] = Member(MemberState(state), fact, (*before, fact))
    return members


def _answers(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    answers: dict[str, tuple[Fact, ...]] = {}
    for fact in _of(facts, *ANSWERS):
        role = text(fact.values.get("role"))
        answers[role] = (*answers.get(role, ()), fact)
    return answers
