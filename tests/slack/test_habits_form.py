"""The forms of *settings*: within Slack's limits, at most seven fields, and as they were left."""

from __future__ import annotations

from typing import Any

import pytest

from bot.readiness.rhythm import grid
from bot.slack.pages.filling import Names, filled
from bot.slack.pages.forms import DraftRef, habits_form, settings_form
from bot.slack.pages.words.habits import CADENCES, OUTCOMES, WEEKDAYS
from bot.work.habits import HOURS, Shown
from tests.readiness.pilots import record
from tests.slack.factories import view
from tests.slack.limits import check_view

DRAFT = DraftRef("a-token")
TODAY = view().today
LONG = {"zone": "Z" * 4000, "country": "C" * 4000, "days_off": [f"2030-01-{day:02}" for day in range(1, 32, 2)] * 60}
NOW: dict[str, dict[str, Any]] = {
    "nothing": {},
    "usual": Shown(1, "10:00", "usual", True, "Europe/Berlin", "DE-BY", ("2030-12-24",)).kept(),
    "odd": {"weekday": 9, "hour": "23:59", "cadence": "never", "reminders": "perhaps", "zone": 7},
    "long": LONG,
}


def fields(form: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {block["block_id"]: block["element"] for block in form["blocks"] if block["type"] == "input"}


@pytest.mark.parametrize("now", NOW)
def test_both_are_forms_that_slack_takes(now: str) -> None:
    channel, pilot = settings_form(DRAFT, NOW[now], TODAY), habits_form(view(record()), DRAFT, NOW[now])
    check_view(channel)
    check_view(pilot)
    assert len(fields(channel)) == 7
    assert len(fields(pilot)) == 4


def test_a_channel_opens_with_what_holds() -> None:
    opened = fields(settings_form(DRAFT, NOW["usual"], TODAY))
    picked = {
        name: element["initial_option"]["value"] for name, element in opened.items() if "initial_option" in element
    }
    assert picked == {"weekday": "1", "hour": "10:00", "cadence": "usual", "reminders": "yes"}
    assert opened["days_off"]["initial_value"] == "2030-12-24"


def test_a_pilot_without_habits_opens_as_its_channel() -> None:
    opened = fields(habits_form(view(record()), DRAFT, Shown().kept()))
    assert {element["initial_option"]["value"] for element in opened.values()} == {"channel"}
    assert {element["initial_option"]["text"]["text"] for element in opened.values()} == {"As the channel"}


def test_every_hour_is_before_a_window_closes() -> None:
    assert HOURS[0] == "06:00"
    assert HOURS[-1] == "16:30"
    assert list(HOURS) == sorted(HOURS)


@pytest.mark.parametrize("code", OUTCOMES)
@pytest.mark.parametrize("weekday", range(5))
def test_what_holds_is_said_in_words(code: str, weekday: int) -> None:
    said = filled(OUTCOMES[code], {"weekday": weekday, "at": "10:00", "on": TODAY}, Names(today=TODAY))
    assert said.startswith(f"Saved: the question comes on a {WEEKDAYS[str(weekday)]} at 10:00")


def test_every_cadence_has_words() -> None:
    assert set(CADENCES) == set(grid.CADENCES)
