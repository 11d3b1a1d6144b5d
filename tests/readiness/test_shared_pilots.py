"""The shared pilots give exactly their labelled gates, and on later dates what must have lapsed by then."""

from __future__ import annotations

from datetime import date

import pytest

from bot.readiness.findings import ConversationStatus, GateAnswer
from bot.readiness.slots import CONVERSATIONS
from bot.readiness.verdict import verdict
from tests.readiness.shared_pilots import pilots, record_of

LABELS = [(key, label["gate"], label["expected"]) for key, pilot in pilots().items() for label in pilot["gates"]]


@pytest.mark.parametrize(("key", "gate", "expected"), LABELS)
def test_gate_is_as_labelled(key: str, gate: str, expected: str) -> None:
    pilot = pilots()[key]
    judged = verdict(record_of(pilot), date.fromisoformat(pilot["as_of"]))
    assert judged.gate(gate).answer == expected


@pytest.mark.parametrize("key", pilots())
def test_verdict_is_as_labelled(key: str) -> None:
    pilot = pilots()[key]
    expected = pilot["expected"]
    judged = verdict(record_of(pilot), date.fromisoformat(pilot["as_of"]))
    unsound = (ConversationStatus.OPEN, ConversationStatus.THIN)
    assert judged.ready is (expected["verdict"] == "ready")
    assert [gate.key for gate in judged.blockers] == expected["failing_gates"]
    assert [gate.key for gate in judged.gates if gate.answer is GateAnswer.LAPSED] == expected["lapsed_gates"]
    open_ones = [group.key for group in CONVERSATIONS if judged.feeds[group.key].status in unsound]
    assert open_ones == expected["open_conversations"]


# Worked out by hand from MODEL.md, What lapses. Each row: on this date exactly these further gates have run out.
# p01: access reviewed, saved 22 Oct + 100 days = 30 Jan; key changed 3 Nov + 100 = 11 Feb; review confirmed and tests
# run 20 Nov + 100 = 28 Feb; fallback tried 10 Oct 2026 + 365 = 10 Oct 2027.
# p05: access 4 Nov + 100 = 12 Feb; review 23 Nov + 100 = 3 Mar; contracts - 60 = 1 Nov 2027; tried 4 Nov + 365.
# p12: access and key 1 Nov + 100 = 9 Feb; review 2 Nov + 100 = 10 Feb; tests 20 Nov + 100 = 28 Feb; tried 17 Jul + 365.
LATER = [
    ("p01", "2027-01-29", []),
    ("p01", "2027-01-30", ["access"]),
    ("p01", "2027-02-10", ["access"]),
    ("p01", "2027-02-11", ["dependencies", "access"]),
    ("p01", "2027-02-27", ["dependencies", "access"]),
    ("p01", "2027-02-28", ["dependencies", "playbook", "access", "tests"]),
    ("p01", "2027-10-09", ["dependencies", "playbook", "access", "tests"]),
    ("p01", "2027-10-10", ["dependencies", "failure_modes", "playbook", "access", "tests"]),
    ("p05", "2027-02-11", []),
    ("p05", "2027-02-12", ["access"]),
    ("p05", "2027-03-03", ["playbook", "access"]),
    ("p05", "2027-10-31", ["playbook", "access"]),
    ("p05", "2027-11-01", ["dependencies", "playbook", "access"]),
    ("p05", "2027-11-04", ["dependencies", "failure_modes", "playbook", "access"]),
    ("p12", "2027-02-08", []),
    ("p12", "2027-02-09", ["dependencies", "access"]),
    ("p12", "2027-02-10", ["dependencies", "playbook", "access"]),
    ("p12", "2027-02-28", ["dependencies", "playbook", "access", "tests"]),
    ("p12", "2027-07-16", ["dependencies", "playbook", "access", "tests"]),
    ("p12", "2027-07-17", ["dependencies", "failure_modes", "playbook", "access", "tests"]),
    # p06: access 12 Oct + 100 = 20 Jan; tests 15 Nov + 100 = 23 Feb; review confirmed 17 Nov + 100 = 25 Feb.
    ("p06", "2027-01-19", []),
    ("p06", "2027-01-20", ["access"]),
    ("p06", "2027-02-23", ["access", "tests"]),
    ("p06", "2027-02-25", ["playbook", "access", "tests"]),
    ("p06", "2027-10-09", ["failure_modes", "playbook", "access", "tests"]),
    # p10: passed on 2 Sep 2025 only in part (other forms came later); key 20 Aug 2025 + 100 = 28 Nov 2025; drill 28 Aug
    # 2025 + 365 = 28 Aug 2026; model retires 11 Dec 2026 - 60 = 12 Oct; owner left on 31 Oct 2026.
    ("p10", "2026-10-30", ["dependencies", "failure_modes"]),
    ("p10", "2026-10-31", ["owner", "dependencies", "failure_modes"]),
    ("p10", "2027-01-09", ["owner", "dependencies", "failure_modes", "access"]),
    ("p10", "2027-02-04", ["owner", "dependencies", "failure_modes", "playbook", "access"]),
    ("p10", "2027-03-01", ["owner", "dependencies", "failure_modes", "playbook", "access", "tests"]),
]


@pytest.mark.parametrize(("key", "on", "lapsed"), LATER)
def test_what_must_have_lapsed_by_then(key: str, on: str, lapsed: list[str]) -> None:
    judged = verdict(record_of(pilots()[key]), date.fromisoformat(on))
    assert [gate.key for gate in judged.gates if gate.answer is GateAnswer.LAPSED] == lapsed


# p10's past: what stood on the record then, and what time has done to it since.
PAST = [
    ("2025-09-02", "owner", "yes"),
    ("2025-11-27", "dependencies", "yes"),
    ("2025-11-28", "dependencies", "lapsed"),
    ("2026-08-27", "failure_modes", "yes"),
    ("2026-08-28", "failure_modes", "lapsed"),
    ("2026-10-30", "owner", "yes"),
    ("2025-09-02", "playbook", "unanswered"),
    ("2026-10-27", "playbook", "yes"),
    ("2026-11-20", "tests", "unanswered"),
]


@pytest.mark.parametrize(("on", "gate", "expected"), PAST)
def test_any_past_date_can_be_asked_for(on: str, gate: str, expected: str) -> None:
    assert verdict(record_of(pilots()["p10"]), date.fromisoformat(on)).gate(gate).answer == expected
