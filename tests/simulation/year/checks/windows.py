"""Nobody is asked outside the window of their own zone; who is asked late is told why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.readiness.rhythm.days import local_day, moment
from bot.readiness.rhythm.window import Times, Window, window
from tests.simulation.year.books import Books, Row
from tests.simulation.year.diary import Diary
from tests.simulation.year.places import Place

NOON = Times().at.replace(hour=12)
LATE = timedelta(hours=2)
NEAR = timedelta(days=1, hours=2)


def wrong(kept: Books, diary: Diary, places: dict[int, Place]) -> Iterator[str]:
    """Check-ins that were asked at another time than theirs."""
    for row in kept.checkins:
        if row["asked_at"] and row["pilot"] in places and not row["period"].startswith("now"):
            yield from _asked(kept, diary, places[row["pilot"]], row)


def _asked(kept: Books, diary: Diary, place: Place, row: Row) -> Iterator[str]:
    found = window_of(diary, place, row)
    named = (
        f"pilot {row['pilot']}: the check-in of {row['period']} was asked at {row['asked_at']} in {_zone(diary, row)}"
    )
    if found is None:
        yield f"{named}, where there is no day to ask"
    elif not found.asks_at <= row["asked_at"] < found.until:
        yield f"{named}, not from {found.asks_at} to {found.until}"
    elif row["asked_at"] - found.asks_at > LATE and not _excused(kept, diary, row, found):
        yield f"{named}, hours after {found.asks_at}, for no reason"
    elif row["asked_at"] - found.asks_at > LATE and diary.was_down(found.asks_at, found.asks_at + LATE):
        yield from _says_late(kept, diary, row, named)


def window_of(diary: Diary, place: Place, row: Row) -> Window | None:
    """The window of a period for the person who was asked, as they and their zone were at that moment."""
    at, zone = row["asked_at"], _zone(diary, row)
    until = diary.away_until(row["owner"], at)
    return window(
        date.fromisoformat(row["period"]),
        Times(),
        zone,
        place.off,
        lambda day: bool(until and moment(day, NOON, zone) < until),
    )


def _zone(diary: Diary, row: Row) -> str:
    return diary.zone(row["owner"], row["asked_at"])


def _excused(kept: Books, diary: Diary, row: Row, found: Window) -> bool:
    """The bot was down then, the person had a letter that day, moved, or something about the pilot changed."""
    zone, at = _zone(diary, row), row["asked_at"]
    days = {local_day(found.asks_at, zone), local_day(at, zone)}
    had = [letter for letter in kept.letters.values() if letter["user"] == row["owner"] and letter["written_at"] < at]
    return (
        diary.was_down(found.asks_at, found.asks_at + timedelta(minutes=1))
        or any(date.fromisoformat(letter["day"]) in days for letter in had)
        or diary.moved_near(row["owner"], at, 4 * NEAR)
        or any(found.asks_at - NEAR <= fact.at <= at for fact in kept.facts[row["pilot"]])
        or any(
            found.asks_at - NEAR <= fact.at <= at for fact in kept.members if fact.values.get("user") == row["owner"]
        )
        or any(abs(since - at) < 5 * NEAR for since, _ in diary.aways[row["owner"]])
    )


def _says_late(kept: Books, diary: Diary, row: Row, named: str) -> Iterator[str]:
    numbers = {str(ask["letter"]) for ask in kept.asked_about(row["id"]) if ask["kind"] == "own"}
    places = {
        (post["channel"], post["ts"]) for post in kept.posts if post["kind"] == "letter" and post["key"] in numbers
    }
    said = [one.text for one in diary.said if (one.channel, one.ts) in places]
    if said and not any("comes late" in text for text in said):
        yield f"{named}, since the bot was down, and did not say so: {said[0][:200]!r}"
