"""The button under a place that carried the name of somebody who left (docs/ids.md)."""

from __future__ import annotations

from bot.slack.incoming import is_number
from bot.slack.listeners.press import Button, Press
from bot.slack.outcome import Outcome
from bot.work.results import Refusal
from bot.work.taking_over import TAKES, take_over


def _take_over(press: Press) -> Outcome:
    """The place (a role) of a departure, for whoever presses."""
    role, number = press.arg(0), press.arg(1)
    if role not in TAKES or not is_number(number):
        return Refusal("old_button")
    return take_over(press.desk, press.pilot, press.user, role, int(number))


LEAVING: dict[str, Button] = {"take_over": Button(_take_over)}
"""The buttons of the message about somebody who left."""
