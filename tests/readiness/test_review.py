"""Conversation 4: who reviews the output? It feeds gate 4."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.readiness.facts import Fact, FactKind, MemberState, Value
from tests.readiness.pilots import (
    BUILDER,
    CLICKS,
    GONE,
    GUEST,
    OTHER,
    OWNER,
    REVIEWER,
    Place,
    accepted,
    codes,
    judged,
    member,
    said,
    saved,
)


def at(slot: str) -> Place:
    return ("review", "", slot)


LONG_BACK = {("playbook", "", "look_back_days"): 90}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("reviewer"): None}, {"missing:reviewer"}),
        ({at("reviewer"): BUILDER}, {"reviewer_is_builder"}),
        ({at("reviewer"): OTHER}, {"not_accepted"}),
        ({at("reviewer"): GUEST}, {"account_not_active", "not_accepted"}),
        ({at("share"): "all"}, set()),
        ({at("share"): "some"}, {"missing:share"}),
        ({at("share"): 0}, {"missing:share"}),
        ({at("share"): 1}, set()),
        ({at("every"): None}, {"missing:every"}),
        ({at("every"): "each_item"}, set()),
        ({at("every"): "month", **LONG_BACK}, set()),
        ({at("every"): "other_days"}, {"missing:every_days"}),
        ({at("every"): "other_days", at("every_days"): 31, **LONG_BACK}, set()),
        ({at("every"): "other_days", at("every_days"): 32, **LONG_BACK}, {"period_too_long"}),
        ({at("every"): "other_days", at("every_days"): 10**12, **LONG_BACK}, {"period_too_long"}),
        ({at("last_on"): None}, {"missing:last_on"}),
        ({at("last_on"): "2026-11-03"}, {"date_after_save"}),
        ({at("last_on"): "2026-10-19"}, set()),
        ({at("last_on"): "2026-10-18"}, {"last_review_too_old"}),
        ({at("every"): "day", at("last_on"): "2026-10-26"}, set()),
        ({at("every"): "day", at("last_on"): "2026-10-25"}, {"last_review_too_old"}),
        ({at("every"): "month", at("last_on"): "2026-09-01", **LONG_BACK}, set()),
        ({at("every"): "month", at("last_on"): "2026-08-31", **LONG_BACK}, {"last_review_too_old"}),
    ],
)
def test_slots(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["review"].findings) == expected
    assert verdict.gate("playbook").answer in ({"no"} if expected else {"yes", "no"})


def may_not(hour: int) -> Fact:
    return said(FactKind.DECLINED, REVIEWER, hour=hour, role="reviewer", may_stop="no")


def given(hour: int) -> Fact:
    return said(FactKind.GIVEN, OWNER, hour=hour, role="reviewer")


def yes(hour: int) -> Fact:
    return accepted("reviewer", REVIEWER, hour=hour)


ROLES = CLICKS[:2]

CONFIRMED: list[tuple[str, Sequence[Fact], set[str]]] = [
    ("not asked", [], {"not_accepted"}),
    ("somebody else's yes", [accepted("reviewer", OWNER)], {"not_accepted"}),
    ("the builder's yes", [accepted("reviewer", BUILDER)], {"not_accepted"}),
    ("yes", [yes(13)], set()),
    ("not quite", [said(FactKind.DECLINED, REVIEWER, role="reviewer")], {"declined"}),
    ("may not stop it", [may_not(13)], {"reviewer_may_not_stop"}),
    ("may not stop it after a yes", [yes(13), may_not(14)], {"reviewer_may_not_stop"}),
    ("yes without the right", [may_not(13), yes(14)], {"reviewer_may_not_stop"}),
    ("given the right", [may_not(13), given(14)], {"not_accepted"}),
    ("given the right, but said yes before", [may_not(13), yes(14), given(15)], {"not_accepted"}),
    ("given the right, then yes", [may_not(13), given(14), yes(15)], set()),
    ("given before it was asked for", [given(13), may_not(14), yes(15)], {"reviewer_may_not_stop"}),
]


@pytest.mark.parametrize(("clicks", "expected"), [case[1:] for case in CONFIRMED], ids=[case[0] for case in CONFIRMED])
def test_the_reviewer_confirms_by_their_own_click(clicks: Sequence[Fact], expected: set[str]) -> None:
    verdict = judged(clicks=[*ROLES, *clicks])
    assert codes(verdict.feeds["review"].findings) == expected
    assert verdict.gate("playbook").answer == ("no" if expected else "yes")


def test_a_builder_named_later_cannot_be_the_reviewer() -> None:
    built = saved("builder", {"user": REVIEWER}, on="2026-11-10")
    assert codes(judged(more=[built]).feeds["review"].findings) == {"reviewer_is_builder"}
    gone = saved("builder", {"text": "left in September"}, on="2026-11-11")
    assert judged(more=[built, gone]).gate("playbook").answer == "yes"


def test_a_reviewer_who_leaves_lapses_at_once() -> None:
    left = member(REVIEWER, MemberState.INACTIVE, "2026-11-10")
    assert judged(more=[left], on="2026-11-09").gate("playbook").answer == "yes"
    assert judged(more=[left], on="2026-11-10").gate("playbook").answer == "lapsed"


LAPSES = [
    ("saved and confirmed", [], "2027-02-10"),
    ("saved again", [saved("review", {"last_on": "2026-11-20"}, on="2026-11-23")], "2027-03-03"),
    ("confirmed again", [accepted("reviewer", REVIEWER, "2026-11-30")], "2027-03-10"),
    ("confirmed by another", [accepted("reviewer", OTHER, "2026-11-30")], "2027-02-10"),
    (
        "other words saved, and a yes to them",
        [saved("review", {"share": 20}, on="2026-11-23"), accepted("reviewer", REVIEWER, "2026-11-23")],
        "2027-03-03",
    ),
]


@pytest.mark.parametrize(("facts", "on"), [case[1:] for case in LAPSES], ids=[case[0] for case in LAPSES])
def test_a_review_counts_for_100_days_from_its_save_or_confirmation(facts: list[Fact], on: str) -> None:
    lapse = next(lapse for lapse in judged(more=facts, on="2026-11-30").lapses if lapse.group == "review")
    assert (lapse.on.isoformat(), lapse.gate, lapse.who) == (on, "playbook", (REVIEWER,))
    assert judged(more=facts, on=lapse.on.fromordinal(lapse.on.toordinal() - 1)).gate("playbook").answer == "yes"
    assert judged(more=facts, on=lapse.on).gate("playbook").answer == "lapsed"


def test_a_yes_is_about_the_share_and_the_period_that_stood_when_it_was_said() -> None:
    for other in ({"share": 20}, {"every": "day"}, {"every": "other_days", "every_days": 5}):
        changed = saved("review", other, on="2026-11-10")
        review = judged(more=[changed]).feeds["review"]
        assert codes(review.findings) == {"not_accepted"}
        assert review.findings[0].since.isoformat() == "2026-11-10"
        assert judged(more=[changed], on="2026-11-09").gate("playbook").answer == "yes"
        again = accepted("reviewer", REVIEWER, "2026-11-11")
        assert judged(more=[changed, again]).gate("playbook").answer == "yes"


@pytest.mark.parametrize("values", [{"share": 15, "every": "week"}, {"last_on": "2026-11-09"}, {"every_days": 3}])
def test_a_yes_stands_while_the_words_stay_the_same(values: dict[str, Value]) -> None:
    assert judged(more=[saved("review", values, on="2026-11-10")]).gate("playbook").answer == "yes"


def test_undoing_other_words_brings_the_yes_back() -> None:
    changed = saved("review", {"share": 20}, on="2026-11-10", id=900)
    undone = said(FactKind.UNDONE, BUILDER, on="2026-11-11", fact=900)
    assert judged(more=[changed, undone]).gate("playbook").answer == "yes"


def test_a_no_was_to_the_words_before() -> None:
    no = said(FactKind.DECLINED, REVIEWER, role="reviewer")
    mended = saved("review", {"share": 5}, on="2026-11-10")
    assert codes(judged(more=[no, mended]).feeds["review"].findings) == {"not_accepted"}


def test_other_words_do_not_give_the_right_to_stop_it() -> None:
    mended = saved("review", {"share": 5}, on="2026-11-10")
    again = accepted("reviewer", REVIEWER, "2026-11-11")
    assert codes(judged(more=[may_not(14), mended, again]).feeds["review"].findings) == {"reviewer_may_not_stop"}


def test_a_yes_to_words_that_nobody_wrote_is_none() -> None:
    later = saved("review", {"share": 15, "every": "week"}, on="2026-11-10")
    unwritten = {at("share"): GONE, at("every"): GONE}
    assert codes(judged(unwritten).feeds["review"].findings) == {"missing:share", "missing:every"}
    assert codes(judged(unwritten, more=[later]).feeds["review"].findings) == {"not_accepted"}
