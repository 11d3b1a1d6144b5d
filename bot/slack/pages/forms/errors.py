"""The sentences at the fields of a form, as plain text (Slack shows no markup there)."""

from __future__ import annotations

import html
import re
from typing import Any

from bot.slack.pages.filling import Names, filled
from bot.slack.pages.words.refusals import OTHERWISE, REFUSALS
from bot.work.results import Refusal

VALUES = {
    "not_text": "I can't read this. Type it again.",
    "too_long": "This is too long to keep here. Shorten it, or put a link.",
    "not_a_date": "Pick a day.",
    "absurd_date": "That day is too far away. Look at the year again.",
    "future_date": "That day is still to come. Put the last day it was done.",
    "not_a_number": "Put a whole number, such as 20.",
    "too_small": "That number is too small.",
    "too_large": "That number is too large.",
    "not_a_choice": "Choose one of the answers in the list.",
    "not_a_user": "Choose a person from the list.",
    "not_who": "Choose a person, or type the name of a rota.",
    "both_given": "Choose one: empty this field or the one beside it.",
    "too_many": "At most 20 people.",
}
"""By the code of ``readiness.parse.Refused``."""

FIELDS = {
    "needs_value": "This one is needed.",
    "which_person": "Choose a person.",
    "which_channel": "Choose a channel.",
    "name_missing": "Give it a name.",
    "name_taken": "{name} has a thread in this channel already. Choose another name.",
    "name_waiting": "{name} waits in this channel for my invitation already. Choose another name.",
    "name_in_use": "Another pilot of that channel is called {name} already. Choose another name.",
    "owner_or_lead_only": "Only the owner or the lead can rename it. Put its name back, or ask {lead}.",
    "channel_unseen": "I can't see that channel: invite me there first.",
    "reviewer_is_builder": (
        "{user} built it, so the reviewer has to be someone else. If there is nobody yet, choose Not yet."
    ),
}
"""Sentences for a field that differ from those for a command."""

MARKUP = re.compile(r"<[#@][A-Z0-9]+>|[*`]")


def parse_error(code: str) -> str:
    """The sentence for a value that cannot be kept (``readiness.parse.Refused``)."""
    return VALUES.get(code, VALUES["not_text"])


def refused(refusal: Refusal, names: Names) -> str:
    """The same with the names at hand."""
    return _plain(filled(_template(refusal.code), refusal.values, names))


def sentence(code: str, **values: Any) -> str:
    """The sentence for a code, where no pilot is at hand; people are "somebody" then."""
    return _plain(filled(_template(code), values, Names()))


def _template(code: str) -> str:
    return FIELDS.get(code) or REFUSALS.get(code, OTHERWISE)


def _plain(text: str) -> str:
    """Without markup: no asterisks, no escapes; a channel is "that channel"."""
    shown = MARKUP.sub(lambda found: "that channel" if found[0].startswith("<") else "", text)
    return html.unescape(shown)
