"""Told to the lead when a channel does not take the card, so that the thread cannot open."""

from __future__ import annotations

from bot.slack.pages import presses
from bot.slack.pages.blocks import Message, bold
from bot.slack.pages.shape import note
from bot.slack.pages.words.holds import hold_line
from bot.slack.pages.words.people import pilot_name
from bot.work.view import View


def held(view: View, code: str) -> Message | None:
    """Why the thread is not there yet (``code``: Slack's), and what to do; None once it is."""
    if view.pilot.root_ts or view.pilot.state == "retired":
        return None
    text = f"{bold(pilot_name(view))} is noted, but its thread is not open yet. {hold_line(code)}"
    return note(text, presses.press(view, "Move", "move"))
