"""Gate 7: swappable parts."""

from __future__ import annotations

import pytest

from bot.readiness.facts import Fact, FactKind
from bot.readiness.state import expected_rows, state_of
from tests.readiness.pilots import GONE, OTHER, SOUND, Place, codes, judged, moment, record, said


def at(row: str, slot: str = "setting") -> Place:
    return ("agnostic", row, slot)


EXTRA = {at("c1", "point"): "destination", at("c1"): "ARCHIVE_URL"}
NO_DATA = {place: GONE for place in SOUND if place[1] == "d1"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("d1"): None}, {"hard_wired"}),
        ({at("d2"): ""}, {"hard_wired"}),
        ({at("d3"): 7}, {"hard_wired"}),
        ({at("destination"): GONE}, {"hard_wired"}),
        (EXTRA, set()),
        ({**EXTRA, at("c1", "point"): "moon"}, {"missing:point"}),
        ({**EXTRA, at("c1"): None}, {"hard_wired"}),
        ({at("model"): None}, set()),
        ({at("d2", "last_swapped"): "2026-11-03"}, {"date_after_save"}),
        ({**NO_DATA, at("data_source"): "SOURCE"}, set()),
        (NO_DATA, {"hard_wired"}),
    ],
)
def test_slots(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["agnostic"].findings) == expected
    assert verdict.gate("agnostic").answer == ("no" if expected else "yes")


def test_a_hard_wired_point_is_named() -> None:
    finding = judged({at("d1"): None}).gate("agnostic").findings[0]
    assert finding.values == {"point": "data_source", "name": "Bookings table"}


def test_bare_points_stand_in_for_dependencies_that_are_not_on_record() -> None:
    nothing = record(dict.fromkeys(SOUND, GONE))
    state = state_of(nothing, moment("2026-11-24"))
    assert expected_rows(state, "agnostic") == ("data_source", "model", "credentials", "destination")
    assert expected_rows(state, "access") == ("destination",)


def test_the_point_of_a_removed_dependency_no_longer_counts() -> None:
    gone = Fact(said(FactKind.REMOVED, OTHER).at, OTHER, FactKind.REMOVED, "dependencies", "d1")
    verdict = judged({at("d1"): None, at("data_source"): "SOURCE"}, [gone])
    assert verdict.gate("agnostic").answer == "yes"
