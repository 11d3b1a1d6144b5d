"""The two forms of *settings*: of a channel, and of one pilot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.slack.pages.blocks import Block, bold
from bot.slack.pages.forms import elements
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.small import field, lines, says, small_form
from bot.slack.pages.words.habits import AS_CHANNEL, CADENCES, WEEKDAYS, YES_NO
from bot.slack.pages.words.people import pilot_name
from bot.work.days_off import written
from bot.work.habits import HOURS
from bot.work.view import View

NAME = 80
"""Characters of a zone or a country."""
CHANNEL = "channel"


def settings_form(draft: DraftRef, now: Mapping[str, Any], today: date) -> ViewDict:
    """``settings``: how a channel is asked; ``now``: what holds (``work.habits.Shown``)."""
    zone = elements.text_input("zone", now.get("zone"), longest=NAME)
    country = elements.text_input("country", now.get("country"), longest=NAME)
    off = lines("days_off", written(now.get("days_off") or (), today))
    weekday, hour, cadence, reminders = _when("settings", now, {})
    places = [field("settings", element) for element in (zone, country, off)]
    return small_form("settings", draft, [says("settings"), weekday, hour, cadence, *places, reminders])


def habits_form(view: View, draft: DraftRef, now: Mapping[str, Any]) -> ViewDict:
    """``habits``: how one pilot is asked, each as its channel or of its own."""
    return small_form(
        "habits", draft, [says("habits", pilot=bold(pilot_name(view))), *_when("habits", now, AS_CHANNEL)]
    )


def _when(form: str, now: Mapping[str, Any], first: Mapping[str, str]) -> list[Block]:
    """Day, hour, cadence and reminders; ``first``: the choice above all others."""
    hours = {hour: hour for hour in HOURS}
    choices = {"weekday": WEEKDAYS, "hour": hours, "cadence": CADENCES, "reminders": YES_NO}
    return [
        field(form, elements.choose_one(name, {**first, **offered}, _value(now.get(name))), optional=False)
        for name, offered in choices.items()
    ]


def _value(chosen: object) -> str:
    """What stands in the form for what is kept."""
    if isinstance(chosen, bool):
        return "yes" if chosen else "no"
    return CHANNEL if chosen in (None, "") else str(chosen)
