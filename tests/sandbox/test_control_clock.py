"""Moving the clock: where it goes, across changes of the clocks too, what it answers and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.clock import moment_of, next_weekday, wall_time
from bot.sandbox.control.moving import MOVES
from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.refusal import ControlError
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import manifest

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland", "UTC")


def tuesday(zone: str) -> dict[str, Any]:
    return {"next": {"weekday": "tuesday", "at": "10:00", "zone": zone}}


def days(count: int, zone: str) -> dict[str, Any]:
    return {"advance_days": {"days": count, "zone": zone}}


def local(text: str, zone: str = "Europe/Berlin") -> dict[str, Any]:
    return {"local": {"time": text, "zone": zone}}


BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
MOVED: list[tuple[str, str, dict[str, Any], str]] = [
    ("an hour", "2026-11-24T09:00", {"advance_seconds": 3600}, "2026-11-24T10:00"),
    ("this Tuesday, still ahead", "2026-11-24T08:59", tuesday(BERLIN), "2026-11-24T09:00"),
    ("on the stroke, the week after", "2026-11-24T09:00", tuesday(BERLIN), "2026-12-01T09:00"),
    ("Tuesday there, Monday here", "2026-11-24T03:00", tuesday("America/Los_Angeles"), "2026-11-24T18:00"),
    ("over the spring change", "2026-03-26T12:00", tuesday(BERLIN), "2026-03-31T08:00"),
    ("over the autumn change", "2026-10-22T12:00", tuesday(BERLIN), "2026-10-27T09:00"),
    ("over New York's change, not yet Berlin's", "2026-03-05T12:00", tuesday(NEW_YORK), "2026-03-10T14:00"),
    ("a day of 23 hours", "2026-03-28T11:00", days(1, BERLIN), "2026-03-29T10:00"),
    ("a day of 25 hours", "2026-10-24T10:00", days(1, BERLIN), "2026-10-25T11:00"),
    ("a day back", "2026-11-24T09:00", days(-1, BERLIN), "2026-11-23T09:00"),
    ("a date and time", "2026-11-24T09:00", local("2026-12-01T10:00"), "2026-12-01T09:00"),
    ("a time that is skipped", "2026-03-01T09:00", local("2026-03-29T02:30"), "2026-03-29T01:30"),
    ("the first of two", "2026-10-01T09:00", local("2026-10-25T02:30"), "2026-10-25T00:30"),
    ("a moment", "2026-11-24T09:00", {"now": "2026-12-01T10:00:00-05:00"}, "2026-12-01T15:00"),
]  # fmt: skip


@pytest.fixture(scope="module")
def still() -> Iterator[Driver]:
    """A sandbox whose clock stands still; whoever uses it sets it first."""
    with Sandbox(manifest()) as sandbox:
        driver = Driver(sandbox.url)
        driver.post("clock", frozen=True)
        yield driver
        driver.close()


@pytest.mark.parametrize(("begin", "move", "end"), [m[1:] for m in MOVED], ids=[m[0] for m in MOVED])
def test_moved(still: Driver, begin: str, move: dict[str, Any], end: str) -> None:
    still.set_clock(f"{begin}:00+00:00")
    answer = still.post("clock", **move)
    moved = datetime.fromisoformat(end) - datetime.fromisoformat(begin)
    assert (answer["now"], answer["moved_seconds"]) == (f"{end}:00+00:00", moved.total_seconds())
    assert still.get("state")["now"] == answer["now"]
    assert ("note" in answer) is (moved < timedelta(0))


REFUSED: list[tuple[str, dict[str, Any], str, str]] = [
    ("nothing", {}, "missing_field", "one of now, local, next"),
    ("a way there is not", {"advance_hours": 1}, "unknown_field", "has no advance_hours"),
    ("two moves", {"advance_seconds": 1, **tuesday("UTC")}, "wrong_field", "not next and advance_seconds"),
    ("a zone there is not", tuesday("Europe/Atlantis"), "unknown_zone", "'Europe/Atlantis' is no time zone"),
    ("a zone that is a path", days(1, "../../etc/passwd"), "unknown_zone", "no time zone"),
    ("a zone that is a folder", days(1, "Europe"), "unknown_zone", "no time zone"),
    ("no zone", {"next": {"weekday": "tuesday", "at": "10:00"}}, "missing_field", "'zone'"),
    ("a weekday there is not", {"next": {"weekday": "Toesday", "at": "9:00", "zone": "UTC"}}, "wrong_field", "tuesday"),
    ("a time that is none", {"next": {"weekday": "tuesday", "at": "25:00", "zone": "UTC"}}, "wrong_field", "'25:00'"),
    ("a time with an offset", {"next": {"weekday": "friday", "at": "10:00Z", "zone": "UTC"}}, "wrong_field", "offset"),
    ("a text for an object", {"next": "tuesday"}, "wrong_field", "must be an object"),
    ("a part there is not", {"local": {"date": "2026-12-01", "zone": "UTC"}}, "unknown_field", "no date"),
    ("a date there is not", local("2026-02-30T10:00"), "wrong_field", "'2026-02-30T10:00' is no date"),
    ("a date with an offset", local("2026-12-01T10:00+01:00"), "wrong_field", "must have none"),
    ("a moment without", {"now": "2026-12-01T10:00"}, "wrong_field", "lacks its offset"),
    ("half a day", {"advance_days": {"days": 0.5, "zone": "UTC"}}, "wrong_field", "whole number"),
    ("too late", local("2200-01-02T00:00"), "out_of_range", "2010 to 2199"),
    ("too early", {"now": "1999-12-31T23:59:59+00:00"}, "out_of_range", "2010 to 2199"),
    ("too far", {"advance_seconds": 1e300}, "out_of_range", "2010 to 2199"),
    ("endless days", {"advance_days": {"days": "inf", "zone": "UTC"}}, "out_of_range", "2010 to 2199"),
    ("no number", {"advance_seconds": "nan"}, "out_of_range", "2010 to 2199"),
]  # fmt: skip


@pytest.mark.parametrize(("move", "code", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused_with_a_sentence_and_nothing_moves(still: Driver, move: dict[str, Any], code: str, words: str) -> None:
    still.set_clock("2026-11-24T09:00:00+00:00")
    with pytest.raises(ControlError) as refused:
        still.post("clock", **{"frozen": False, **move} if move else {})
    assert refused.value.code == code
    assert words in refused.value.detail
    assert refused.value.detail.endswith(".")
    state = still.get("state")
    assert (state["now"], state["frozen"]) == ("2026-11-24T09:00:00+00:00", True)


def test_messages_stay_in_order_when_the_clock_goes_back(driver: Driver, priya: Person) -> None:
    driver.set_clock("2026-12-01T10:00:00+00:00")
    first = priya.say("pilots", "one")["ts"]
    answer = driver.post("clock", **local("2026-11-24T10:00"))
    assert answer["note"].startswith("The clock went back.")
    later = [priya.say("pilots", text)["ts"] for text in ("two", "three")]
    driver.post("clock", **tuesday(BERLIN))
    later.append(priya.say("pilots", "four")["ts"])
    assert [m["ts"] for m in driver.messages("pilots")] == [first, *later]
    assert len({first, *later}) == 4


def test_those_who_wait_are_told(driver: Driver) -> None:
    seq = driver.get("state")["seq"]
    driver.advance(hours=1)
    assert [c["kind"] for c in driver.get("changes", since=seq, timeout=5)["changes"]] == ["clock"]


MOMENTS = st.datetimes(datetime(2011, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(MOMENTS, st.integers(0, 6), TIMES, st.sampled_from(ZONES))
def test_the_next_weekday_is_the_nearest_and_shows_on_the_wall(now: datetime, day: int, at: time, zone: str) -> None:
    here = ZoneInfo(zone)
    found = next_weekday(now, day, at, here)
    assert now < found <= now + timedelta(days=8, hours=2)
    wall = wall_time(found, here)
    asked = datetime.combine(wall.date(), at)
    skipped = wall_time(moment_of(asked, here), here) != asked
    assert (wall.weekday() == day and wall.time() == at) or skipped


def test_every_move_is_documented(request: pytest.FixtureRequest) -> None:
    text = (request.config.rootpath / "docs" / "sandbox-api.md").read_text()
    assert [name for name in (*MOVES, "moved_seconds", "note") if name not in text] == []
