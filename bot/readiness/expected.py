"""The pre-filled rows of the forms for access and swappable parts: one per dependency, and the destination."""

from __future__ import annotations

from bot.readiness.slots import GROUPS, POINTS, PREFILLED_ROWS
from bot.readiness.states import RowState, State
from bot.readiness.values import text

DESTINATION = "destination"
POINT_OF = {"data": "data_source", "model": "model", "credential": "credentials"}


def expected_rows(state: State, group: str) -> tuple[str, ...]:
    """The ids of the rows that the form must have, in the order to show them; () for a group without pre-filled rows.

    Such a row's id is the dependency row's id, ``destination``, or (agnostic) a bare point where no dependency has it.
    """
    kinds = PREFILLED_ROWS.get(group)
    if kinds is None:
        return ()
    rows = state.groups["dependencies"].rows
    found = [key for key, row in rows.items() if row.value("kind") in kinds]
    bare = [point for kind, point in POINT_OF.items() if not any(row.value("kind") == kind for row in rows.values())]
    return (*found, *(bare if group == "agnostic" else ()), DESTINATION)


def counted_rows(state: State, group: str) -> dict[str, RowState | None]:
    """Every row that counts by its id: the expected ones (None: not saved yet), then rows that people added.

    A pre-filled row whose dependency is gone no longer counts, though it is kept.
    """
    saved = state.groups[group].rows
    if group not in PREFILLED_ROWS:
        return dict(saved)
    expected = expected_rows(state, group)
    reserved = {*expected, *POINTS, *state.dependency_ids}
    added = {key: row for key, row in saved.items() if key not in reserved}
    return {**{key: saved.get(key) for key in expected}, **added}


def point_of(state: State, row: str) -> str:
    """The connection point of a pre-filled row of ``agnostic``; "" for a row that people added."""
    if row in POINTS:
        return row
    dependency = state.groups["dependencies"].rows.get(row)
    return POINT_OF.get(text(dependency.value("kind")), "") if dependency else ""


def derived_slots(state: State, group: str, row: str) -> tuple[str, ...]:
    """The slots of a row that nobody has to give, since they follow from its id."""
    if row not in expected_rows(state, group):
        return ()
    rows = GROUPS[group].rows
    return ("hop", "point") if rows else ()
