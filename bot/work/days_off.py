"""Days off as people type them: a date or a range on each line. Kept as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from bot.readiness.reading.dates import Day
from bot.readiness.reading.months import MONTHS
from bot.readiness.words import fold
from bot.work.results import Refusal

DAY = timedelta(days=1)
LONGEST = 62
"""Days of one range: whoever is off for longer has mistyped a year, or needs no questions at all."""
FURTHEST = 800
"""Days from today."""

PIECES = re.compile(r"[\n;]|,(?!\s*\d{4}\b(?!-))")  # the comma of "December 24, 2026" parts nothing
TO = re.compile(r"\s+(?:to|until|till|bis|-|–|—)\s+|\s*(?:–|—|\.\.+)\s*")
WRITTEN = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"),
    re.compile(r"(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?(?P<year>\d{4})"),
    re.compile(r"(?P<day>\d\d?)(?:st|nd|rd|th|\.)?\s+(?P<named>[^\W\d]+)\.?,?(?:\s+(?P<year>\d{4}))?"),
    re.compile(r"(?P<named>[^\W\d]+)\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{4}))?"),
)


def days_named(words: str, today: date) -> list[str] | Refusal:
    """The days (ISO dates, in order) of dates and ranges; one without a year is the next such day from ``today`` on."""
    found: set[date] = set()
    for piece in PIECES.split(words):
        if piece.strip():
            days = _days(piece.strip(), today)
            if isinstance(days, Refusal):
                return days
            found |= days
    return [day.isoformat() for day in sorted(found)]


def _days(piece: str, today: date) -> set[date] | Refusal:
    ends = TO.split(piece)
    first = _date(ends[0], today)
    last = _date(ends[-1], first) if first else None
    if first is None or last is None or len(ends) > 2:
        return Refusal("days_off_unclear", {"words": piece})
    if last < first:
        return Refusal("days_off_backwards", {"words": piece})
    if (last - first).days >= LONGEST or abs((last - today).days) > FURTHEST:
        return Refusal("days_off_too_far", {"words": piece, "days": LONGEST})
    return {first + DAY * count for count in range((last - first).days + 1)}


def _date(words: str, after: date) -> date | None:
    folded = fold(words).strip()
    match = next((found for pattern in WRITTEN if (found := pattern.fullmatch(folded))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = MONTHS.get(parts["named"], 0) if "named" in parts else int(parts["month"])
    return Day(int(parts["year"]) if parts["year"] else None, month, int(parts["day"])).after(after)


def written(days: Iterable[str], since: date) -> str:
    """The days from ``since`` on as ``days_named`` reads them, a date or a range on each line."""
    left = sorted(day for day in map(date.fromisoformat, days) if day >= since)
    starts = [day for day in left if day - DAY not in left]
    ends = [day for day in left if day + DAY not in left]
    lines = (f"{first}" if first == last else f"{first} to {last}" for first, last in zip(starts, ends, strict=True))
    return "\n".join(lines)
