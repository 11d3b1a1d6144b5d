"""The seven gates and the verdict."""

from __future__ import annotations

from datetime import date

import pytest

from bot.readiness.facts import Fact, FactKind, Record
from bot.readiness.findings import ConversationStatus, Weight
from bot.readiness.slots import GATES, GROUPS
from bot.readiness.verdict import verdict
from tests.readiness.pilots import BUILDER, GONE, OTHER, SOUND, TODAY, ZONE, Place, judged, moment, said

FEEDS = [(gate, feed) for gate, feeds in GATES for feed in feeds]
EMPTY = Record((), ZONE, BUILDER, moment("2026-11-02"))

NO: dict[Place, object] = {("replacement", "", "path"): None}
LAPSED = "2027-08-06"  # tried_on is over
NOT_SAVED = {place: GONE for place in SOUND if place[0] == "failure"}


def test_the_smallest_sound_pilot_is_ready() -> None:
    verdict = judged()
    assert verdict.ready
    assert verdict.blockers == ()
    assert [gate.number for gate in verdict.gates] == [1, 2, 3, 4, 5, 6, 7]
    assert all(gate.since is None and not gate.findings for gate in verdict.gates)
    assert {feed.status for feed in verdict.feeds.values()} == {ConversationStatus.SOUND}


def test_a_new_pilot_is_unanswered() -> None:
    new = verdict(EMPTY, TODAY)
    assert {gate.answer for gate in new.gates} == {"unanswered"}
    assert {gate.since for gate in new.gates} == {date(2026, 11, 2)}
    assert {finding.who for gate in new.gates for finding in gate.findings} == {(BUILDER,)}
    assert not new.ready


@pytest.mark.parametrize(
    ("changes", "facts", "on", "answer"),
    [
        ({}, [], TODAY, "yes"),
        (NO, [], TODAY, "no"),
        ({}, [], LAPSED, "lapsed"),
        (NOT_SAVED, [], TODAY, "unanswered"),
        (NOT_SAVED, [], LAPSED, "unanswered"),
        ({**NOT_SAVED, **NO}, [], TODAY, "no"),
        (NOT_SAVED, [said(FactKind.NOT_YET, OTHER, group="replacement")], TODAY, "no"),
        (NOT_SAVED, [said(FactKind.NOT_YET, OTHER, group="failure")], TODAY, "no"),
    ],
)
def test_no_before_unanswered_before_lapsed_before_yes(
    changes: dict[Place, object], facts: list[Fact], on: date | str, answer: str
) -> None:
    assert judged(changes, facts, on).gate("failure_modes").answer == answer


@pytest.mark.parametrize(("gate", "feed"), FEEDS)
def test_each_feed_turns_its_own_gate_alone(gate: str, feed: str) -> None:
    verdict = judged(more=[said(FactKind.NOT_YET, OTHER, group=feed, who=OTHER, by_when="2026-12-11")])
    assert [blocker.key for blocker in verdict.blockers] == [gate]
    assert [finding.values for finding in verdict.gate(gate).findings] == [{"who": OTHER, "by_when": "2026-12-11"}]


def test_nine_times_not_yet_is_a_whole_answer() -> None:
    clicks = tuple(said(FactKind.NOT_YET, BUILDER, group=key) for key in GROUPS)
    found = verdict(Record(clicks, ZONE, BUILDER, moment("2026-11-02")), TODAY)
    assert {gate.answer for gate in found.gates} == {"no"}
    todo = [finding for gate in found.gates for finding in gate.findings]
    assert len(todo) == len(clicks) == 9
    assert all(finding.weight is Weight.NOT_YET and finding.who for finding in todo)


@pytest.mark.parametrize("saved", [True, False])
def test_thin_makes_no_difference_to_the_gate(saved: bool) -> None:
    changes = NO if saved else {place: GONE for place in SOUND if place[0] == "replacement"}
    thin = said(FactKind.THIN, "", group="replacement")
    before, after = judged(changes), judged(changes, [thin])
    assert (before.feeds["replacement"].status, after.feeds["replacement"].status) == ("open", "thin")
    assert before.gates == after.gates
    assert judged(more=[thin]).feeds["replacement"].status == "sound"


def test_a_date_is_read_as_its_end_in_the_channels_zone() -> None:
    late = Fact(moment("2026-11-10", 23), OTHER, FactKind.NOT_YET, "tests")
    assert judged(more=[late], on="2026-11-10").gate("tests").answer == "no"
    assert judged(more=[late], on="2026-11-09").gate("tests").answer == "yes"


def test_since_is_the_day_of_the_cause() -> None:
    not_yet = said(FactKind.NOT_YET, OTHER, "2026-11-10", group="tests")
    assert judged(more=[not_yet]).gate("tests").since == date(2026, 11, 10)
    assert judged(on="2027-12-01").gate("failure_modes").since == date(2027, 8, 6)
