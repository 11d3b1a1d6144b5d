"""How much and how often: "20 of about 400 each day", "30 every Friday", "every draft". Two different answers are
none."""

from __future__ import annotations

import re

from bot.readiness.reading.piece import Piece

_COUNT = re.compile(
    r"(?<![\w.,:/>~#%-])(\d{1,6})(?![\w.:%/]|\s?%|,\d|\s?[-–]\s?\d)(?!\s(?:min|minutes?|h|hours?"
    r"|days?|weeks?|months?|eur|usd|of\s(?:them|these)\s(?:was|were)"
    r"|people|errors?|overrides?|were|was|minor)\b)"
    r"|(?<![\w.,:/>~-])(\d{1,6})(?=/(?:day|week|wk|month)\b)",
    re.I,
)
_OUT_OF = re.compile(
    r"(?<![\w.,])(\d{1,6})\s(?:of|out of|from|von|de)\s(?:the\s|about\s|around\s|roughly\s"
    r"|~\s?)*\d{1,7}",
    re.I,
)
_ALL = re.compile(
    r"\b(?:all of (?:it|them)|everything|(?:reads|checks|reviews|approves|signs|prüft) (?:all|alle)"
    r"|(?:every|each) (?:single )?(?:one|item|draft|note|reply|invoice|output|answer|email|case|ticket))(?!\w)|100 ?%",
    re.I,
)
_SOME_OF_ALL = re.compile(r"\ball ['\"‘“]?(?:thumbs|flagged|rejected|complaints)", re.I)
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri)"
_PERIODS = (
    (
        "other_days",
        r"\bevery (?P<days>\d{1,3}) days\b|\bevery (?P<weeks>\d{1,2}) weeks\b|\bevery (?P<other>other"
        r"|second) week\b|\b(?P<fortnight>fortnightly)\b",
    ),
    (
        "day",
        r"\bdaily\b|\b(?:every|each|per) (?:working ?|week)?(?:day|morning|evening|night)\b|\ba "
        r"day\b|/day\b|\btäglich\b|\bcada día\b",
    ),
    (
        "week",
        rf"\bweekly\b|\b(?:every|each|per) (?:week|{_WEEKDAY})\b|\ba week\b|/(?:week|wk)\b|\b(?:on )?{_WEEKDAY}s\b"
        rf"|\bjeden (?:mon|diens|donners|frei)tag\b|\bcada lunes\b",
    ),
    ("month", r"\bmonthly\b|\b(?:every|each|per) month\b|\ba month\b|/month\b|\bmonatlich\b"),
    ("each_item", r"\b(?:every|each) (?:single )?(?:item|draft|note|reply|invoice|output|answer|email|case|ticket)\b"),
)
_PATTERNS = tuple((every, re.compile(words, re.I)) for every, words in _PERIODS)


def share_of(piece: Piece) -> str | int | None:
    """A number of items, or ``all``; None where nothing or more than one thing is said. A percentage below 100 is no
    count."""
    mask = piece.mask
    out_of = {int(match[1]) for match in _OUT_OF.finditer(mask)}
    if len(out_of) == 1 and min(out_of) >= 1:
        return out_of.pop()
    found: set[str | int] = {int(match[1] or match[2]) for match in _COUNT.finditer(_without_rates(mask))}
    if _ALL.search(mask) or _SOME_OF_ALL.search(mask):
        found.add("all")
    if len(found) != 1 or found == {0} or _SOME_OF_ALL.search(mask):
        return None
    return found.pop()


def _without_rates(mask: str) -> str:
    """Numbers that count something else taken out: those of a period, and those in brackets."""
    return re.sub(
        r"\bevery \d{1,3} (?:days|weeks)\b|\([^()\n]{0,120}\)|[<>]\s?\d+k?|(?:above|below|over"
        r"|under) \d+k?",
        " ",
        mask,
        flags=re.I,
    )


def period_of(piece: Piece) -> tuple[str, int | None] | None:
    """The choice for ``every`` and the days that go with ``other_days``; None where nothing or more than one is
    said."""
    found = [(every, match) for every, pattern in _PATTERNS if (match := pattern.search(piece.mask))]
    if len(found) != 1:
        return None
    every, match = found[0]
    return every, _days(match) if every == "other_days" else None


def _days(match: re.Match[str]) -> int | None:
    if match["days"]:
        return max(1, int(match["days"]))
    return 7 * max(1, int(match["weeks"])) if match["weeks"] else 14
