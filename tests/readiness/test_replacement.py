"""Conversation 5: what replaces it if it dies? It feeds gate 3."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.readiness.facts import Fact, FactKind, MemberState
from tests.readiness.pilots import (
    BUILDER,
    GUEST,
    OTHER,
    OWNER,
    STRANGER,
    Place,
    codes,
    judged,
    member,
    said,
    saved,
)


def at(slot: str) -> Place:
    return ("replacement", "", slot)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("path"): None}, {"missing:path"}),
        ({at("who"): None}, {"missing:who"}),
        ({at("who"): {"users": []}}, {"missing:who"}),
        ({at("who"): {"users": [OTHER, OWNER]}}, set()),
        ({at("trigger"): ""}, {"missing:trigger"}),
        ({at("tried_on"): None}, {"missing:tried_on"}),
        ({at("tried_on"): "2026-11-03"}, {"date_after_save"}),
        ({at("tried_on"): "2025-11-02"}, {"tried_too_long_ago"}),
        ({at("tried_on"): "2025-11-25"}, set()),
        ({at("cost"): None}, set()),
    ],
)
def test_a_way_that_was_tried(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["replacement"].findings) == expected
    assert verdict.gate("failure_modes").answer == ("no" if expected else "yes")


@pytest.mark.parametrize(("on", "answer"), [("2027-08-05", "yes"), ("2027-08-06", "lapsed")])
def test_it_counts_for_365_days(on: str, answer: str) -> None:
    assert judged(on=on).gate("failure_modes").answer == answer


NOTHING: dict[Place, object] = {
    at("path"): None,
    at("who"): None,
    at("trigger"): None,
    at("tried_on"): None,
    at("nothing_needed"): "yes",
}


def agreed(by: str, on: str = "2026-11-03", hour: int = 13) -> Fact:
    return said(FactKind.AGREED, by, on, hour, group="replacement")


AGREED: list[tuple[str, Sequence[Fact], str, set[str]]] = [
    ("nobody", [], "no", {"nothing_needed_not_agreed"}),
    ("somebody", [agreed(OTHER)], "yes", set()),
    ("the builder", [agreed(BUILDER)], "no", {"nothing_needed_not_agreed"}),
    ("before it was said", [agreed(OTHER, "2026-11-02", 11)], "no", {"nothing_needed_not_agreed"}),
    ("with its being said", [agreed(OTHER, "2026-11-02", 12)], "yes", set()),
    ("a guest", [agreed(GUEST)], "no", {"nothing_needed_not_agreed"}),
    ("an account not heard of", [agreed(STRANGER)], "no", {"nothing_needed_not_agreed"}),
    (
        "somebody who left",
        [agreed(OTHER), member(OTHER, MemberState.INACTIVE, "2026-11-10")],
        "lapsed",
        {"account_not_active"},
    ),
    (
        "two, one left",
        [agreed(OWNER), agreed(OTHER), member(OTHER, MemberState.INACTIVE, "2026-11-10")],
        "yes",
        set(),
    ),
    (
        "who turned out to be the builder",
        [agreed(OTHER), saved("builder", {"user": OTHER}, on="2026-11-10")],
        "no",
        {"nothing_needed_not_agreed"},
    ),
    (
        "taken back and said again",
        [
            agreed(OTHER),
            saved("replacement", {"nothing_needed": None}, on="2026-11-10"),
            saved("replacement", {"nothing_needed": "yes"}, on="2026-11-11"),
        ],
        "no",
        {"nothing_needed_not_agreed"},
    ),
]


@pytest.mark.parametrize(
    ("facts", "answer", "expected"), [case[1:] for case in AGREED], ids=[case[0] for case in AGREED]
)
def test_nothing_needed_takes_the_click_of_another(facts: Sequence[Fact], answer: str, expected: set[str]) -> None:
    verdict = judged(NOTHING, facts)
    assert verdict.gate("failure_modes").answer == answer
    assert codes(verdict.feeds["replacement"].findings) == expected


@pytest.mark.parametrize(("on", "answer"), [("2027-11-02", "yes"), ("2027-11-03", "lapsed")])
def test_an_agreement_counts_for_365_days(on: str, answer: str) -> None:
    assert judged(NOTHING, [agreed(OTHER)], on=on).gate("failure_modes").answer == answer


def test_a_later_agreement_counts_from_its_own_day() -> None:
    twice = [agreed(OTHER), agreed(OTHER, "2027-05-01")]
    assert judged(NOTHING, twice, on="2027-11-03").gate("failure_modes").answer == "yes"


def test_either_way_is_enough_and_the_longer_one_counts() -> None:
    both = {at("nothing_needed"): "yes"}
    assert judged(both).gate("failure_modes").answer == "yes"
    assert judged(both, on="2027-08-06").gate("failure_modes").answer == "lapsed"
    assert judged(both, [agreed(OTHER)], on="2027-08-06").gate("failure_modes").answer == "yes"
    assert judged(both, [agreed(OTHER)], on="2027-11-03").gate("failure_modes").answer == "lapsed"
    tried_again = saved("replacement", {"tried_on": "2027-05-01"}, on="2027-05-02")
    assert judged(both, [agreed(OTHER), tried_again], on="2027-11-03").gate("failure_modes").answer == "yes"
