"""Dates in words. A bare year and a month alone are no dates; what could be two dates is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.readiness.reading.months import DAYS_AGO, MONTHS, WEEKDAYS
from bot.readiness.words import fold

_LEAP_CYCLE = 9  # years in which every day of the calendar occurs


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar as written; ``year`` None where none was written."""

    year: int | None
    month: int
    day: int

    def before(self, anchor: date) -> date | None:
        """The date for something done: as written, without a year the latest one not after ``anchor``."""
        return self._near(anchor, -1, lambda found: found <= anchor)

    def after(self, anchor: date) -> date | None:
        """The date for something to come: as written, without a year the next one not before ``anchor``."""
        return self._near(anchor, 1, lambda found: found >= anchor)

    def _near(self, anchor: date, step: int, fits: Callable[[date], bool]) -> date | None:
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        years = (anchor.year + step * offset for offset in range(_LEAP_CYCLE))
        found = (_date(year, self.month, self.day) for year in years)
        return next((each for each in found if each and fits(each)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _words(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_M = f"(?P<month>{_words(MONTHS)})"
_W = f"(?P<weekday>{_words(WEEKDAYS)})"
_NTH = r"(?:st|nd|rd|th|er|\.|º)?"
_TO = r"\s?(?:-|–|to|until|bis|al?|/)\s?"
_YEAR = r"(?P<year>20\d\d)"
_START = r"(?<![\w.:/-])"
_END = r"(?![\w%])"

_DAY_FIRST = re.compile(
    rf"{_START}(?:\d{{1,2}}{_NTH}{_TO})?(?P<day>\d{{1,2}}){_NTH}\s?(?:of\s|de\s)?{_M}\b(?:\.?,?\s(?:de\s"
    rf"|del\s)?{_YEAR}(?!\w))?"
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w){_M}\.?\s(?:\d{{1,2}}{_NTH}{_TO})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{_YEAR}(?!\w)|{_END}(?!:\d))"
)
_NUMERIC = (
    re.compile(rf"{_START}(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d_-])"),
    re.compile(rf"{_START}{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)(?![\d/])"),
    re.compile(rf"{_START}(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}(?!\w)"),
    re.compile(r"(?:(?P<year>20\d\d)\s?[年년]\s?)?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]"),
)
_SLASHED = re.compile(rf"{_START}(?P<one>\d\d?)/(?P<two>\d\d?)/{_YEAR}(?![\w/])")
_AGO = re.compile(rf"(?<!\w)(?P<ago>{_words(DAYS_AGO)})(?!\w)|(?P<cjk>昨日|今日)")
_LAST = re.compile(rf"(?<!\w)(?:last|letzten|vergangenen)\s{_W}\b")
_PAST = re.compile(rf"(?<!\w){_W}\spasado\b")


def find_dates(text: str, anchor: date) -> Iterator[tuple[int, int, Day]]:
    """Every date in the text as (start, end, day), overlaps included. ``anchor`` is the day the text was written."""
    folded = fold(text)
    for pattern in _NUMERIC:
        yield from (_spot(match, int(match["month"])) for match in pattern.finditer(folded))
    for match in (*_DAY_FIRST.finditer(folded), *_MONTH_FIRST.finditer(folded)):
        # "may" is mostly no month
        if match["month"] != "may" or match["year"] or text[match.start("month")] == "M":
            yield _spot(match, MONTHS[match["month"]])
    yield from _slashed(folded)
    yield from _relative(folded, anchor)


def _spot(match: re.Match[str], month: int) -> tuple[int, int, Day]:
    year = int(match["year"]) if match["year"] else None
    return match.start(), match.end(), Day(year, month, int(match["day"]))


def _slashed(text: str) -> Iterator[tuple[int, int, Day]]:
    """Dates like 14/10/2026; day and month in an order that is not plain are left alone."""
    for match in _SLASHED.finditer(text):
        one, two = int(match["one"]), int(match["two"])
        if one > 12 or two > 12 or one == two:
            day, month = (one, two) if one > 12 or one == two else (two, one)
            yield match.start(), match.end(), Day(int(match["year"]), month, day)


def _relative(text: str, anchor: date) -> Iterator[tuple[int, int, Day]]:
    for match in _AGO.finditer(text):
        yield match.start(), match.end(), _exact(anchor - timedelta(days=DAYS_AGO[match["ago"] or match["cjk"]]))
    for match in (*_LAST.finditer(text), *_PAST.finditer(text)):
        weekday = WEEKDAYS[match["weekday"]]
        yield match.start(), match.end(), _exact(anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1))


def _exact(found: date) -> Day:
    return Day(found.year, found.month, found.day)
