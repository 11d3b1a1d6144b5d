"""Since when a live pilot has been quiet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.readiness.facts import Fact, FactKind, MemberState, Record
from bot.readiness.findings import GateAnswer
from bot.readiness.live import life_of
from bot.readiness.numbers import Numbers
from bot.readiness.quiet import FORGIVEN_DAYS, quiet_since
from bot.readiness.verdict import verdict
from tests.readiness.pilots import BACKUP, BUILDER, OTHER, OWNER, accepted, member, moment, record, said, saved
from tests.readiness.strategies import junk_records

NUMBERS = Numbers()
LIVE = said(FactKind.LIVE, OWNER, "2026-11-05")
RUN = "last_run_on"


def quiet(*facts: Fact, on: str = "2027-02-01", live: Fact = LIVE) -> str | None:
    """The day since which the smallest sound pilot with more facts is quiet."""
    pilot = record(more=[live, *facts])
    found = quiet_since(pilot, pilot.end_of(date.fromisoformat(on)), NUMBERS)
    return found.isoformat() if found else None


def incident(on: str) -> Fact:
    return said(FactKind.INCIDENT, OTHER, on, what="Two shifts", since="2026-11-01", light="A nurse asked")


def lapsed(on: str) -> Fact:
    return said(FactKind.CHECKIN_LAPSED, "", on)


def confirmed(on: str) -> Fact:
    return said(FactKind.CHECKIN_CONFIRMED, OWNER, on)


def gone(on: str) -> Fact:
    return member(OTHER, MemberState.INACTIVE, on)


def ran(on: str) -> Fact:
    return saved("tests", {RUN: on}, on=on)


def handed_over(to: str, on: str) -> list[Fact]:
    return [saved("ownership", {"owner": to}, on=on), accepted("owner", to, on)]


@pytest.mark.parametrize(
    "facts",
    [
        [said(FactKind.RETIRED, OWNER, "2026-12-01")],
        [said(FactKind.LIVE, OWNER, "2027-02-02"), said(FactKind.RETIRED, OWNER, "2026-12-01")],
    ],
)
def test_a_retired_pilot_is_not_counted(facts: Sequence[Fact]) -> None:
    assert quiet(*facts) is None


def test_a_pilot_that_is_not_live_is_not_counted() -> None:
    assert quiet(live=ran("2026-11-05")) is None
    assert quiet(live=said(FactKind.LIVE, OWNER, "2027-02-02")) is None


@pytest.mark.parametrize(
    ("facts", "since"),
    [
        ([], "2026-11-05"),
        ([confirmed("2026-12-01"), ran("2026-12-02")], "2026-11-05"),
        ([incident("2026-12-01")], "2026-12-01"),
        ([incident("2026-12-01"), incident("2026-12-09")], "2026-12-09"),
        ([incident("2026-11-04")], "2026-11-05"),
        ([replace(incident("2026-12-01"), id=5), said(FactKind.UNDONE, OTHER, "2026-12-02", fact=5)], "2026-11-05"),
        # a hand-over to somebody else; the same person's second yes is none, nor is an offer
        (handed_over(OTHER, "2026-12-03"), "2026-12-03"),
        ([*handed_over(OTHER, "2026-12-03"), *handed_over(OWNER, "2026-12-20")], "2026-12-20"),
        (handed_over(OTHER, "2026-11-04"), "2026-11-05"),
        ([accepted("owner", OWNER, "2026-12-03")], "2026-11-05"),
        ([accepted("backup", OTHER, "2026-12-03")], "2026-11-05"),
        # a check-in that lapsed
        ([lapsed("2026-12-01"), confirmed("2026-12-08")], "2026-11-05"),
        ([lapsed("2026-12-01"), confirmed("2026-12-09")], "2026-12-09"),
        ([lapsed("2026-12-01")], "2027-02-01"),
        ([lapsed("2027-01-26")], "2026-11-05"),
        ([lapsed("2027-01-25")], "2027-02-01"),
        ([lapsed("2026-12-01"), confirmed("2026-12-09"), incident("2026-12-06")], "2026-12-09"),
        ([lapsed("2026-12-01"), confirmed("2026-12-09"), incident("2026-12-12")], "2026-12-12"),
        # lapsed, and something else wrong on the way: it was not renewed in between
        (
            [lapsed("2026-12-01"), saved("ownership", {"cover_hours": None}, on="2026-12-04"), confirmed("2026-12-06")],
            "2027-02-01",
        ),
        # never sound, but no lapse: nothing ran out
        ([saved("tests", {"bad": 0}, on="2026-12-01")], "2026-11-05"),
        # an account
        ([member(BACKUP, MemberState.INACTIVE, "2026-12-01"), member(BACKUP, on="2026-12-05")], "2026-11-05"),
        ([member(BACKUP, MemberState.INACTIVE, "2026-12-01"), member(BACKUP, on="2026-12-15")], "2026-12-15"),
        # a pilot that was retired for a while
        (
            [said(FactKind.RETIRED, OWNER, "2026-12-01"), said(FactKind.REOPENED, OWNER, "2026-12-20")],
            "2026-12-20",
        ),
        ([said(FactKind.LIVE, OWNER, "2026-12-15")], "2026-12-15"),
    ],
)
def test_what_starts_the_count_again(facts: Sequence[Fact], since: str) -> None:
    assert quiet(*facts) == since


@pytest.mark.parametrize(
    ("on", "since"),
    [
        # test run, review and access of 2 November last 100 days: the gates lapse on 10 February 2027
        ("2027-02-16", "2026-11-05"),
        ("2027-02-17", "2027-02-17"),
        ("2027-02-20", "2027-02-20"),
    ],
)
def test_a_fact_that_runs_out_by_itself(on: str, since: str) -> None:
    assert quiet(on=on) == since


@pytest.mark.parametrize(("renewed", "since"), [("2027-02-17", "2026-11-05"), ("2027-02-18", "2027-02-18")])
def test_a_fact_that_is_renewed_within_seven_days_has_not_lapsed(renewed: str, since: str) -> None:
    rest = [saved("review", {"last_on": renewed}, on=renewed), saved("access", {"reviewed_on": renewed}, on=renewed)]
    assert verdict(record(), date(2027, 2, 10)).gate("tests").answer is GateAnswer.LAPSED
    assert quiet(ran(renewed), *rest, on="2027-04-01") == since


def test_what_becomes_known_later_does_not_count() -> None:
    pilot = record(more=[LIVE, incident("2027-01-04")])
    assert quiet_since(pilot, moment("2027-01-04", 13), NUMBERS) == date(2026, 11, 5)
    assert quiet_since(pilot, moment("2027-01-04", 14), NUMBERS) == date(2027, 1, 4)


def by_days(pilot: Record, on: date) -> date | None:
    """The same over every single day: the lapses of every gate, run by run."""
    life = life_of(pilot, pilot.end_of(on), NUMBERS)
    if life.live is None or life.retired:
        return None
    first = since = pilot.day(life.live.at)
    answers = [verdict(pilot, first + timedelta(days=day), NUMBERS) for day in range((on - first).days + 1)]
    for number in range(7):
        run = 0
        for found in answers:
            answer = found.gates[number].answer
            if answer is GateAnswer.YES:
                since = max(since, found.on) if run > FORGIVEN_DAYS else since
                run = 0
            elif run or answer is GateAnswer.LAPSED:
                run += 1
        since = on if run > FORGIVEN_DAYS else since
    return since


lives = st.integers(0, 60).map(lambda day: said(FactKind.LIVE, OWNER, date(2026, 11, 5) + timedelta(days=day)))
happenings = st.builds(
    lambda make, day: make((date(2026, 11, 5) + timedelta(days=day)).isoformat()),
    st.sampled_from(
        [
            lapsed,
            confirmed,
            ran,
            gone,
            lambda on: member(BACKUP, MemberState.INACTIVE, on),
            lambda on: member(BACKUP, on=on),
            lambda on: saved("tests", {"bad": 0}, on=on),
            lambda on: saved("tests", {"bad": 5}, on=on),
            lambda on: saved("review", {"last_on": on}, on=on),
            lambda on: saved("dependencies", {"rotated_on": "2026-10-30"}, "d3", on=on),
        ]
    ),
    st.integers(0, 150),
)


@settings(max_examples=60)
@given(lives, st.lists(happenings, max_size=8), st.integers(60, 160))
def test_it_is_the_same_as_looking_at_every_day(live: Fact, facts: list[Fact], later: int) -> None:
    on = date(2026, 11, 5) + timedelta(days=later)
    pilot = record(more=[live, *facts])
    assert quiet_since(pilot, pilot.end_of(on), NUMBERS) == by_days(pilot, on)


@given(junk_records(), st.dates(date(2026, 10, 1), date(2028, 6, 1)))
def test_whatever_is_on_record_it_is_a_day_up_to_now(pilot: Record, on: date) -> None:
    found = quiet_since(pilot, pilot.end_of(on), NUMBERS)
    assert found is None or found <= on


def test_the_first_owner_of_a_live_pilot_starts_the_count() -> None:
    pilot = record(clicks=[accepted("backup", BACKUP)], more=[LIVE, accepted("owner", OWNER, "2026-12-03")])
    assert quiet_since(pilot, pilot.end_of(date(2027, 1, 1)), NUMBERS) == date(2026, 12, 3)
    assert pilot.lead == BUILDER
