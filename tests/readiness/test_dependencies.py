"""Conversation 2 and gate 2: what does it depend on?"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.readiness.facts import Fact, FactKind, MemberState
from bot.readiness.rules.versions import moves
from tests.readiness.pilots import GONE, OTHER, OWNER, Place, codes, judged, member, said, saved


def at(row: str, slot: str) -> Place:
    return ("dependencies", row, slot)


CONTRACT = {at("d1", "stability"): "contract"}
PERSON = {at("d4", "kind"): "person", at("d4", "name"): "Marta, the export", at("d4", "stability"): "internal"}
OTHER_ROW = {at("d4", "kind"): "other", at("d4", "name"): "A laptop", at("d4", "stability"): "internal"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("d1", "name"): None}, {"missing:name"}),
        ({at("d1", "stability"): "perhaps"}, {"missing:stability"}),
        ({at("d1", "stability"): "none"}, {"stability_none"}),
        ({at("d1", "by_hand"): GONE}, {"missing:by_hand"}),
        ({at("d1", "by_hand"): "yes"}, {"moved_by_hand"}),
        ({at("d1", "kind"): "other"}, {"no_row_of_kind"}),
        ({at("d1", "kind"): "teapot"}, {"no_row_of_kind", "missing:kind"}),
        ({at("d1", "kind"): None}, {"no_row_of_kind", "missing:kind"}),
        (CONTRACT, {"missing:until"}),
        ({**CONTRACT, at("d1", "until"): "soon"}, {"missing:until"}),
        ({**CONTRACT, at("d1", "until"): "2028-03-31"}, set()),
        ({at("d2", "version"): ""}, {"missing:version"}),
        ({at("d2", "version"): "latest"}, {"version_moves"}),
        ({at("d2", "pinned"): "no"}, {"not_pinned"}),
        ({at("d2", "pinned"): "no", at("d2", "version"): "latest"}, {"not_pinned"}),
        ({at("d2", "retires_on"): None}, {"missing:retires_on"}),
        ({at("d2", "retires_on"): "managed"}, {"missing:retires_on"}),
        ({at("d3", "rotated_on"): "none_announced"}, {"missing:rotated_on"}),
        ({at("d3", "rotated_on"): "2026-11-03"}, {"date_after_save"}),
        ({at("d3", "rotated_on"): "2026-11-02"}, set()),
        (PERSON, {"missing:deputy"}),
        ({**PERSON, at("d4", "deputy"): OTHER}, set()),
        (OTHER_ROW, set()),
        ({**OTHER_ROW, at("d4", "stability"): "none"}, {"stability_none"}),
    ],
)
def test_slots(changes: Mapping[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["dependencies"].findings) == expected
    assert verdict.gate("dependencies").answer == ("no" if expected else "yes")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("m-small-2026-05", False),
        ("latest", True),
        ("gpt-x-latest", True),
        ("Model X (Preview)", True),
        ("m:stable", True),
        ("default", True),
        ("current_version", True),
        ("m-preview-2026-05-20", False),
        ("m-latest-20260520", False),
        ("m-latest-2026-05", False),
        ("m-latest-2026", True),
        ("stable-1.2.3", True),
        ("m:latest@sha256:9f86d081884c7d659a2feaa0", False),
        ("latest 9f86d081884c7d659a2feaa0", False),
        ("latestish-7", False),
        ("concurrent-3", False),
        ("mistral-large-2411", False),
        ("", False),
    ],
)
def test_a_version_that_moves(version: str, expected: bool) -> None:
    assert moves(version) is expected


MODEL = {at("d2", "retires_on"): "2027-06-30"}
KEY = {at("d3", "rotated_on"): "2026-11-01"}

LAPSES: list[tuple[str, Mapping[Place, object], str, str]] = [
    ("contract, 60 days before", {**CONTRACT, at("d1", "until"): "2027-03-02"}, "2027-01-01", "contract_ends"),
    ("model, 60 days before", MODEL, "2027-05-01", "model_retires"),
    ("model with a successor", {**MODEL, at("d2", "successor"): "m-2027"}, "2027-06-30", "model_retires"),
    ("credential, 100 days", KEY, "2027-02-09", "credential_old"),
    ("credential, longer rotation", {**KEY, at("d3", "rotate_every_days"): 180}, "2027-04-30", "credential_old"),
    ("credential, shorter rotation", {**KEY, at("d3", "rotate_every_days"): 30}, "2027-02-09", "credential_old"),
]


@pytest.mark.parametrize(("changes", "on", "code"), [case[1:] for case in LAPSES], ids=[case[0] for case in LAPSES])
def test_a_row_counts_until_the_day_before_its_lapse(changes: Mapping[Place, object], on: str, code: str) -> None:
    day = max(judged(changes).lapses, key=lambda lapse: lapse.code == code).on
    assert day.isoformat() == on
    before, after = judged(changes, on=day.fromordinal(day.toordinal() - 1)), judged(changes, on=day)
    assert before.gate("dependencies").answer == "yes"
    assert after.gate("dependencies").answer == "lapsed"
    assert codes(after.feeds["dependencies"].findings) == {code}


OVER_WHEN_SAVED: list[Mapping[Place, object]] = [
    {**CONTRACT, at("d1", "until"): "2026-12-31"},
    {at("d2", "retires_on"): "2027-01-01"},
    {at("d3", "rotated_on"): "2026-07-25"},
]


@pytest.mark.parametrize("changes", OVER_WHEN_SAVED)
def test_what_was_over_when_it_became_known_is_refused(changes: Mapping[Place, object]) -> None:
    assert judged(changes, on="2026-11-02").gate("dependencies").answer == "no"


def test_dates_count_per_row() -> None:
    """A row saved later does not turn the lapse of another row into a refusal."""
    later = [saved("dependencies", {"name": "Bookings table, new"}, "d1", on="2027-03-01")]
    assert judged(KEY, later, on="2027-03-02").gate("dependencies").answer == "lapsed"


def test_saving_the_same_date_again_makes_it_no_newer() -> None:
    again = [saved("dependencies", {"rotated_on": "2026-11-01"}, "d3", on="2027-03-01")]
    assert judged(KEY, again, on="2027-03-02").gate("dependencies").answer == "lapsed"


def test_a_lapse_beside_a_gap_is_a_no() -> None:
    assert judged({**KEY, at("d1", "by_hand"): None}, on="2027-02-09").gate("dependencies").answer == "no"


def test_a_removed_row_is_missing_and_a_further_one_may_go() -> None:
    gone = Fact(said(FactKind.REMOVED, OWNER).at, OWNER, FactKind.REMOVED, "dependencies", "d1")
    assert codes(judged(more=[gone]).feeds["dependencies"].findings) == {"no_row_of_kind"}
    more = {at("d4", "kind"): "data", at("d4", "name"): "Prices", at("d4", "stability"): "internal"}
    assert judged({**more, at("d4", "by_hand"): "no"}, [gone]).gate("dependencies").answer == "yes"


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        ([], (OTHER,)),
        ([member(OTHER, MemberState.INACTIVE, "2026-11-10")], (OWNER,)),
    ],
)
def test_the_person_who_holds_the_row_can_change_it(facts: list[Fact], who: tuple[str, ...]) -> None:
    verdict = judged({at("d1", "held_by"): OTHER, at("d1", "by_hand"): "yes"}, facts)
    assert verdict.gate("dependencies").findings[0].who == who
