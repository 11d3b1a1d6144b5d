"""The properties of the model (MODEL: Prose is the record, Properties)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.findings import ConversationStatus, GateAnswer, Verdict, Weight
from bot.readiness.numbers import Numbers
from bot.readiness.slots import GATES, GROUPS
from bot.readiness.verdict import verdict
from tests.readiness.pilots import BACKUP, MEMBERS, OTHER, OWNER, SOUND, TODAY, Place, judged, record, saved
from tests.readiness.strategies import accepted_on, days, junk_records, numbered, places

RANK = {GateAnswer.NO: 0, GateAnswer.UNANSWERED: 0, GateAnswer.LAPSED: 1, GateAnswer.YES: 2}
STATUS_RANK = {
    ConversationStatus.OPEN: 0,
    ConversationStatus.THIN: 0,
    ConversationStatus.LAPSED: 1,
    ConversationStatus.SOUND: 2,
}
PLACES = places()
REQUIRED = [place for place, slot in PLACES if place in SOUND and slot.required]

gaps = st.dictionaries(st.sampled_from([place for place, _ in PLACES]), st.none(), max_size=3)
dates_that_lapse = st.fixed_dictionaries(
    {},
    optional={
        ("dependencies", "d2", "retires_on"): st.dates(date(2026, 8, 1), date(2028, 1, 1)).map(date.isoformat),
        ("dependencies", "d3", "rotated_on"): st.dates(date(2026, 6, 1), date(2026, 11, 2)).map(date.isoformat),
        ("dependencies", "d3", "rotate_every_days"): st.integers(1, 500),
        ("replacement", "", "tried_on"): st.dates(date(2025, 10, 1), date(2026, 11, 2)).map(date.isoformat),
        ("tests", "", "last_run_on"): st.dates(date(2026, 7, 1), date(2026, 11, 2)).map(date.isoformat),
        ("access", "", "reviewed_on"): st.dates(date(2026, 7, 1), date(2026, 11, 2)).map(date.isoformat),
    },
)


@given(junk_records(), days)
def test_never_raises_and_ready_means_seven_times_yes(record: Any, on: date) -> None:
    found = verdict(record, on)
    assert [gate.key for gate in found.gates] == [key for key, _ in GATES]
    assert set(found.feeds) == set(GROUPS)
    assert found.ready == all(gate.answer is GateAnswer.YES for gate in found.gates)


@given(junk_records(), days)
def test_every_gate_that_is_not_yes_says_why_and_since_when(record: Any, on: date) -> None:
    for gate in verdict(record, on).gates:
        assert (gate.answer is GateAnswer.YES) == (not gate.findings) == (gate.since is None)
        assert gate.since is None or gate.since <= max(on, date(2026, 11, 2))
        if gate.answer is GateAnswer.LAPSED:
            assert {finding.weight for finding in gate.findings} == {Weight.LAPSED}


@given(junk_records(), days)
def test_facts_known_later_never_matter(record: Any, on: date) -> None:
    end = record.end_of(on)
    known = tuple(fact for fact in record.facts if fact.at < end)
    assert same(verdict(record, on), verdict(replace(record, facts=known), on))


@given(junk_records(), days, st.randoms())
def test_the_order_of_facts_never_matters(record: Any, on: date, random: Any) -> None:
    facts = list(numbered(record.facts))
    first = verdict(replace(record, facts=tuple(facts)), on)
    random.shuffle(facts)
    assert same(first, verdict(replace(record, facts=tuple(facts)), on))


def same(one: Verdict, other: Verdict) -> bool:
    """Equal, read as text since a junk value such as nan does not equal itself."""
    return repr(one) == repr(other)


@given(gaps, dates_that_lapse, st.sampled_from(PLACES), st.data(), days, st.integers(0, 300))
def test_filling_an_empty_slot_never_makes_it_worse(
    empty: dict[Place, Any], dates: dict[Place, Any], filled: Any, data: st.DataObject, day: date, wait: int
) -> None:
    place, _ = filled
    group, row, slot = place
    day = max(day, TODAY)
    value = data.draw(st.sampled_from(accepted_on(day).get((group, slot), ["Some words"])))
    changes = {**dates, **empty, place: None}
    on = day + timedelta(days=wait)
    before, after = judged(changes, on=on), judged(changes, [saved(group, {slot: value}, row, on=day)], on)
    for key in GROUPS:
        assert STATUS_RANK[after.feeds[key].status] >= STATUS_RANK[before.feeds[key].status], key
    for gate in after.gates:
        assert RANK[gate.answer] >= RANK[before.gate(gate.key).answer], gate.key


BAD: dict[tuple[str, str], list[Any]] = {
    ("ownership", "owner"): [BACKUP, OTHER],
    ("ownership", "backup"): [OWNER, OTHER],
    ("dependencies", "stability"): ["none", "contract"],
    ("dependencies", "by_hand"): ["yes"],
    ("dependencies", "version"): ["latest"],
    ("dependencies", "pinned"): ["no"],
    ("dependencies", "retires_on"): ["2026-01-01", "2027-01-15"],
    ("dependencies", "rotated_on"): ["2026-01-01", "2026-08-10", "2027-01-01"],
    ("failure", "loudness"): ["loud"],
    ("failure", "signal"): ["nothing_shows_it", "somebody_complains"],
    ("review", "reviewer"): ["UBUILDER", OTHER],
    ("review", "every"): ["other_days"],
    ("review", "last_on"): ["2026-01-01", "2027-01-01"],
    ("replacement", "tried_on"): ["2025-01-01", "2025-11-20", "2027-01-01"],
    ("playbook", "look_back_days"): [1, 1000],
    ("playbook", "retention_days"): [1],
    ("access", "account"): ["service_admin", "a_persons"],
    ("access", "logged"): ["no"],
    ("access", "checked"): ["no"],
    ("tests", "in_version_control"): ["no"],
    ("tests", "good"): [0],
    ("tests", "bad"): [0],
    ("tests", "starts_on"): ["code_changes_only", "by_hand"],
    ("tests", "last_run_on"): ["2026-01-01", "2026-08-10", "2027-01-01"],
}


@given(st.sampled_from([place for place in REQUIRED if (place[0], place[2]) in BAD]), st.data(), days)
def test_an_unknown_is_never_better_than_a_known_bad(place: Place, data: st.DataObject, on: date) -> None:
    bad = data.draw(st.sampled_from(BAD[place[0], place[2]]))
    unknown, known_bad = judged({place: None}, on=on), judged({place: bad}, on=on)
    for gate in unknown.gates:
        assert RANK[gate.answer] <= RANK[known_bad.gate(gate.key).answer], gate.key


@given(dates_that_lapse)
def test_each_expiry_turns_exactly_its_gate_on_exactly_its_day(dates: dict[Place, Any]) -> None:
    start = judged(dates)
    yes = {gate.key for gate in start.gates if gate.answer is GateAnswer.YES}
    for day in sorted({lapse.on for lapse in start.lapses}):
        ending = {lapse.gate for lapse in start.lapses if lapse.on == day}
        before, after = judged(dates, on=day - timedelta(days=1)), judged(dates, on=day)
        turned = {gate.key for gate in after.gates if gate.answer != before.gate(gate.key).answer}
        assert turned == ending & yes
        assert {after.gate(key).answer for key in turned} <= {GateAnswer.LAPSED}
        yes -= ending


@given(gaps, dates_that_lapse, st.integers(0, 400), st.integers(0, 400))
def test_time_alone_never_makes_a_gate_better(
    empty: dict[Place, Any], dates: dict[Place, Any], first: int, further: int
) -> None:
    on = TODAY + timedelta(days=first)
    before, after = judged({**dates, **empty}, on=on), judged({**dates, **empty}, on=on + timedelta(days=further))
    assert all(RANK[gate.answer] <= RANK[before.gate(gate.key).answer] for gate in after.gates)


@given(st.integers(1, 300), st.integers(0, 400))
def test_numbers_are_settings(days_: int, later: int) -> None:
    numbers = Numbers(credential_days=days_)
    key: dict[Place, Any] = {("dependencies", "d3", "rotated_on"): "2026-11-02"}
    on = date(2026, 11, 2) + timedelta(days=later)
    assert (verdict(record(key), on, numbers).gate("dependencies").answer == "yes") is (later < days_)


@given(st.sampled_from([fact.values["user"] for fact in MEMBERS]))
def test_an_account_never_heard_of_is_never_better(user: str) -> None:
    unheard = replace(record(), facts=tuple(f for f in record().facts if f.values.get("user") != user))
    found, whole = verdict(unheard, TODAY), judged()
    assert all(RANK[gate.answer] <= RANK[whole.gate(gate.key).answer] for gate in found.gates)
