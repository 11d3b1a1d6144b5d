"""Conversation 1 and gate 1: who owns it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.readiness.facts import Fact, FactKind, MemberState
from tests.readiness.pilots import (
    BACKUP,
    BUILDER,
    CLICKS,
    GONE,
    GUEST,
    OTHER,
    OWNER,
    STRANGER,
    Place,
    accepted,
    codes,
    judged,
    member,
    said,
    saved,
)

OWN, STEP_IN = ("ownership", "", "owner"), ("ownership", "", "backup")
HOURS, OFF_HOURS = ("ownership", "", "cover_hours"), ("ownership", "", "cover_off_hours")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({OWN: None}, {"missing:owner"}),
        ({OWN: GONE}, {"missing:owner"}),
        ({OWN: 17}, {"missing:owner"}),
        ({STEP_IN: ""}, {"missing:backup"}),
        ({HOURS: "  \u200b"}, {"missing:cover_hours"}),
        ({OFF_HOURS: None}, {"missing:cover_off_hours"}),
        ({OWN: OTHER}, {"not_accepted"}),
        ({STEP_IN: OTHER}, {"not_accepted"}),
        ({STEP_IN: OWNER}, {"same_person", "not_accepted"}),
        ({OWN: GUEST}, {"account_not_active", "not_accepted"}),
        ({OWN: STRANGER}, {"account_unknown", "not_accepted"}),
    ],
)
def test_slots(changes: Mapping[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["ownership"].findings) == expected
    assert verdict.gate("owner").answer == ("no" if expected else "yes")


OWNED_BY_BUILDER = {OWN: BUILDER}

CLICKED: list[tuple[str, Mapping[Place, object], Sequence[Fact], str, set[str]]] = [
    ("nobody has answered", {}, [], "no", {"not_accepted"}),
    ("the owner alone", {}, [accepted("owner", OWNER)], "no", {"not_accepted"}),
    ("for somebody else", {}, [accepted("owner", BACKUP), accepted("backup", BACKUP)], "no", {"not_accepted"}),
    ("before being named", {}, [accepted("owner", OWNER, hour=11), *CLICKS[1:]], "no", {"not_accepted"}),
    ("with being named", {}, [accepted("owner", OWNER, hour=12), *CLICKS[1:]], "yes", set()),
    ("no", {}, [*CLICKS, said(FactKind.DECLINED, OWNER, hour=14, role="owner")], "no", {"declined"}),
    ("no of another role", {}, [*CLICKS, said(FactKind.DECLINED, OWNER, hour=14, role="backup")], "yes", set()),
    ("a role that is none", {}, [*CLICKS, said(FactKind.DECLINED, OWNER, hour=14, role="king")], "yes", set()),
    ("builder, no backup", OWNED_BY_BUILDER, [accepted("owner", BUILDER)], "no", {"not_accepted"}),
    ("builder", OWNED_BY_BUILDER, [accepted("owner", BUILDER), accepted("backup", BACKUP)], "yes", set()),
]


@pytest.mark.parametrize(
    ("changes", "clicks", "answer", "expected"), [case[1:] for case in CLICKED], ids=[case[0] for case in CLICKED]
)
def test_only_an_own_click_after_being_named_counts(
    changes: Mapping[Place, object], clicks: Sequence[Fact], answer: str, expected: set[str]
) -> None:
    verdict = judged(changes, clicks=clicks)
    assert verdict.gate("owner").answer == answer
    assert codes(verdict.feeds["ownership"].findings) == expected


def test_a_builder_who_owns_it_is_told_that_the_backup_must_agree() -> None:
    verdict = judged(OWNED_BY_BUILDER, clicks=[accepted("owner", BUILDER)])
    assert verdict.gate("owner").findings[0].values == {"user": BACKUP, "owner_is_builder": "yes"}


LATER: list[tuple[str, list[Fact], str]] = [
    ("saved again", [saved("ownership", {"owner": OWNER}, on="2026-11-10")], "yes"),
    ("another owner", [saved("ownership", {"owner": OTHER}, on="2026-11-10")], "no"),
    (
        "another and back",
        [saved("ownership", {"owner": OTHER}, on="2026-11-10"), saved("ownership", {"owner": OWNER}, on="2026-11-11")],
        "no",
    ),
    (
        "another and back, accepted anew",
        [
            saved("ownership", {"owner": OTHER}, on="2026-11-10"),
            saved("ownership", {"owner": OWNER}, on="2026-11-11"),
            accepted("owner", OWNER, "2026-11-11"),
        ],
        "yes",
    ),
    ("owner deactivated", [member(OWNER, MemberState.INACTIVE, "2026-11-10")], "lapsed"),
    ("owner turned guest", [member(OWNER, MemberState.GUEST, "2026-11-10")], "lapsed"),
    ("backup deactivated", [member(BACKUP, MemberState.INACTIVE, "2026-11-10")], "lapsed"),
    (
        "gone and back",
        [member(OWNER, MemberState.INACTIVE, "2026-11-10"), member(OWNER, MemberState.ACTIVE, "2026-11-12")],
        "yes",
    ),
    (
        "gone, and the backup says no",
        [member(OWNER, MemberState.INACTIVE, "2026-11-10"), said(FactKind.DECLINED, BACKUP, role="backup", hour=14)],
        "no",
    ),
    ("somebody else gone", [member(OTHER, MemberState.INACTIVE, "2026-11-10")], "yes"),
    ("check-in lapsed", [said(FactKind.CHECKIN_LAPSED, "", "2026-11-10")], "lapsed"),
    (
        "check-in confirmed since",
        [said(FactKind.CHECKIN_LAPSED, "", "2026-11-10"), said(FactKind.CHECKIN_CONFIRMED, OWNER, "2026-11-12")],
        "yes",
    ),
    (
        "accepted again since",
        [said(FactKind.CHECKIN_LAPSED, "", "2026-11-10"), accepted("owner", OWNER, "2026-11-12")],
        "yes",
    ),
    (
        "the backup accepted again since",
        [said(FactKind.CHECKIN_LAPSED, "", "2026-11-10"), accepted("backup", BACKUP, "2026-11-12")],
        "lapsed",
    ),
]


@pytest.mark.parametrize(("facts", "answer"), [case[1:] for case in LATER], ids=[case[0] for case in LATER])
def test_what_becomes_known_later(facts: list[Fact], answer: str) -> None:
    assert judged(more=facts).gate("owner").answer == answer


def test_an_owner_who_never_was_active_is_refused_not_lapsed() -> None:
    inactive = [member(STRANGER, MemberState.INACTIVE, hour=10), accepted("owner", STRANGER)]
    verdict = judged({OWN: STRANGER}, inactive)
    assert codes(verdict.feeds["ownership"].findings) == {"account_not_active"}
    assert verdict.gate("owner").answer == "no"


ALL_GONE = [member(user, MemberState.INACTIVE, "2026-11-10") for user in (OWNER, BACKUP, BUILDER)]


def test_an_account_first_heard_of_after_its_yes_can_still_lapse() -> None:
    heard = [accepted("owner", STRANGER), member(STRANGER, on="2026-11-05")]
    left = member(STRANGER, MemberState.INACTIVE, "2026-11-10")
    assert judged({OWN: STRANGER}, heard).gate("owner").answer == "yes"
    assert judged({OWN: STRANGER}, [*heard, left]).gate("owner").answer == "lapsed"


@pytest.mark.parametrize(
    ("changes", "facts", "who"),
    [
        ({OWN: OTHER}, [], (OTHER,)),
        ({OWN: STRANGER}, [], (BUILDER,)),
        ({OFF_HOURS: None}, [], (OWNER,)),
        ({}, [member(OWNER, MemberState.INACTIVE, "2026-11-10")], (BACKUP,)),
        ({}, [member(user, MemberState.INACTIVE, "2026-11-10") for user in (OWNER, BACKUP)], (BUILDER,)),
        ({}, [said(FactKind.DECLINED, OWNER, "2026-11-10", role="owner")], (BUILDER,)),
        ({}, [said(FactKind.LEAD, "", user=OTHER), *ALL_GONE], (OTHER,)),
        ({}, [said(FactKind.NOT_YET, BUILDER, group="ownership", who=OTHER)], (OTHER,)),
        ({}, [said(FactKind.NOT_YET, BUILDER, group="ownership", who=None)], (OWNER,)),
        ({}, [said(FactKind.NOT_YET, BUILDER, group="ownership", who=GUEST)], (OWNER,)),
    ],
)
def test_who_can_change_it(changes: Mapping[Place, object], facts: list[Fact], who: tuple[str, ...]) -> None:
    assert judged(changes, facts).gate("owner").findings[0].who == who
