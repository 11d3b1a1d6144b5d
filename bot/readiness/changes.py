"""Changes on record: what makes an earlier test run out of date (MODEL: What lapses, test run)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.readiness.facts import Fact, FactKind, Record, Value
from bot.readiness.states import GroupState, RowState

KINDS = ("data", "model", "credential")
SLOTS = ("name", "version", "stability")

Known = dict[tuple[str, str], Value]
Stages = Iterable[tuple[Fact | None, GroupState]]


def changes_of(record: Record, facts: Iterable[Fact], stages: Stages) -> tuple[Fact, ...]:
    """*Something changed*, commits, and changed dependencies (``stages``: that conversation, fact by fact)."""
    told = [fact for fact in facts if fact.kind is FactKind.CHANGED]
    rows = [fact for fact, group in _of_dependencies(stages) if not _is_first_save(record, group, fact)]
    return tuple(sorted([*told, *rows], key=lambda fact: (fact.at, fact.id)))


def _of_dependencies(stages: Stages) -> list[tuple[Fact, GroupState]]:
    """Every fact that added or removed a row, or gave it another name, version or stability."""
    found: list[tuple[Fact, GroupState]] = []
    rows: Mapping[str, RowState] = {}
    known: Known = {}
    for fact, group in stages:
        after = {key: row for key, row in group.rows.items() if row.value("kind") in KINDS}
        if fact is not None and (after.keys() != rows.keys() or _differs(known, after)):
            found.append((fact, group))
        rows, known = after, _noted(known, after)
    return found


def _is_first_save(record: Record, group: GroupState, fact: Fact) -> bool:
    """The first save is no change. Rows are saved one by one and corrected at once, so it is the whole of its day, as a
    test run is."""
    return group.first_saved is None or record.day(fact.at) <= record.day(group.first_saved.at)


def _differs(known: Known, rows: Mapping[str, RowState]) -> bool:
    return any(known.get(place, value) != value for place, value in _filled(rows).items())


def _noted(known: Known, rows: Mapping[str, RowState]) -> Known:
    """The last value of each slot; an emptied slot keeps the one it had, so that filling it anew can be compared."""
    kept = {place: value for place, value in known.items() if place[0] in rows}
    return {**kept, **_filled(rows)}


def _filled(rows: Mapping[str, RowState]) -> Known:
    places = ((key, name, row.value(name)) for key, row in rows.items() for name in SLOTS)
    return {(key, name): value for key, name, value in places if value is not None}
