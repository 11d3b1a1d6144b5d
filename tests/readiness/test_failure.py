"""Conversation 3: how does it fail?"""

from __future__ import annotations

import pytest

from tests.readiness.pilots import GONE, Place, codes, judged


def at(row: str, slot: str) -> Place:
    return ("failure", row, slot)


LOUD = {at("f2", "loudness"): "loud", at("f2", "what"): "The planner is down"}
HIDDEN = {
    at("f2", "loudness"): "invisible",
    at("f2", "what"): "Too few hours",
    at("f2", "signal"): "check_blocks_it",
    at("f2", "first_action"): "Stop the planner",
    at("f2", "who"): {"rota": "Payroll"},
}
WEAK = {at("f2", "signal"): "nothing_shows_it"}
NO_ROW = {at("f1", slot): GONE for slot in ("loudness", "what", "signal", "first_action", "who")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("", "plan"): None}, {"missing:plan"}),
        ({at("f1", "loudness"): "loud"}, {"no_quiet_failure"}),
        ({at("f1", "loudness"): None}, {"no_quiet_failure"}),
        (NO_ROW, {"no_quiet_failure"}),
        ({at("f1", "what"): None}, {"missing:what"}),
        ({at("f1", "first_action"): ""}, {"missing:first_action"}),
        ({at("f1", "who"): {}}, {"missing:who"}),
        ({at("f1", "who"): "UOWNER"}, {"missing:who"}),
        ({at("f1", "who"): {"rota": "Duty"}}, set()),
        ({at("f1", "signal"): None}, {"missing:signal"}),
        ({at("f1", "signal"): "alert_reaches_person"}, set()),
        ({at("f1", "signal"): "check_blocks_it"}, set()),
        ({at("f1", "signal"): "somebody_complains"}, {"signal_too_weak"}),
        ({at("f1", "signal"): "nothing_shows_it"}, {"signal_too_weak"}),
        ({at("f1", "loudness"): "invisible"}, set()),
        (LOUD, set()),
        (HIDDEN, set()),
        ({**NO_ROW, **HIDDEN}, set()),
        ({**HIDDEN, at("f1", "what"): None}, set()),
        ({**HIDDEN, **WEAK, at("f1", "what"): None}, {"missing:what", "signal_too_weak"}),
        ({at("", "drilled_on"): "2020-01-01"}, set()),
        ({at("", "drilled_on"): "2026-11-03"}, {"date_after_save"}),
    ],
)
def test_one_failure_that_shows_is_enough(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["failure"].findings) == expected
    assert verdict.gate("failure_modes").answer == ("no" if expected else "yes")


def test_a_further_failure_that_is_incomplete_is_a_gap() -> None:
    gaps = [warning for warning in judged(LOUD).warnings if warning.code == "gap"]
    assert {gap.slot for gap in gaps} == {"signal", "first_action", "who"}
    assert {gap.values["what"] for gap in gaps} == {"The planner is down"}


@pytest.mark.parametrize(("on", "expected"), [("2027-08-05", False), ("2027-08-06", True)])
def test_an_old_drill_only_warns(on: str, expected: bool) -> None:
    verdict = judged({at("", "drilled_on"): "2026-08-06"}, on=on)
    assert ("drill_old" in codes(verdict.warnings)) is expected
    assert verdict.feeds["failure"].status == "sound"
