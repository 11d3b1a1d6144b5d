"""What people type in the settings: zones, countries, days off."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.work.countries import country_named
from bot.work.days_off import days_named, written
from bot.work.results import Refusal
from bot.work.zones import zone_named

TODAY = date(2026, 11, 24)

ZONES = {
    "": "",
    "  ": "",
    "Berlin": "Europe/Berlin",
    "europe/berlin": "Europe/Berlin",
    "new york": "America/New_York",
    "São Paulo": "America/Sao_Paulo",
    "US/Eastern": "US/Eastern",
    "utc": "UTC",
}


@pytest.mark.parametrize("words", ZONES)
def test_a_zone_is_known_by_its_name_or_its_city(words: str) -> None:
    assert zone_named(words) == ZONES[words]


@pytest.mark.parametrize(
    ("words", "near"), [("Europe/Belrin", "Europe/Berlin"), ("Johanesburg", "Africa/Johannesburg")]
)
def test_a_slip_gets_the_nearest_zone(words: str, near: str) -> None:
    assert zone_named(words) == Refusal("zone_nearly", {"near": near})


@pytest.mark.parametrize("words", ["CET", "EST", "xyz", "the office", "Etc", "../etc/passwd", "posix/Europe/Berlin"])
def test_what_is_no_place_is_no_zone(words: str) -> None:
    found = zone_named(words)
    assert isinstance(found, Refusal)
    assert found.code in ("zone_unknown", "zone_nearly")


COUNTRIES = {
    "": "",
    "Germany": "DE",
    "de": "DE",
    "DEU": "DE",
    "UK": "GB",
    "United States": "US",
    "Timor-Leste": "TL",
    "DE-BY": "DE-BY",
    "Germany, Bayern": "DE-BY",
    "germany (bayern)": "DE-BY",
    "US-California": "US-CA",
}


@pytest.mark.parametrize("words", COUNTRIES)
def test_a_country_is_known_by_its_name_or_its_code(words: str) -> None:
    assert country_named(words) == COUNTRIES[words]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Germny", "country_nearly"),
        ("Atlantis and more", "country_unknown"),
        ("DE-XX", "part_unknown"),
        ("AF-1", "country_has_no_parts"),
        ("US-Californa", "country_nearly"),
        ("-", "country_unknown"),
    ],
)
def test_what_is_no_country_gets_a_sentence(words: str, code: str) -> None:
    found = country_named(words)
    assert isinstance(found, Refusal)
    assert found.code == code


DAYS = {
    "": [],
    "2026-12-24": ["2026-12-24"],
    "24.12.2026 – 26.12.2026": ["2026-12-24", "2026-12-25", "2026-12-26"],
    "24 December": ["2026-12-24"],
    "31 December to 1 January": ["2026-12-31", "2027-01-01"],
    "December 24, 2026, 2026-12-28; 5 May": ["2026-12-24", "2026-12-28", "2027-05-05"],
    "2026-12-24\n\n2026-12-24": ["2026-12-24"],
}


@pytest.mark.parametrize("words", DAYS)
def test_days_are_dates_and_ranges(words: str) -> None:
    assert days_named(words, TODAY) == DAYS[words]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("after Christmas", "days_off_unclear"),
        ("2026-02-30", "days_off_unclear"),
        ("24-27 December", "days_off_unclear"),
        ("7/4/2026", "days_off_unclear"),
        ("2026-12-24 to 2026-12-25 to 2026-12-26", "days_off_unclear"),
        ("2026-12-24 to 2026-12-01", "days_off_backwards"),
        ("2026-12-24 to 2027-12-24", "days_off_too_far"),
        ("2062-12-24", "days_off_too_far"),
    ],
)
def test_what_cannot_be_read_is_named(words: str, code: str) -> None:
    found = days_named(f"2026-12-24\n{words}", TODAY)
    assert isinstance(found, Refusal)
    assert (found.code, found.values["words"]) == (code, words)


def test_they_are_written_as_they_are_read() -> None:
    days = ["2026-11-01", "2026-12-24", "2026-12-25", "2026-12-26", "2027-01-06"]
    assert written(days, TODAY) == "2026-12-24 to 2026-12-26\n2027-01-06"


@given(st.lists(st.dates(date(2026, 11, 24), date(2027, 12, 31)), unique=True, max_size=30))
def test_written_days_read_as_the_same_days(days: list[date]) -> None:
    kept = [day.isoformat() for day in sorted(days)]
    assert days_named(written(kept, TODAY), TODAY) == kept


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(words: str) -> None:
    zone = zone_named(words)
    assert isinstance(zone, Refusal) or not zone or ZoneInfo(zone)
    assert isinstance(country_named(words), str | Refusal)
    assert isinstance(days_named(words, TODAY), list | Refusal)
