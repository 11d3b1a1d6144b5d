"""The bot is stopped: from Monday to Thursday everybody gets one late question; for three weeks nobody gets a storm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.readiness.rhythm.days import local_day
from tests.simulation.year.books import Books, books
from tests.simulation.year.cast import Role, cast
from tests.simulation.year.places import PLACES
from tests.simulation.year.script import Event
from tests.simulation.year.town import Town
from tests.simulation.year.year import Year, town_of

PILOTS, WEEKLY = 5, PLACES[3]
MONDAY = datetime(2027, 1, 25, 4, tzinfo=UTC)
"""Before anybody's Tuesday, 10:00; a Sunday evening still for some."""
DAYS = 52


def roles() -> list[Role]:
    """Pilots that are asked every week and are live after a week."""
    return [replace(role, channel=WEEKLY, live_after=7, sound=True) for role in cast(4, PILOTS)]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    with town_of(PILOTS, tmp_path) as found:
        yield found


def stopped(town: Town, until: datetime) -> tuple[Year, Books]:
    """A year in which the bot is stopped once, and nothing else happens but what people press."""
    everybody = roles()
    ships = [Event(role.begins + 7 * timedelta(days=1), "ship", role.lead, role.name) for role in everybody]
    year = Year(4, everybody, [*ships, Event(MONDAY, "fall", how="stop", until=until)], DAYS, town)
    year.live()
    assert year.diary.findings == []
    return year, books(town)


def states(kept: Books, period: str) -> Counter[tuple[str, str]]:
    """How the check-ins of a period went."""
    return Counter((row["state"], row["why"]) for row in kept.checkins if row["period"] == period)


def test_from_monday_to_thursday_there_is_one_late_question_each_that_says_so(town: Town) -> None:
    back = MONDAY + timedelta(days=3, hours=8)
    year, kept = stopped(town, back)
    said = [one for one in year.diary.said if one.user and back <= one.at < back + timedelta(days=2)]
    late = [one for one in said if "I was out of order from " in one.text and "so this comes late" in one.text]
    asked = {row["owner"] for row in kept.checkins if row["period"] == "2027-01-26" and row["asked_at"]}
    assert asked
    assert Counter(one.user for one in late) == Counter(dict.fromkeys(asked, 1))
    assert ("not_asked", "down") not in states(kept, "2027-01-26")
    assert states(kept, "2027-02-02").total() == PILOTS


def test_for_three_weeks_three_periods_are_not_asked_and_the_next_tuesday_is_as_usual(town: Town) -> None:
    back = MONDAY + timedelta(weeks=3)
    year, kept = stopped(town, back)
    for period in ("2027-01-26", "2027-02-02", "2027-02-09"):
        assert states(kept, period) == {("not_asked", "down"): PILOTS}
    storm = Counter(
        (one.user, day_of(year, one.user, one.at)) for one in year.diary.said if one.user and one.at >= back
    )
    assert max(storm.values()) == 1
    usual = [row for row in kept.checkins if row["period"] == "2027-02-16"]
    assert len(usual) == PILOTS
    assert {day_of(year, row["owner"], row["asked_at"]) for row in usual} == {"2027-02-16"}


def day_of(year: Year, user: str, at: datetime) -> str:
    """The local day of a moment, where somebody is."""
    return local_day(at, year.diary.zone(user, at)).isoformat()
