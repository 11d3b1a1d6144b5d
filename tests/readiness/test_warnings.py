"""What is worth knowing, and what is about to run out; none of it blocks."""

from __future__ import annotations

from datetime import date

import pytest

from bot.readiness.facts import Fact, MemberState
from bot.readiness.findings import Weight
from bot.readiness.numbers import Numbers
from bot.readiness.verdict import verdict
from tests.readiness.pilots import GONE, OTHER, OWNER, SOUND, Place, judged, member, record

KEY = ("dependencies", "d3", "rotated_on")
STATED = ("dependencies", "d3", "rotate_every_days")
LINK = "https://wiki.example.com/all"


def ends(changes: dict[Place, object], on: str) -> set[str]:
    """The codes of what the verdict says will run out soon."""
    warnings = judged(changes, on=on).warnings
    return {str(warning.values["code"]) for warning in warnings if warning.code == "runs_out"}


@pytest.mark.parametrize(
    ("changes", "code", "first", "last"),
    [
        ({KEY: "2026-11-01"}, "credential_old", "2027-01-10", "2027-02-08"),
        ({}, "tried_too_long_ago", "2027-07-07", "2027-08-05"),
        ({}, "review_not_renewed", "2027-01-11", "2027-02-09"),
        # known 2 Nov 2026, over on 1 Jan 2027: 60 days of life, so 20 days ahead
        ({("dependencies", "d2", "retires_on"): "2027-03-02"}, "model_retires", "2026-12-12", "2026-12-31"),
    ],
)
def test_a_warning_begins_30_days_or_a_third_of_the_life_before(
    changes: dict[Place, object], code: str, first: str, last: str
) -> None:
    day = date.fromisoformat
    assert code not in ends(changes, day(first).fromordinal(day(first).toordinal() - 1).isoformat())
    assert code in ends(changes, first)
    assert code in ends(changes, last)
    assert code not in ends(changes, day(last).fromordinal(day(last).toordinal() + 1).isoformat())


def test_how_early_is_a_setting() -> None:
    soon = verdict(record(), date(2027, 1, 30), Numbers(warning_days=10))
    assert "runs_out" not in {warning.code for warning in soon.warnings}


def test_a_warning_goes_to_the_person_who_can_act() -> None:
    warnings = judged(on="2027-01-20").warnings
    assert {warning.group: warning.who for warning in warnings if warning.code == "runs_out"} == {
        "review": ("UREVIEWER",),
        "access": (OWNER,),
        "tests": (OWNER,),
    }


@pytest.mark.parametrize(
    ("stated", "on", "expected"),
    [(30, "2026-11-30", False), (30, "2026-12-01", True), (180, "2026-12-01", False), (None, "2026-12-01", False)],
)
def test_a_shorter_rotation_warns_at_its_own_date(stated: int | None, on: str, expected: bool) -> None:
    verdict = judged({KEY: "2026-11-01", STATED: stated}, on=on)
    assert ("rotation_due" in {warning.code for warning in verdict.warnings}) is expected
    assert verdict.gate("dependencies").answer == "yes"


LEFT = member(OTHER, MemberState.INACTIVE, "2026-11-10")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("dependencies", "d1", "held_by"), OTHER),
        (("failure", "f1", "who"), {"user": OTHER}),
        (("replacement", "", "who"), {"users": [OWNER, OTHER]}),
    ],
)
def test_people_named_who_left(place: Place, value: object) -> None:
    def named(facts: list[Fact]) -> list[tuple[str, str, str]]:
        found = judged({place: value}, facts)
        assert found.ready
        return [(w.group, w.row, w.slot) for w in found.warnings if w.code == "person_not_active"]

    assert named([]) == []
    assert named([LEFT]) == [place]


def test_one_link_for_more_than_two_gates() -> None:
    two: dict[Place, object] = {("failure", "", "plan"): LINK, ("playbook", "", "audit"): f"see {LINK}."}
    assert "link_proves_many" not in {warning.code for warning in judged(two).warnings}
    verdict = judged({**two, ("tests", "", "last_run"): LINK})
    found = next(warning for warning in verdict.warnings if warning.code == "link_proves_many")
    assert found.values == {"link": LINK, "gates": "failure_modes,playbook,tests"}
    assert verdict.ready


def test_accounts_without_any_credential() -> None:
    no_key = {place: GONE for place in SOUND if place[1] == "d3"}
    warned = {w.row for w in judged(no_key).warnings if w.code == "account_without_credential"}
    assert warned == {"d1", "d2", "destination"}
    assert "account_without_credential" not in {warning.code for warning in judged().warnings}


def test_no_warning_is_among_the_findings() -> None:
    verdict = judged(on="2027-07-20")
    assert all(warning.weight is Weight.WARNING for warning in verdict.warnings)
    assert all(finding.weight is not Weight.WARNING for gate in verdict.gates for finding in gate.findings)


def test_lapses_are_listed_soonest_first_with_their_gate() -> None:
    lapses = judged().lapses
    assert [(lapse.on.isoformat(), lapse.gate) for lapse in lapses] == [
        ("2027-02-10", "access"),
        ("2027-02-10", "playbook"),
        ("2027-02-10", "tests"),
        ("2027-08-06", "failure_modes"),
    ]
