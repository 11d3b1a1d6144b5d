"""Slack's payloads, parsed into what the work takes. Everything from outside is hostile until it has passed here."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from bot.readiness.facts import MemberState
from bot.slack.status import status_of
from bot.work.interview.replies import Message
from bot.work.people import Account

Payload = Mapping[str, Any]

ANSWERS = {"", "thread_broadcast", "file_share"}
"""Subtypes of messages that can be an answer (reference: Message filter)."""


def text_at(payload: object, *path: str) -> str:
    """The text at a path of a payload; "" where anything on the way is missing or of another type.

    Half a character (a lone surrogate, which JSON may carry) cannot be stored: a question mark stands for it.
    """
    found = at(payload, *path)
    if not isinstance(found, str):
        return ""
    return found if found.isascii() else found.encode("utf-8", "replace").decode()


def at(payload: object, *path: str) -> object:
    """What stands at a path of a payload; None where anything on the way is missing or of another type."""
    for key in path:
        if not isinstance(payload, Mapping):
            return None
        payload = payload.get(key)
    return payload


def message_of(event: Payload, team: str) -> Message | None:
    """A reply of a person in a thread; None for all else (bots, own messages, channel messages, other subtypes)."""
    thread_ts, ts = text_at(event, "thread_ts"), text_at(event, "ts")
    author = text_at(event, "user")
    by_bot = event.get("bot_id") or str(event.get("subtype") or "") not in ANSWERS
    if not ts or not author or not thread_ts or ts == thread_ts or by_bot:
        return None
    home = text_at(event, "user_team") or text_at(event, "team")
    return Message(
        channel=text_at(event, "channel"),
        ts=ts,
        thread_ts=thread_ts,
        author=author,
        text=html.unescape(text_at(event, "text")),
        version=text_at(event, "edited", "ts"),
        files=_files(event.get("files")),
        from_outside=bool(home and home != team),
    )


def _files(files: object) -> tuple[dict[str, Any], ...]:
    if not isinstance(files, list):
        return ()
    named = [file for file in files if isinstance(file, Mapping)]
    return tuple(
        {"name": text_at(file, "name") or text_at(file, "title"), "permalink": text_at(file, "permalink")}
        for file in named
    )


@dataclass(frozen=True, slots=True)
class Click:
    """A press of a button (or a choice in a menu): who, where, which, and what it carries."""

    user: str
    user_team: str
    channel: str
    message_ts: str
    thread_ts: str
    action_id: str
    block_id: str
    value: str
    trigger_id: str
    response_url: str
    view: Payload
    receipt: str

    @property
    def in_modal(self) -> bool:
        """Whether it was in an open form (else in a message or in App Home)."""
        return text_at(self.view, "type") == "modal"

    @property
    def args(self) -> list[str]:
        """The parts of the value: a pilot's id, then arguments."""
        return self.value.split(":")


def click_of(body: Payload) -> Click:
    """A block_actions payload."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], Mapping) else {}
    view = body.get("view")
    return Click(
        user=text_at(body, "user", "id"),
        user_team=text_at(body, "user", "team_id"),
        channel=text_at(body, "channel", "id") or text_at(body, "container", "channel_id"),
        message_ts=text_at(body, "message", "ts") or text_at(body, "container", "message_ts"),
        thread_ts=text_at(body, "message", "thread_ts") or text_at(body, "container", "thread_ts"),
        action_id=text_at(action, "action_id"),
        block_id=text_at(action, "block_id"),
        value=_value(action),
        trigger_id=text_at(body, "trigger_id"),
        response_url=text_at(body, "response_url"),
        view=view if isinstance(view, Mapping) else {},
        receipt=receipt_of(body),
    )


def _value(action: object) -> str:
    return text_at(action, "value") or text_at(action, "selected_option", "value")


def is_number(text: str) -> bool:
    """Whether a part of a value can be the id of a row."""
    return text.isascii() and text.isdigit() and len(text) < 12


def receipt_of(body: Payload) -> str:
    """What tells a click, command or submission from another: its trigger, else a hash of the payload."""
    trigger = text_at(body, "trigger_id")
    if trigger:
        return f"{text_at(body, 'type') or 'command'}:{trigger}"
    packed = json.dumps(body, sort_keys=True, default=str).encode()
    return "hash:" + hashlib.sha256(packed).hexdigest()


def account_of(user: Payload, team: str) -> Account:
    """An account as users.info, users.list, user_change or team_join describe it."""
    profile = user.get("profile")
    profile = profile if isinstance(profile, Mapping) else {}
    away, away_until = status_of(profile)
    return Account(
        user=text_at(user, "id"),
        name=text_at(profile, "real_name") or text_at(user, "real_name") or text_at(user, "name"),
        display_name=text_at(profile, "display_name") or text_at(user, "name"),
        email=text_at(profile, "email"),
        zone=_zone(text_at(user, "tz")),
        state=_state(user, team),
        admin=bool(user.get("is_admin") or user.get("is_owner")),
        away=away,
        away_until=away_until,
    )


def _zone(name: str) -> str:
    """The zone if this machine knows it, else UTC (Slack and the zone database are not always of one mind)."""
    return name if name in known_zones() else "UTC"


@cache
def known_zones() -> set[str]:
    """The names of all zones."""
    return available_timezones()


def _state(user: Payload, team: str) -> MemberState:
    home = text_at(user, "team_id")
    if user.get("deleted"):
        return MemberState.INACTIVE
    if user.get("is_bot") or user.get("id") == "USLACKBOT":
        return MemberState.BOT
    if (home and home != team) or user.get("is_stranger"):
        return MemberState.EXTERNAL
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return MemberState.GUEST
    return MemberState.ACTIVE
