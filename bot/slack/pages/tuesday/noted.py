"""*Something changed*, as the thread hears it: what, in whose words, and the form that may need a look."""

from __future__ import annotations

from bot.readiness.facts import Fact
from bot.slack.pages import presses
from bot.slack.pages.blocks import Message, bold, escape
from bot.slack.pages.shape import note
from bot.slack.pages.words.people import person, pilot_name, short
from bot.work.view import View

LONGEST = 600
"""Characters of what somebody wrote."""
WHAT = {
    "person": "a person changed",
    "data": "the data changed",
    "model": "the model changed",
    "credential": "a key or an account changed",
    "fallback": "the fallback changed",
}
LOOKS = {
    "person": ("dependencies", "Open Dependencies"),
    "data": ("dependencies", "Open Dependencies"),
    "model": ("dependencies", "Open Dependencies"),
    "credential": ("dependencies", "Open Dependencies"),
    "fallback": ("replacement", "Open the replacement"),
}
"""The form that holds what changed, and its button."""


def changed(view: View, fact: Fact) -> Message:
    """What the owner noted. The tests count again once they have run after it (MODEL: What lapses)."""
    kind = str(fact.values.get("kind") or "")
    words = escape(short(str(fact.values.get("what") or ""), LONGEST)).rstrip(".")
    quoted = f": “{words}”." if words else "."
    what = WHAT.get(kind, "something changed")
    text = f"{person(view, fact.by)} noted for {bold(pilot_name(view))} that {what}{quoted}"
    opens = [presses.open_form(view, *LOOKS[kind])] if kind in LOOKS else []
    return note(f"{text} The tests count again once they have run after it.", *opens)
