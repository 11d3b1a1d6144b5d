"""The fields of forms as plain dicts. What they open with is taken only where Slack would take it; nothing raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.slack.pages.blocks import Block, option, plain

LONGEST = 3000
"""Characters of a text field (Slack's limit)."""
USER = re.compile(r"[UW][A-Z0-9]{1,30}")
NUMBER = re.compile(r"-?[0-9]{1,20}")
MOST_RADIOS = 3


def text_input(action_id: str, initial: object = None, *, longest: int = 500, multiline: bool = False) -> Block:
    """A line, or several, of at most ``longest`` characters; what is longer already keeps its length."""
    shown = initial[:LONGEST] if isinstance(initial, str) else ""
    limit = min(LONGEST, max(longest, len(shown)))
    element = {"type": "plain_text_input", "action_id": action_id, "max_length": limit, "multiline": multiline}
    return _starting(element, initial_value=shown)


def number_input(action_id: str, initial: object = None) -> Block:
    """A whole number."""
    shown = str(initial) if isinstance(initial, int | str) and not isinstance(initial, bool) else ""
    element = {"type": "number_input", "action_id": action_id, "is_decimal_allowed": False}
    return _starting(element, initial_value=shown if NUMBER.fullmatch(shown) else "")


def date_picker(action_id: str, initial: object = None) -> Block:
    """A day."""
    return _starting({"type": "datepicker", "action_id": action_id}, initial_date=_iso(initial))


def user_select(action_id: str, initial: object = None) -> Block:
    """One person."""
    return _starting({"type": "users_select", "action_id": action_id}, initial_user=_users([initial])[:1])


def users_select(action_id: str, initial: object = None) -> Block:
    """Several people."""
    users = _users(initial if isinstance(initial, list | tuple) else [])
    return _starting({"type": "multi_users_select", "action_id": action_id}, initial_users=users)


def channel_select(action_id: str) -> Block:
    """A channel of this workspace; no direct messages, no channels shared with other companies."""
    allowed = {"include": ["public", "private"], "exclude_external_shared_channels": True}
    return {"type": "conversations_select", "action_id": action_id, "filter": allowed}


def choose_one(action_id: str, choices: Mapping[str, str], initial: object = None) -> Block:
    """One of a few choices (value to text): all in sight where they are at most three, else a menu."""
    options = [option(text, value) for value, text in choices.items()]
    kind = "radio_buttons" if len(options) <= MOST_RADIOS else "static_select"
    return radio(action_id, options, initial, kind)


def radio(action_id: str, options: Sequence[Block], initial: object = None, kind: str = "radio_buttons") -> Block:
    """One of the options, by the value ``initial``."""
    picked = [one for one in options if one["value"] == initial]
    element: Block = {"type": kind, "action_id": action_id, "options": list(options)}
    return element | ({"initial_option": picked[0]} if picked else {})


def tick_boxes(action_id: str, choices: Mapping[str, str], ticked: Iterable[object] = ()) -> Block:
    """Boxes to tick (value to text)."""
    marked = list(ticked)
    options = [option(text, value) for value, text in choices.items()]
    element: Block = {"type": "checkboxes", "action_id": action_id, "options": options}
    return _starting(element, initial_options=[one for one in options if one["value"] in marked])


def placeholder(element: Block, text: str) -> Block:
    """The element with a text that stands in it while it is empty."""
    return element | {"placeholder": plain(text, 150)}


def _starting(element: Block, **initial: Any) -> Block:
    found = {key: value for key, value in initial.items() if value}
    if "initial_user" in found:
        found["initial_user"] = found["initial_user"][0]
    return element | found


def _users(users: Iterable[object]) -> list[str]:
    return [user for user in users if isinstance(user, str) and USER.fullmatch(user)]


def _iso(value: object) -> str:
    try:
        return date.fromisoformat(value).isoformat() if isinstance(value, str) and len(value) == 10 else ""
    except ValueError:
        return ""
