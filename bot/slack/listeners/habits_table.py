"""*Settings*: what opens its forms."""

from __future__ import annotations

from bot.records.tables import Pilot
from bot.slack.listeners.press import Button
from bot.slack.outcome import Opens, Outcome
from bot.work import habits
from bot.work.authority import may_lead
from bot.work.desk import Desk


def channel_form(desk: Desk, channel: str, user: str) -> Outcome:
    """A channel's form, with what holds there now."""
    refused = habits.may_set(desk, channel, user)
    now = habits.of_channel(desk, channel).kept()
    return refused or Opens("settings", args={"channel": channel, "now": now})


def pilot_form(desk: Desk, pilot: Pilot) -> Outcome:
    """A pilot's form, with what it has of its own."""
    return Opens("habits", pilot.id, args={"now": habits.of_pilot(desk, pilot).kept()})


HABITS: dict[str, Button] = {
    "settings": Button(lambda p: channel_form(p.desk, p.pilot.channel, p.user), may=None),
    "habits": Button(lambda p: pilot_form(p.desk, p.pilot), may=may_lead),
}
"""The buttons whose value begins with a pilot's id."""
