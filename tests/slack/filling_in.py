"""Filling in forms as a person would: from a modal to the ``view`` that Slack sends back, by the type of each field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Form = Mapping[str, Any]
Give = Callable[[str, str, Form], Any]
"""(slot, second field or "", element) -> what is typed, picked or ticked there; None for nothing."""


def as_opened(form: Form) -> dict[str, Any]:
    """What Slack sends when the form is sent off as it opened."""
    return sent(form, lambda _slot, _second, element: initial(element))


def filled(form: Form, slots: Mapping[str, Any]) -> dict[str, Any]:
    """What Slack sends when a person gives exactly these slots."""
    return sent(form, lambda slot, second, element: given(slots, slot, second, element))


def sent(form: Form, give: Give) -> dict[str, Any]:
    """The view of a view_submission: the form with its state."""
    values: dict[str, dict[str, Any]] = {}
    for block in form["blocks"]:
        if block["type"] == "input":
            element, slot = block["element"], block["element"]["action_id"]
            second = block["block_id"].partition(slot)[2].removeprefix(".")
            values[block["block_id"]] = {slot: state_of(element, give(slot, second, element))}
    return {**form, "state": {"values": values}}


def initial(element: Form) -> Any:
    """What a field opens with."""
    key = next((key for key in element if key.startswith("initial_")), "")
    if key == "initial_option":
        return element[key]["value"]
    return [one["value"] for one in element[key]] if key == "initial_options" else element.get(key)


def given(slots: Mapping[str, Any], slot: str, second: str, element: Form) -> Any:
    """What a person who wants to give these slots does in one field."""
    value = slots.get(slot)
    if element["type"] == "checkboxes":
        offered = [one["value"] for one in element["options"]]
        return [name for name in offered if name == value or (name in slots and slots[name] == "yes")]
    if second == "rota":
        return value.get("rota") if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        return value.get("users") if element["type"] == "multi_users_select" else value.get("user")
    if element["type"] in ("datepicker", "number_input"):
        word = any(mark.isalpha() for mark in str(value))
        return None if value is None or word else str(value)
    return value


def state_of(element: Form, value: Any) -> dict[str, Any]:
    """What Slack reports of one field."""
    kind = element["type"]
    key = {
        "datepicker": "selected_date",
        "users_select": "selected_user",
        "multi_users_select": "selected_users",
        "conversations_select": "selected_conversation",
        "static_select": "selected_option",
        "radio_buttons": "selected_option",
        "checkboxes": "selected_options",
    }.get(kind, "value")
    if key == "selected_option":
        picked = [one for one in element["options"] if one["value"] == value]
        assert picked or value is None, f"{value!r} is not offered by {element['action_id']}"
        return {"type": kind, key: picked[0] if picked else None}
    if key == "selected_options":
        return {"type": kind, key: [one for one in element["options"] if one["value"] in (value or [])]}
    return {"type": kind, key: (value or []) if key == "selected_users" else value}
