"""An "away" status: until its end, without one for a week from when it was first seen."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.readiness.facts import MemberState
from bot.work import people
from bot.work.people import Account
from tests.work.workspace import BEGIN, NGOZI, Workspace

WEEK = timedelta(days=7)


def seen(here: Workspace, *, away: bool, until: datetime | None = None, **later: float) -> datetime | None:
    """Slack shows Ngozi's account; until when she counts as away then."""
    account = Account(NGOZI, "Ngozi", "ngozi", "", "UTC", MemberState.ACTIVE, False, away=away, away_until=until)
    with here.desk(**later) as desk:
        people.remember(desk, account)
        return people.away_until(desk, NGOZI)


def test_it_ends_when_the_status_does(here: Workspace) -> None:
    end = BEGIN + timedelta(days=30)
    assert seen(here, away=True, until=end) == end
    assert seen(here, away=True, until=end - WEEK) == end - WEEK
    assert seen(here, away=False) is None


def test_without_an_end_it_counts_for_a_week_from_when_it_was_first_seen(here: Workspace) -> None:
    first = seen(here, away=True)
    assert first == here.now + WEEK
    assert seen(here, away=True, days=1) == first
    assert seen(here, away=True, days=30) == first
    assert seen(here, away=False) is None
    assert seen(here, away=True) == here.now + WEEK


@pytest.mark.parametrize(
    ("hour", "days"), [(9, [24, 25]), (12, [24, 25]), (13, [24, 25, 26])], ids=["morning", "noon", "afternoon"]
)
def test_a_day_counts_whose_noon_comes_before_the_end(here: Workspace, hour: int, days: list[int]) -> None:
    seen(here, away=True, until=datetime(2026, 11, 26, hour, tzinfo=BEGIN.tzinfo))
    with here.desk() as desk:
        away = people.away(desk, NGOZI, "UTC")
        assert [day for day in range(24, 30) if away(date(2026, 11, day))] == days


def test_nobody_who_was_never_heard_of_is_away(here: Workspace) -> None:
    with here.desk() as desk:
        assert people.away_until(desk, "U0NOBODY1") is None
        assert not people.away(desk, "U0NOBODY1", "UTC")(date(2026, 11, 24))
