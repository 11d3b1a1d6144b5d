"""Gate 6: tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.readiness.facts import Fact, FactKind
from tests.readiness.pilots import OTHER, OWNER, Place, codes, judged, moment, said, saved


def at(slot: str) -> Place:
    return ("tests", "", slot)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("where"): None}, {"missing:where"}),
        ({at("in_version_control"): None}, {"missing:in_version_control"}),
        ({at("in_version_control"): "no"}, {"not_in_version_control"}),
        ({at("good"): None}, {"missing:good"}),
        ({at("good"): 0}, {"no_good_inputs"}),
        ({at("bad"): 0}, {"no_bad_inputs"}),
        ({at("bad"): False}, {"missing:bad"}),
        ({at("bad"): -1}, {"missing:bad"}),
        ({at("bad"): 1, at("good"): 1}, set()),
        ({at("starts_on"): "code_changes_only"}, {"not_on_every_change"}),
        ({at("starts_on"): "by_hand"}, {"not_on_every_change"}),
        ({at("starts_on"): ["every_change"]}, {"missing:starts_on"}),
        ({at("last_run"): None}, {"missing:last_run"}),
        ({at("last_run_on"): None}, {"missing:last_run_on"}),
        ({at("last_run_on"): "2026-11-03"}, {"date_after_save"}),
        ({at("last_run_on"): "2026-07-25"}, {"test_run_old"}),
    ],
)
def test_slots(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["tests"].findings) == expected
    assert verdict.gate("tests").answer == ("no" if expected else "yes")


def changed(slots: dict[str, object], row: str = "d2", on: str = "2026-11-10") -> Fact:
    return saved("dependencies", slots, row, on=on)  # type: ignore[arg-type]


NEW_ROW = {"name": "Prices", "stability": "internal", "by_hand": "no"}

CHANGES: list[tuple[str, list[Fact], str]] = [
    ("another name", [changed({"name": "Another"})], "lapsed"),
    ("another version", [changed({"version": "m-2026-11"})], "lapsed"),
    ("another stability", [changed({"stability": "contract", "until": "2029-01-01"})], "lapsed"),
    ("the same again", [changed({"name": "The planner's model", "version": "m-small-2026-05"})], "yes"),
    ("something else of the row", [changed({"successor": "m-2027"})], "yes"),
    ("a row added", [changed({"kind": "data", **NEW_ROW}, "d4")], "lapsed"),
    ("another kind of row added", [changed({"kind": "other", **NEW_ROW}, "d4")], "yes"),
    (
        "a row removed",
        [Fact(said(FactKind.LIVE, "", "2026-11-10").at, OWNER, FactKind.REMOVED, "dependencies", "d1")],
        "lapsed",
    ),
    ("something changed", [said(FactKind.CHANGED, OWNER, "2026-11-10", what="the prompt")], "lapsed"),
    ("something changed on the day of the run", [said(FactKind.CHANGED, OWNER, "2026-11-02", 20)], "yes"),
    (
        "a run since",
        [said(FactKind.CHANGED, OWNER, "2026-11-10"), saved("tests", {"last_run_on": "2026-11-11"}, on="2026-11-12")],
        "yes",
    ),
    (
        "a run on the same day",
        [said(FactKind.CHANGED, OWNER, "2026-11-10"), saved("tests", {"last_run_on": "2026-11-10"}, on="2026-11-12")],
        "yes",
    ),
    (
        "saved since with a run from before",
        [said(FactKind.CHANGED, OWNER, "2026-11-10"), saved("tests", {"last_run_on": "2026-11-09"}, on="2026-11-12")],
        "no",
    ),
    (
        "nothing changed, said after a change",
        [said(FactKind.CHANGED, OWNER, "2026-11-10"), said(FactKind.NOTHING_CHANGED, OWNER, "2026-11-11")],
        "lapsed",
    ),
]


@pytest.mark.parametrize(("facts", "answer"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_a_change_later_than_the_run(facts: list[Fact], answer: str) -> None:
    assert judged(more=facts).gate("tests").answer == answer


FILLING_IN = [
    ("d4", {"kind": "data", **NEW_ROW}),
    ("d2", {"name": "Another"}),
    ("d2", {"version": "m-2026-11"}),
]


@pytest.mark.parametrize(("row", "slots"), FILLING_IN)
@pytest.mark.parametrize(("on", "answer"), [("2026-11-02", "yes"), ("2026-11-03", "lapsed")])
def test_the_first_save_is_no_change_and_takes_its_day(
    row: str, slots: dict[str, object], on: str, answer: str
) -> None:
    """Rows are saved one by one, and what was read is corrected: the run of the week before still counts."""
    later = replace(changed(slots, row), at=moment(on, 15))
    assert judged({at("last_run_on"): "2026-10-26"}, [later]).gate("tests").answer == answer


def test_a_change_turns_the_gate_on_its_day() -> None:
    facts = [said(FactKind.CHANGED, OWNER, "2026-11-10")]
    assert judged(more=facts, on="2026-11-09").gate("tests").answer == "yes"
    assert judged(more=facts, on="2026-11-10").gate("tests").answer == "lapsed"


def test_a_slot_that_was_withdrawn_is_compared_with_what_it_was() -> None:
    withdrawn = Fact(changed({}).at, OWNER, FactKind.WITHDRAWN, "dependencies", "d2", {"version": None})
    same, other = (changed({"version": to}, on="2026-11-11") for to in ("m-small-2026-05", "m-2026-11"))
    assert judged(more=[withdrawn, same]).gate("tests").answer == "yes"
    assert judged(more=[withdrawn, other]).gate("tests").answer == "lapsed"


def test_a_date_that_lay_ahead_may_be_saved_again_once_it_is_past() -> None:
    again = saved("tests", {"last_run_on": "2026-11-03"}, on="2026-11-04")
    assert judged({at("last_run_on"): "2026-11-03"}, [again]).gate("tests").answer == "yes"


def test_an_undone_change_is_no_change() -> None:
    wrong = saved("dependencies", {"version": "m-2026-11"}, "d2", on="2026-11-10", id=77)
    undone = said(FactKind.UNDONE, OTHER, "2026-11-11", fact=77)
    assert judged(more=[wrong]).gate("tests").answer == "lapsed"
    assert judged(more=[wrong, undone]).gate("tests").answer == "yes"


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        ([], "2027-02-10"),
        ([said(FactKind.NOTHING_CHANGED, OWNER, "2026-11-20")], "2027-02-28"),
        ([said(FactKind.NOTHING_CHANGED, OWNER, "2026-11-01")], "2027-02-10"),
    ],
)
def test_without_a_change_it_counts_for_100_days(facts: list[Fact], on: str) -> None:
    lapse = next(lapse for lapse in judged(more=facts).lapses if lapse.group == "tests")
    assert lapse.on.isoformat() == on
    assert judged(more=facts, on=lapse.on.fromordinal(lapse.on.toordinal() - 1)).gate("tests").answer == "yes"
    assert judged(more=facts, on=lapse.on).gate("tests").answer == "lapsed"
