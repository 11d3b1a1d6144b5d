"""Dates in words: forms, years that were not written, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest

from bot.readiness.reading.dates import Day, find_dates

ON = date(2026, 11, 24)  # a Tuesday


def done(text: str) -> list[str]:
    found = sorted(find_dates(text, ON))
    return [day.isoformat() for _, _, each in found if (day := each.before(ON))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("rotated 2026-11-03.", "2026-11-03"),
        ("on 3 Nov", "2026-11-03"),
        ("3 November 2026", "2026-11-03"),
        ("3. November 2026", "2026-11-03"),
        ("3 de noviembre de 2026", "2026-11-03"),
        ("12 Sept", "2026-09-12"),
        ("6-10 Oct when SAP was down", "2026-10-10"),
        ("6\u201310 October", "2026-10-10"),
        ("4 to 6 August", "2026-08-06"),
        ("Nov 3rd", "2026-11-03"),
        ("November 3, 2025", "2025-11-03"),
        ("Oct 6-10", "2026-10-10"),
        ("the 3rd of Nov", "2026-11-03"),
        ("Wed 4 Nov all day", "2026-11-04"),
        ("11 Dec", "2025-12-11"),
        ("29 Feb", "2024-02-29"),
        ("3.11.2026", "2026-11-03"),
        ("14/10/2026", "2026-10-14"),
        ("2026/11/03", "2026-11-03"),
        ("2026年11月3日", "2026-11-03"),
        ("11月3日に", "2026-11-03"),
        ("3 نوفمبر", "2026-11-03"),
        ("3 listopada 2026", "2026-11-03"),
        ("yesterday, 1 error", "2026-11-23"),
        ("gestern", "2026-11-23"),
        ("last Friday", "2026-11-20"),
        ("last Tuesday", "2026-11-17"),
        ("letzten Montag", "2026-11-23"),
        ("on May 3", "2026-05-03"),
    ],
)
def test_read(text: str, day: str) -> None:
    assert done(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "contract to 2027",
        "in July",
        "until Dec 2027",
        "gpt-5-mini-2025-08-07",
        "https://x.example/2026-11-03/a",
        "3/4/2026",
        "31 Feb",
        "2026-13-01",
        "week 41",
        "it may 3 times",
        "the 3 may be wrong",
        "20 of 400 each day",
        "1-2-3",
        "20.5.1 release",
    ],
)
def test_no_date(text: str) -> None:
    assert done(text) == []


def test_what_is_to_come_is_the_next_such_day() -> None:
    assert Day(None, 12, 11).after(ON) == date(2026, 12, 11)
    assert Day(None, 11, 3).after(ON) == date(2027, 11, 3)
    assert Day(None, 11, 24).after(ON) == Day(None, 11, 24).before(ON) == ON
    assert Day(2020, 1, 1).after(ON) == date(2020, 1, 1)
