"""What the forms of *settings* save: only what differs from what they opened with, so that two people at once keep
both what they changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.readiness.rhythm.days import local_day
from bot.readiness.rhythm.grid import CADENCES
from bot.slack import submissions
from bot.slack.listeners.sent import Answer, Errors, Sent
from bot.slack.pages.words.habits import WEEKDAYS, YES_NO
from bot.work import habits, people
from bot.work.authority import may_lead
from bot.work.countries import country_named
from bot.work.days_off import days_named
from bot.work.results import Refusal
from bot.work.views import current, record_of
from bot.work.zones import zone_named

Read = Callable[[str], Any]


def settings(sent: Sent) -> Answer:
    """``settings``: a channel's habits."""
    channel = str(sent.draft.args.get("channel") or "")
    today = local_day(sent.desk.now, people.zone_of(sent.desk, sent.user))
    typed = _when(sent) | {
        "zone": zone_named(sent.text("zone")),
        "country": country_named(sent.text("country")),
        "days_off": days_named(sent.text("days_off"), today),
    }
    wrong = {name: sent.sentence(found) for name, found in typed.items() if isinstance(found, Refusal)}
    return Errors(wrong) if wrong else habits.set_channel(sent.desk, channel, sent.user, _changed(sent, typed, today))


def pilot(sent: Sent) -> Answer:
    """``habits``: those of one pilot."""
    refused = may_lead(sent.desk, sent.of, current(sent.desk, record_of(sent.desk, sent.of)), sent.user)
    return refused or habits.set_pilot(sent.desk, sent.of, _changed(sent, _when(sent), sent.today))


def _when(sent: Sent) -> dict[str, Any]:
    """Day, hour, cadence and reminders; "as the channel" and whatever is no choice: None or ""."""
    weekday, reminders = _choice(sent, "weekday", WEEKDAYS), _choice(sent, "reminders", YES_NO)
    return {
        "weekday": int(weekday) if weekday else None,
        "hour": _choice(sent, "hour", dict.fromkeys(habits.HOURS)),
        "cadence": _choice(sent, "cadence", CADENCES),
        "reminders": reminders == "yes" if reminders else None,
    }


def _choice(sent: Sent, slot: str, choices: Mapping[str, object]) -> str:
    found = submissions.text_in(sent.values, slot)
    return found if found in choices else ""


def _changed(sent: Sent, typed: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What differs from what the form opened with."""
    before = {**habits.Shown().kept(), **dict(sent.draft.args.get("now") or {})}
    before["days_off"] = [day for day in before["days_off"] if day >= today.isoformat()]
    return {name: value for name, value in typed.items() if value != before[name]}


HABITS: dict[str, Callable[[Sent], Answer]] = {"settings": settings, "habits": pilot}
