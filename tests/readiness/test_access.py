"""Gate 5: access, at every hop."""

from __future__ import annotations

import pytest

from bot.readiness.facts import Fact, FactKind
from bot.readiness.state import expected_rows, state_of
from tests.readiness.pilots import GONE, OTHER, Place, codes, judged, record, said, saved

EXTRA: dict[Place, object] = {
    ("access", "h1", "hop"): "Planner to archive",
    ("access", "h1", "account"): "service_limited",
    ("access", "h1", "logged"): "yes",
    ("access", "h1", "checked"): "yes",
}
REVIEWED: Place = ("access", "", "reviewed_on")


def at(row: str, slot: str) -> Place:
    return ("access", row, slot)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("d1", "account"): None}, {"missing:account"}),
        ({at("d1", "account"): "service_admin"}, {"not_limited"}),
        ({at("destination", "account"): "a_persons"}, {"not_limited"}),
        ({at("d2", "logged"): "no"}, {"not_logged"}),
        ({at("d2", "logged"): None}, {"missing:logged"}),
        ({at("d2", "checked"): "no"}, {"not_checked"}),
        ({at("d2", "checked"): "sometimes"}, {"missing:checked"}),
        ({at("d1", "logged"): "no", at("d1", "checked"): "no"}, {"not_logged", "not_checked"}),
        (
            {at("d2", slot): GONE for slot in ("account", "logged", "checked")},
            {"missing:account", "missing:logged", "missing:checked"},
        ),
        (EXTRA, set()),
        ({**EXTRA, at("h1", "hop"): None}, {"missing:hop"}),
        ({**EXTRA, at("h1", "account"): "service_admin"}, {"not_limited"}),
        ({at("d3", "account"): "a_persons"}, set()),
        ({at("model", "account"): "a_persons"}, set()),
        ({REVIEWED: "2026-11-01"}, set()),
        ({REVIEWED: "2026-11-03"}, {"date_after_save"}),
        ({REVIEWED: "2026-07-25"}, set()),
        ({REVIEWED: "2026-07-24"}, {"access_review_too_old"}),
    ],
)
def test_slots(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["access"].findings) == expected
    assert verdict.gate("access").answer == ("no" if expected else "yes")


def test_a_dependency_added_later_is_a_hop_not_yet_looked_at() -> None:
    more = saved("dependencies", {"kind": "data", "name": "Prices", "stability": "internal", "by_hand": "no"}, "d4")
    verdict = judged(more=[more])
    assert {finding.row for finding in verdict.feeds["access"].findings} == {"d4"}
    assert verdict.gate("access").answer == "no"


def test_the_hop_of_a_removed_dependency_no_longer_counts() -> None:
    gone = Fact(said(FactKind.REMOVED, OTHER).at, OTHER, FactKind.REMOVED, "dependencies", "d1")
    assert judged({at("d1", "logged"): "no"}, [gone]).gate("access").answer == "yes"


def test_the_expected_rows_follow_the_dependencies() -> None:
    everything = record()
    state = state_of(everything, everything.end_of(said(FactKind.LIVE, OTHER).at.date()))
    assert expected_rows(state, "access") == ("d1", "d2", "destination")
    assert expected_rows(state, "agnostic") == ("d1", "d2", "d3", "destination")
    assert expected_rows(state, "tests") == ()


LAPSES = [
    ("no date", {}, [], "2027-02-10"),
    ("a date", {REVIEWED: "2026-10-01"}, [], "2027-02-10"),
    ("no date, a hop saved later", {}, [saved("access", {"logged": "yes"}, "d1", on="2026-11-20")], "2027-02-28"),
    (
        "a date, a hop saved later",
        {REVIEWED: "2026-10-01"},
        [saved("access", {"logged": "yes"}, "d1", on="2026-11-20")],
        "2027-02-10",
    ),
    (
        "a new date",
        {REVIEWED: "2026-10-01"},
        [saved("access", {"reviewed_on": "2026-11-20"}, on="2026-11-20")],
        "2027-02-28",
    ),
]


@pytest.mark.parametrize(("changes", "facts", "on"), [case[1:] for case in LAPSES], ids=[case[0] for case in LAPSES])
def test_it_counts_for_100_days(changes: dict[Place, object], facts: list[Fact], on: str) -> None:
    lapse = next(lapse for lapse in judged(changes, facts).lapses if lapse.group == "access")
    assert lapse.on.isoformat() == on
    assert judged(changes, facts, on=lapse.on.fromordinal(lapse.on.toordinal() - 1)).gate("access").answer == "yes"
    assert judged(changes, facts, on=lapse.on).gate("access").answer == "lapsed"
