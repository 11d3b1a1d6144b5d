"""What stands in the inputs of a form, as `view.state.values` shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.sandbox.refusal import ControlError, Json

# type of element -> (name in the state, name of its initial value)
PLAIN: dict[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "channels_select": ("selected_channel", "initial_channel"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
}
ONE_OPTION = ("static_select", "radio_buttons")
MANY_OPTIONS = ("multi_static_select", "checkboxes")


def is_input(element: Json) -> bool:
    """Whether an element keeps a value (buttons and overflow menus do not)."""
    return element["type"] in (*PLAIN, *ONE_OPTION, *MANY_OPTIONS)


def elements_of(block: Json) -> list[Json]:
    """The interactive elements of a block, wherever it keeps them."""
    inside = [block.get("element"), block.get("accessory"), *block.get("elements", [])]
    return [e for e in inside if isinstance(e, dict) and "action_id" in e]


def inputs_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each input with its block: (block, element)."""
    for block in blocks:
        for element in elements_of(block):
            if is_input(element):
                yield block, element


def initial_values(blocks: list[Json]) -> dict[str, Json]:
    """The state of a view as it opens."""
    state: dict[str, Json] = {}
    for block, element in inputs_of(blocks):
        state.setdefault(block["block_id"], {})[element["action_id"]] = _initial(element)
    return state


def _initial(element: Json) -> Json:
    kind = element["type"]
    if kind in ONE_OPTION:
        return {"type": kind, "selected_option": element.get("initial_option")}
    if kind in MANY_OPTIONS:
        return {"type": kind, "selected_options": element.get("initial_options", [])}
    name, initial = PLAIN[kind]
    return {"type": kind, name: element.get(initial, [] if kind.startswith("multi_") else None)}


def state_of(element: Json, value: Any) -> Json:
    """The state of an element after a person put `value` into it (see "Values" in docs/sandbox-api.md).

    Raises ControlError for an option that the element does not offer, or a value of the wrong kind."""
    kind = element["type"]
    if kind in ONE_OPTION:
        return {"type": kind, "selected_option": None if value is None else option_of(element, value)}
    if kind in MANY_OPTIONS:
        return {"type": kind, "selected_options": [option_of(element, v) for v in value or []]}
    name = PLAIN[kind][0]
    if kind.startswith("multi_"):
        return {"type": kind, name: list(value or [])}
    if kind == "number_input" and value is not None:
        value = str(value)
    return {"type": kind, name: value if value != "" else None}


def option_of(element: Json, value: str) -> Json:
    """The option of that value; raises ControlError when there is none."""
    groups = [g["options"] for g in element.get("option_groups", [])]
    options = [*element.get("options", []), *(o for group in groups for o in group)]
    for option in options:
        if option.get("value") == value:
            return dict(option)
    raise ControlError("no_such_option", f"{element['action_id']} has no option {value!r}.")


def content_of(state: Json) -> Any:
    """What is in an input, whatever its type: None, a string, a number, an option, or a list."""
    return next((v for k, v in state.items() if k != "type"), None)


def fill(blocks: list[Json], state: dict[str, Json], values: Json) -> None:
    """Put a person's values into a form's state; raises ControlError for unknown blocks, elements or options."""
    inputs = {(b["block_id"], e["action_id"]): e for b, e in inputs_of(blocks)}
    for block_id, value in values.items():
        actions = [a for b, a in inputs if b == block_id]
        if not actions:
            raise ControlError("no_such_block", f"The form has no input block {block_id!r}; it has {sorted(state)}.")
        spread = value if isinstance(value, dict) and set(value) <= set(actions) else {actions[0]: value}
        for action_id, one in spread.items():
            state[block_id][action_id] = state_of(inputs[block_id, action_id], one)


def client_errors(blocks: list[Json], state: dict[str, Json]) -> dict[str, str]:
    """What Slack's client itself refuses to submit: block id to sentence."""
    errors: dict[str, str] = {}
    for block, element in inputs_of(blocks):
        if block["type"] != "input":
            continue
        content = content_of(state[block["block_id"]][element["action_id"]])
        if content in (None, "", []) and not block.get("optional"):
            errors[block["block_id"]] = "Please complete this required field."
        elif message := _wrong(element, content):
            errors[block["block_id"]] = message
    return errors


def _wrong(element: Json, content: Any) -> str:
    if element["type"] == "plain_text_input" and isinstance(content, str):
        most, least = element.get("max_length", 3000), element.get("min_length", 0)
        if len(content) > most:
            return f"Must be at most {most} characters long."
        return f"Must be at least {least} characters long." if len(content) < least else ""
    if element["type"] == "number_input" and content is not None:
        return _wrong_number(element, content)
    return ""


def _wrong_number(element: Json, content: str) -> str:
    try:
        number = float(content)
    except ValueError:
        return "Enter a number."
    if not element.get("is_decimal_allowed") and not number.is_integer():
        return "Enter a whole number."
    if number < float(element.get("min_value", number)) or number > float(element.get("max_value", number)):
        return f"Enter a number from {element.get('min_value', '…')} to {element.get('max_value', '…')}."
    return ""
