"""The one follow-up of a reading, in words: the first thing that is missing, as a question."""

from __future__ import annotations

from bot.readiness.probes import Probe, follow_up
from bot.readiness.values import text
from bot.slack.pages.blocks import escape
from bot.slack.pages.probe_words import PROBES
from bot.slack.pages.reading_lines import own_values, row_values
from bot.slack.pages.reading_source import answers
from bot.slack.pages.words.people import pilot_name, short
from bot.work.view import View

LONGEST = 60


def probe_words(view: View, conversation: str) -> str:
    """The follow-up that the question carries, else the one that would be asked next; "" when nothing is missing."""
    rows = row_values(view, conversation)
    own = {name: value for name, value in own_values(view, conversation).items() if value is not None}
    told = [entry.text for entry in answers(view, conversation)]
    found = follow_up(conversation, own, rows, told, ())
    row = view.questions.get(conversation)
    chosen = row.probe if row and row.probe else found.code if found else ""
    return PROBES[chosen].format(name=_name(view, found, chosen, conversation)) if chosen else ""


def _name(view: View, probe: Probe | None, chosen: str, conversation: str) -> str:
    """What the follow-up is about: the pilot, the row it speaks of, or "it"."""
    if chosen == "owner_missing":
        return pilot_name(view)
    if probe is None or probe.code != chosen or probe.row is None:
        return "it"
    values = row_values(view, conversation)[probe.row][1]
    named = text(values.get("name")) or text(values.get("what"))
    return escape(short(named, LONGEST)) if named else "it"
