"""Gate 4's own form: the incident playbook."""

from __future__ import annotations

import pytest

from tests.readiness.pilots import Place, codes, judged


def at(slot: str) -> Place:
    return ("playbook", "", slot)


EVERY_MONTH = {("review", "", "every"): "month"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({at("detection"): None}, {"missing:detection"}),
        ({at("audit"): None}, {"missing:audit"}),
        ({at("sanitisation"): None}, {"missing:sanitisation"}),
        ({at("look_back_reason"): " "}, {"missing:look_back_reason"}),
        ({at("retention_days"): None}, {"missing:retention_days"}),
        ({at("look_back_days"): "30"}, {"missing:look_back_days"}),
        ({at("look_back_days"): 0}, {"missing:look_back_days"}),
        ({at("look_back_days"): True}, {"missing:look_back_days"}),
        ({at("look_back_days"): 90}, set()),
        ({at("look_back_days"): 91}, {"look_back_beyond_retention"}),
        ({at("look_back_days"): 7}, set()),
        ({at("look_back_days"): 6}, {"look_back_shorter_than_review"}),
        ({at("look_back_days"): 30, **EVERY_MONTH}, {"look_back_shorter_than_review"}),
        ({at("look_back_days"): 31, **EVERY_MONTH}, set()),
        (
            {at("look_back_days"): 6, at("retention_days"): 5},
            {"look_back_beyond_retention", "look_back_shorter_than_review"},
        ),
    ],
)
def test_slots(changes: dict[Place, object], expected: set[str]) -> None:
    verdict = judged(changes)
    assert codes(verdict.feeds["playbook"].findings) == expected
    assert verdict.gate("playbook").answer == ("no" if expected else "yes")


def test_without_a_reviewer_the_playbook_is_not_enough() -> None:
    assert judged({("review", "", "every"): None}).gate("playbook").answer == "no"
