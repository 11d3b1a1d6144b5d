"""The field budget (MODEL: Field budget): nobody meets a long form, and the smallest sound pilot is small."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.readiness.slots import GROUPS, Kind, Slot
from tests.readiness.pilots import SOUND, judged

MOST_PER_FORM = 7
MOST_IN_ALL = 53
TWO_WAYS = (Kind.USER_OR_ROTA, Kind.USERS_OR_ROTA)
FORMS = [(key, "own", group.slots) for key, group in GROUPS.items()] + [
    (key, kind or "row", slots)
    for key, group in GROUPS.items()
    if group.rows
    for kind, slots in group.rows.slots.items()
]


def inputs(slots: Iterable[Slot]) -> int:
    """Input blocks of the slots: two where there are two ways to answer, one for logged and checked together."""
    shown = [slot for slot in slots if slot.name != "checked"]
    return sum(2 if slot.word or slot.kind in TWO_WAYS else 1 for slot in shown)


@pytest.mark.parametrize(("key", "form", "slots"), FORMS)
def test_no_form_opens_with_more_than_seven_inputs(key: str, form: str, slots: tuple[Slot, ...]) -> None:
    opens = [slot for slot in slots if not slot.more and slot.when is None]
    assert inputs(opens) <= MOST_PER_FORM, f"{key}, {form}"


def test_the_smallest_sound_pilot_needs_at_most_53_inputs() -> None:
    given = [place for place in SOUND if place[2] not in ("kind", "checked")]
    assert judged().ready
    assert len(given) <= MOST_IN_ALL


def test_it_is_the_smallest() -> None:
    """Without any single one of its slots it is not sound."""
    for place in SOUND:
        assert not judged({place: None}).ready, place


def test_pilot_has_the_parts_the_budget_speaks_of() -> None:
    kinds = [value for (group, _, slot), value in SOUND.items() if (group, slot) == ("dependencies", "kind")]
    hops = {row for (group, row, _) in SOUND if group == "access"}
    failures = [value for (_, _, slot), value in SOUND.items() if slot == "loudness"]
    assert (sorted(kinds), len(hops), failures) == (["credential", "data", "model"], 3, ["quiet"])
