"""Reading a form back: from Slack's ``state.values`` to raw values by slot. Total: a hostile payload reads as empty."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.slack.incoming import at, text_at

Raw = Mapping[str, Any]

ROTA = "rota"
TEXT = "text"
TICKED_TOGETHER = {"logged": ("logged", "checked")}
"""Boxes that stand for several slots: each is yes when ticked, no when not."""
CALLBACK = re.compile(r"[a-z_]{1,40}(?::[a-z_]{1,40})?")
TOKEN = re.compile(r"[A-Za-z0-9_-]{1,100}")
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form as it came in: nothing in it is trusted but as something typed.

    ``slots``: raw values of the group (or small form) by slot; ``rows``: those of rows by row id ("new" for a new one).
    Raw values go to ``readiness.parse``. A text given beside a person (*who built it*) stands under ``<slot>.text``.
    ``wrong``: codes by field (the block_id without the row id) of what was given in two ways at once.
    """

    callback_id: str = ""
    token: str = ""
    revision: int = 0
    slots: Raw = field(default_factory=dict)
    rows: Mapping[str, Raw] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Field:
    """One field: of which row ("" for none), which slot, ``second`` of a slot given in two ways ("" for the first)."""

    row: str
    slot: str
    second: str
    type: str
    raw: Any


def values_of(view: object) -> Submitted:
    """What is in a form, from ``view`` of a view_submission or block_actions payload; never raises."""
    metadata = _metadata(view)
    callback = text_at(view, "callback_id")
    read = _Reading()
    for one in sorted(_fields(view), key=lambda one: bool(one.second)):
        read.take(one)
    return Submitted(
        callback_id=callback if CALLBACK.fullmatch(callback) else "",
        token=_token(metadata),
        revision=_revision(metadata),
        slots=read.places.pop("", {}),
        rows=read.places,
        wrong=read.wrong,
    )


def token_of(view: object) -> str:
    """The draft's token in a form, "" where there is none; it is looked up, never trusted."""
    return _token(_metadata(view))


def text_in(submitted: Submitted, slot: str) -> str:
    """The text typed beside a person, or the text or choice of a slot; "" for none."""
    found = submitted.slots.get(f"{slot}.{TEXT}", submitted.slots.get(slot))
    return found.strip() if isinstance(found, str) else ""


def channel_in(submitted: Submitted, slot: str) -> str:
    """The channel id picked in a slot; "" for none."""
    found = submitted.slots.get(slot)
    return found if isinstance(found, str) and re.fullmatch(r"[CG][A-Z0-9]{1,30}", found) else ""


def people_in(view: object) -> set[str]:
    """The ids of the people picked in a form."""
    picked = [one.raw for one in _fields(view) if one.type in ("users_select", "multi_users_select")]
    ids = [user for raw in picked for user in (raw if isinstance(raw, list) else [raw])]
    return {user for user in ids if isinstance(user, str) and re.fullmatch(r"[UW][A-Z0-9]{1,30}", user)}


class _Reading:
    """Collects fields: first ones as they are, second ones merged into them."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, Any]] = {}
        self.wrong: dict[str, str] = {}

    def take(self, one: _Field) -> None:
        slots = self.places.setdefault(one.row, {})
        if not one.second:
            slots.update(_first(one))
        elif one.second == ROTA:
            slots[one.slot] = {**_people(slots.get(one.slot)), ROTA: one.raw}
        elif one.second == TEXT:
            slots[f"{one.slot}.{TEXT}"] = one.raw
        else:
            self._word(slots, one)

    def _word(self, slots: dict[str, Any], one: _Field) -> None:
        """A word ticked in place of a date or number: both given is for the person to settle."""
        ticked = one.raw[0] if isinstance(one.raw, list) and one.raw else None
        given = slots.get(one.slot)
        if ticked and given:
            self.wrong[f"{one.slot}.{one.second}"] = "both_given"
        else:
            slots[one.slot] = given or ticked


def _first(one: _Field) -> dict[str, Any]:
    if one.type == "checkboxes":
        ticked = one.raw if isinstance(one.raw, list) else []
        if one.slot in TICKED_TOGETHER:
            return {slot: "yes" if slot in ticked else "no" for slot in TICKED_TOGETHER[one.slot]}
        return {one.slot: ticked[0] if ticked else None}
    if one.type == "multi_users_select":
        return {one.slot: {"users": one.raw}}
    return {one.slot: one.raw}


def _people(first: object) -> dict[str, Any]:
    return dict(first) if isinstance(first, Mapping) else {"user": first}


def _fields(view: object) -> Iterator[_Field]:
    blocks = at(view, "state", "values")
    for block_id, actions in blocks.items() if isinstance(blocks, Mapping) else ():
        for slot, element in actions.items() if isinstance(actions, Mapping) else ():
            place = _place(block_id, slot)
            type_ = text_at(element, "type")
            if place and type_ in _RAW:
                yield _Field(*place, type=type_, raw=_RAW[type_](element))


def _place(block_id: object, slot: object) -> tuple[str, str, str] | None:
    """Row, slot and second field of a block_id ``[<row id>.]<slot>[.<second>]``; None for anything else."""
    if not isinstance(block_id, str) or not isinstance(slot, str) or not slot:
        return None
    parts = block_id.split(".")
    if slot not in parts[:2] or len(parts) > 3:
        return None
    index = parts.index(slot)
    rest = parts[index + 1 :]
    return (parts[0] if index else "", slot, rest[0] if rest else "") if len(rest) < 2 else None


def _options(element: object) -> list[str]:
    found = at(element, "selected_options")
    values = [text_at(one, "value") for one in found] if isinstance(found, list) else []
    return [value for value in values if value]


def _plain(*path: str) -> Callable[[object], object]:
    return lambda element: text_at(element, *path) or None


_RAW: dict[str, Callable[[object], Any]] = {
    "plain_text_input": _plain("value"),
    "number_input": _plain("value"),
    "datepicker": _plain("selected_date"),
    "static_select": _plain("selected_option", "value"),
    "radio_buttons": _plain("selected_option", "value"),
    "users_select": _plain("selected_user"),
    "conversations_select": _plain("selected_conversation"),
    "channels_select": _plain("selected_channel"),
    "multi_users_select": lambda element: at(element, "selected_users"),
    "checkboxes": _options,
}
"""Where each element keeps what was typed or picked (docs.slack.dev, view payloads)."""


def _metadata(view: object) -> object:
    try:
        return json.loads(text_at(view, "private_metadata"))
    except (ValueError, RecursionError):
        return None


def _token(metadata: object) -> str:
    token = text_at(metadata, "draft")
    return token if TOKEN.fullmatch(token) else ""


def _revision(metadata: object) -> int:
    found = at(metadata, "revision")
    return found if isinstance(found, int) and found is not True and 0 <= found <= LARGEST else 0
