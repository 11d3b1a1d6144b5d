"""Folding facts into a state: what stands, whatever the order in which facts are handed over."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

from bot.readiness.facts import Fact, FactKind, MemberState, Record
from bot.readiness.state import State, state_of
from tests.readiness.pilots import BUILDER, OTHER, OWNER, ZONE, codes, judged, member, moment, said, saved


def state(*facts: Fact, until: str = "2026-11-24") -> State:
    return state_of(Record(facts, ZONE, BUILDER, moment("2026-11-01")), moment(until))


def about(kind: FactKind, group: str, row: str = "", on: str = "2026-11-10", **values: object) -> Fact:
    return Fact(moment(on), OWNER, kind, group, row, values)  # type: ignore[arg-type]


FIRST = saved("ownership", {"owner": OWNER, "cover_hours": "9 to 5"}, on="2026-11-02", id=1)
SECOND = saved("ownership", {"cover_hours": "8 to 6"}, on="2026-11-03", id=2)


def test_nothing_is_known_of_a_new_pilot() -> None:
    empty = state()
    assert len(empty.groups) == 9
    assert all(group.saved is None and not group.rows for group in empty.groups.values())
    assert (empty.builder_user, empty.lead) == (BUILDER, BUILDER)


def test_saves_are_merged_slot_by_slot() -> None:
    group = state(FIRST, SECOND).groups["ownership"]
    assert (group.value("owner"), group.value("cover_hours")) == (OWNER, "8 to 6")
    assert (group.first_saved, group.saved) == (FIRST, SECOND)
    assert group.slots["owner"].fact == FIRST


def test_the_order_of_the_tuple_does_not_matter() -> None:
    facts = (FIRST, SECOND, about(FactKind.NOT_YET, "ownership"))
    states = [state(*order) for order in permutations(facts)]
    assert all(found == states[0] for found in states)


def test_facts_of_one_moment_are_ordered_by_their_id() -> None:
    later = saved("ownership", {"owner": OTHER}, on="2026-11-02", id=5)
    assert state(later, FIRST).groups["ownership"].value("owner") == OTHER


def test_a_value_saved_again_is_known_since_its_first_save() -> None:
    again = saved("ownership", {"owner": OWNER}, on="2026-11-05", id=3)
    held = state(FIRST, again).groups["ownership"].slots["owner"]
    assert (held.fact, held.known) == (again, FIRST)


def test_a_fact_at_the_end_is_not_known_yet() -> None:
    at = moment("2026-11-10")
    record = Record((about(FactKind.NOT_YET, "tests"),), ZONE, BUILDER, moment("2026-11-01"))
    assert state_of(record, at).groups["tests"].not_yet is None
    assert state_of(record, at + timedelta(microseconds=1)).groups["tests"].not_yet is not None


def test_not_yet_is_taken_back_by_a_later_save_only() -> None:
    not_yet = about(FactKind.NOT_YET, "ownership", who=OTHER)
    later = saved("ownership", {"backup": OTHER}, on="2026-11-11")
    assert state(FIRST, not_yet).groups["ownership"].not_yet == not_yet
    assert state(FIRST, not_yet, later).groups["ownership"].not_yet is None


def test_an_undone_save_never_was() -> None:
    undone = said(FactKind.UNDONE, OTHER, "2026-11-04", fact=2)
    group = state(FIRST, SECOND, undone).groups["ownership"]
    assert (group.value("cover_hours"), group.saved) == ("9 to 5", FIRST)


def test_an_undoing_can_be_undone_and_never_reaches_ahead() -> None:
    undone = Fact(moment("2026-11-04"), OTHER, FactKind.UNDONE, values={"fact": 2}, id=3)
    back = Fact(moment("2026-11-05"), OTHER, FactKind.UNDONE, values={"fact": 3}, id=4)
    assert state(FIRST, SECOND, undone, back).groups["ownership"].value("cover_hours") == "8 to 6"
    early = Fact(moment("2026-11-01"), OTHER, FactKind.UNDONE, values={"fact": 2}, id=9)
    assert state(FIRST, SECOND, early).groups["ownership"].value("cover_hours") == "8 to 6"


def test_an_undoing_of_nothing_changes_nothing() -> None:
    for target in (None, "2", 99, True, 0):
        undone = Fact(moment("2026-11-04"), OTHER, FactKind.UNDONE, values={"fact": target}, id=3)
        assert state(FIRST, SECOND, undone).groups["ownership"].saved == SECOND


def test_a_slot_to_confirm_keeps_its_value_until_saved_again() -> None:
    edited = about(FactKind.TO_CONFIRM, "ownership", owner=OTHER, backup=OTHER)
    held = state(FIRST, edited).groups["ownership"].slots
    assert (held["owner"].value, held["owner"].to_confirm, "backup" in held) == (OWNER, True, False)
    assert codes(judged(more=[edited]).feeds["ownership"].findings) == {"to_confirm"}
    assert judged(more=[edited]).gate("owner").answer == "no"
    again = saved("ownership", {"owner": OWNER, "backup": "UBACKUP"}, on="2026-11-11")
    assert judged(more=[edited, again]).gate("owner").answer == "yes"


def test_withdrawn_slots_are_empty_and_the_withdrawal_is_the_cause() -> None:
    withdrawn = about(FactKind.WITHDRAWN, "ownership", cover_hours=None)
    finding = judged(more=[withdrawn]).gate("owner").findings[0]
    assert (finding.code, finding.slot, finding.cause) == ("missing", "cover_hours", withdrawn)


def test_a_row_that_lost_all_its_slots_is_gone() -> None:
    row = saved("failure", {"what": "A double shift", "loudness": "quiet"}, "f1", on="2026-11-02")
    part = about(FactKind.WITHDRAWN, "failure", "f1", what=None)
    rest = about(FactKind.WITHDRAWN, "failure", "f1", loudness=None)
    assert state(row, part).groups["failure"].rows["f1"].value("loudness") == "quiet"
    assert not state(row, part, rest).groups["failure"].rows


def test_the_kind_of_a_row_alone_keeps_no_row() -> None:
    row = saved("dependencies", {"kind": "data", "name": "Bookings"}, "d1", on="2026-11-02")
    assert not state(row, about(FactKind.WITHDRAWN, "dependencies", "d1", name=None)).groups["dependencies"].rows


def test_a_removed_row_that_is_saved_again_starts_anew() -> None:
    row = saved("failure", {"what": "A double shift"}, "f1", on="2026-11-02")
    back = saved("failure", {"loudness": "quiet"}, "f1", on="2026-11-12")
    found = state(row, about(FactKind.REMOVED, "failure", "f1"), back).groups["failure"].rows["f1"]
    assert (set(found.slots), found.first) == ({"loudness"}, back)


def test_a_row_of_a_group_without_rows_is_nothing() -> None:
    assert state(saved("ownership", {"owner": OWNER}, "x1")).groups["ownership"].saved is None


def test_the_builder_is_the_last_one_named() -> None:
    user, words = saved("builder", {"user": OTHER}), saved("builder", {"text": "left"}, on="2026-11-03")
    assert state(user).builder_user == OTHER
    assert (state(user, words).builder, state(user, words).builder_user) == ({"text": "left"}, "")
    assert state(user, saved("builder", {"user": None}, on="2026-11-03")).builder_user == OTHER


def test_what_an_account_is_and_was() -> None:
    here, gone = member(OTHER), member(OTHER, MemberState.INACTIVE, "2026-11-10")
    found = state(here, gone).members[OTHER]
    assert (found.state, found.fact, found.history) == (MemberState.INACTIVE, gone, (here, gone))
    assert not state(said(FactKind.MEMBER, "", user=OTHER, state="asleep")).members
