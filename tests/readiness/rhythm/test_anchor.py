"""From which day the weeks of a pilot are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.facts import Fact, FactKind, MemberState, Record
from bot.readiness.live import life_of
from bot.readiness.numbers import Numbers
from bot.readiness.rhythm.anchor import anchor_of
from bot.readiness.rhythm.grid import CADENCES, Anchor, asking_days, next_asking_day
from bot.readiness.state import state_of
from tests.readiness.pilots import (
    BACKUP,
    OTHER,
    OWNER,
    REVIEWER,
    SAVED,
    TODAY,
    accepted,
    days_after,
    member,
    record,
    said,
    saved,
)
from tests.readiness.strategies import junk_records

THURSDAY = 3
LIVE = said(FactKind.LIVE, OWNER, "2026-11-05")
LAPSED = said(FactKind.CHECKIN_LAPSED, "", "2026-11-12")
RETIRED = said(FactKind.RETIRED, OWNER, "2026-11-16")
HANDED_OVER = (saved("ownership", {"owner": OTHER}, on="2026-11-17"), accepted("owner", OTHER, "2026-11-18"))


def anchored(pilot: Record, on: date = TODAY, weekday: int = 1) -> Anchor | None:
    until = pilot.end_of(on)
    return anchor_of(pilot, state_of(pilot, until), life_of(pilot, until, Numbers()), weekday)


def changed(on: str | date) -> Fact:
    return said(FactKind.CHANGED, OTHER, on, what="Another prompt")


def renamed(on: str) -> Fact:
    return saved("dependencies", {"name": "Bookings v2"}, "d1", on=on)


@pytest.mark.parametrize(
    "facts",
    [
        [RETIRED],
        [LIVE, RETIRED],
        [member(OWNER, MemberState.INACTIVE, "2026-11-10")],
        [member(OWNER, MemberState.GUEST, "2026-11-10")],
        [LIVE, member(OWNER, MemberState.EXTERNAL, "2026-11-10")],
        [said(FactKind.DECLINED, OWNER, "2026-11-10", role="owner")],
        [HANDED_OVER[0]],
        [saved("ownership", {"owner": None}, on="2026-11-10")],
    ],
)
def test_nobody_to_ask(facts: Sequence[Fact]) -> None:
    assert anchored(record(more=facts)) is None


def test_nobody_accepted() -> None:
    assert anchored(record(clicks=[accepted("backup", BACKUP), accepted("reviewer", REVIEWER)])) is None


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ([], "2026-11-02"),
        (HANDED_OVER, "2026-11-18"),
        ([RETIRED, said(FactKind.REOPENED, OWNER, "2026-11-18")], "2026-11-02"),
        # before live nothing else counts
        ([LAPSED, changed("2026-11-13"), renamed("2026-11-14")], "2026-11-02"),
        ([accepted("backup", OTHER, "2026-11-18")], "2026-11-02"),
    ],
)
def test_before_live_it_is_the_owners_acceptance(facts: Sequence[Fact], day: str) -> None:
    assert anchored(record(more=facts)) == Anchor(date.fromisoformat(day), live=False)


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ([], "2026-11-05"),
        ([LAPSED], "2026-11-12"),
        (HANDED_OVER, "2026-11-18"),
        ([LAPSED, *HANDED_OVER], "2026-11-18"),
        ([changed("2026-11-20")], "2026-11-20"),
        ([renamed("2026-11-20")], "2026-11-20"),
        ([LAPSED, changed("2026-11-20")], "2026-11-20"),
        # what came before the pilot was live moves nothing
        ([changed("2026-11-04")], "2026-11-05"),
        ([said(FactKind.LIVE, OWNER, "2026-11-19"), LAPSED], "2026-11-19"),
        # nor do answers
        ([said(FactKind.CHECKIN_CONFIRMED, OWNER, "2026-11-20")], "2026-11-05"),
        ([said(FactKind.NOTHING_CHANGED, OWNER, "2026-11-20")], "2026-11-05"),
        ([saved("ownership", {"cover_hours": "Weekdays"}, on="2026-11-20")], "2026-11-05"),
        ([said(FactKind.INCIDENT, OTHER, "2026-11-20", what="Twice")], "2026-11-05"),
        # nor does what was undone
        ([replace(LAPSED, id=7), said(FactKind.UNDONE, OWNER, "2026-11-13", fact=7)], "2026-11-05"),
    ],
)
def test_from_live_it_is_the_latest_of_what_starts_the_weeks_again(facts: Sequence[Fact], day: str) -> None:
    assert anchored(record(more=[LIVE, *facts])) == Anchor(date.fromisoformat(day), live=True)


@pytest.mark.parametrize(
    ("days", "weekday", "expected"),
    [
        # live on Thursday 5 November: first asked on Tuesday the 10th
        (["2026-11-09"], 1, "2026-11-05"),
        (["2026-11-10"], 1, "2026-11-05"),
        (["2026-11-11"], 1, "2026-11-11"),
        (["2026-11-09", "2026-11-16", "2026-11-17"], 1, "2026-11-16"),
        # or on Thursday the 12th
        (["2026-11-10", "2026-11-11"], THURSDAY, "2026-11-05"),
        (["2026-11-13"], THURSDAY, "2026-11-13"),
    ],
)
def test_a_change_before_the_first_question_does_not_put_it_off(days: list[str], weekday: int, expected: str) -> None:
    found = anchored(record(more=[LIVE, *map(changed, days)]), weekday=weekday)
    assert found == Anchor(date.fromisoformat(expected), live=True)


@pytest.mark.parametrize("weekday", range(5))
def test_a_pilot_that_changes_every_day_is_asked_every_week(weekday: int) -> None:
    pilot = record(more=[LIVE, *(changed(days_after("2026-11-06", day)) for day in range(70))])
    after, asked = date(2026, 11, 5), []
    for day in (days_after("2026-11-05", count) for count in range(70)):
        anchor = anchored(pilot, day, weekday)
        assert anchor is not None
        if next_asking_day(anchor, CADENCES["usual"], weekday, after) <= day:
            asked.append(day)
            after = day
    assert len(asked) >= 9
    assert {(later - earlier).days for earlier, later in pairwise(asked)} == {7}


def test_the_day_is_the_channels() -> None:
    late = Fact(datetime(2026, 11, 9, 23, 30, tzinfo=UTC), OWNER, FactKind.LIVE)
    pilot = record(more=[late])
    assert anchored(pilot) == Anchor(date(2026, 11, 10), live=True)
    assert anchored(replace(pilot, zone="America/New_York")) == Anchor(date(2026, 11, 9), live=True)


@given(
    st.lists(st.tuples(st.sampled_from([OWNER, BACKUP, OTHER]), st.integers(1, 400), st.integers(0, 23))), st.booleans()
)
def test_a_late_answer_never_moves_the_grid(answers: list[tuple[str, int, int]], live: bool) -> None:
    """Whoever confirms, whenever: the same days follow."""
    given_ = [said(FactKind.CHECKIN_CONFIRMED, by, days_after(SAVED, day), hour) for by, day, hour in answers]
    silent = [LIVE] if live else []
    on = days_after(SAVED, 500)
    before, after = anchored(record(more=silent), on), anchored(record(more=[*silent, *given_]), on)
    assert before is not None
    assert after is not None
    expected = list(islice(asking_days(before, CADENCES["usual"], 1), 12))
    assert list(islice(asking_days(after, CADENCES["usual"], 1), 12)) == expected


@given(junk_records(), st.dates(date(2026, 10, 1), date(2028, 6, 1)), st.integers(0, 6))
def test_whatever_is_on_record_nothing_is_raised(pilot: Record, on: date, weekday: int) -> None:
    found = anchored(pilot, on, weekday)
    assert found is None or found.day <= on + timedelta(days=1)
