"""The interactive elements of Block Kit and what Slack takes in each.

Source: docs.slack.dev/reference/block-kit/block-elements."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.door.limits import CONFIRM, IDS, LABEL, OPTION_VALUE, PLACEHOLDER, URL
from bot.sandbox.door.schema import (
    Check,
    anything,
    boolean,
    fields,
    integer,
    items,
    mrkdwn_or_plain,
    one_of,
    plain_text,
    problem,
    string,
)

Fields = dict[str, Check]


def matching(pattern: str, sentence: str) -> Check:
    """A string of a certain form."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            problem(problems, at, sentence)

    return check


def confirm(value: Any, at: str, problems: list[str]) -> None:
    """A confirmation dialog."""
    required: Fields = {
        "title": plain_text(CONFIRM["title"]),
        "text": mrkdwn_or_plain(CONFIRM["text"]),
        "confirm": plain_text(CONFIRM["confirm"]),
        "deny": plain_text(CONFIRM["deny"]),
    }
    fields(value, at, problems, required, {"style": one_of("primary", "danger")})


def option(value: Any, at: str, problems: list[str]) -> None:
    """An option of a select, radio buttons, checkboxes or overflow menu."""
    fields(
        value,
        at,
        problems,
        {"text": mrkdwn_or_plain(LABEL), "value": string(OPTION_VALUE)},
        {"description": mrkdwn_or_plain(LABEL), "url": string(URL)},
    )


def option_group(value: Any, at: str, problems: list[str]) -> None:
    """A labelled group of options."""
    fields(value, at, problems, {"label": plain_text(LABEL), "options": items(option, 1, 100)}, {})


DATE = matching(r"\d{4}-\d{2}-\d{2}", "must be a date in the format YYYY-MM-DD")
TIME = matching(r"([01]\d|2[0-3]):[0-5]\d", "must be a time in the format HH:mm")
COMMON: Fields = {"action_id": string(IDS), "confirm": confirm, "focus_on_load": boolean}
PLACED: Fields = {**COMMON, "placeholder": plain_text(PLACEHOLDER)}
CHOICES: Fields = {"options": items(option, 1, 100), "option_groups": items(option_group, 1, 100)}
TYPED: Fields = {
    "action_id": string(IDS),
    "placeholder": plain_text(PLACEHOLDER),
    "focus_on_load": boolean,
    "dispatch_action_config": anything,
}
MOST: Fields = {"max_selected_items": integer(1, 100)}
LIST = items(string(IDS), 1, 100)
BUTTON: Fields = {
    "action_id": string(IDS),
    "url": string(URL),
    "value": string(2000),
    "confirm": confirm,
    "style": one_of("primary", "danger"),
    "accessibility_label": string(LABEL),
}
RESPOND: Fields = {"default_to_current_conversation": boolean, "response_url_enabled": boolean, "filter": anything}

# type -> (required, optional)
ELEMENTS: dict[str, tuple[Fields, Fields]] = {
    "button": ({"text": plain_text(LABEL)}, BUTTON),
    "workflow_button": ({"text": plain_text(LABEL), "workflow": anything}, BUTTON),
    "static_select": ({}, {**PLACED, **CHOICES, "initial_option": option}),
    "multi_static_select": ({}, {**PLACED, **CHOICES, **MOST, "initial_options": items(option, 1, 100)}),
    "external_select": ({}, {**PLACED, "initial_option": option, "min_query_length": integer(0, 100)}),
    "multi_external_select": (
        {},
        {**PLACED, **MOST, "initial_options": items(option, 1, 100), "min_query_length": integer(0, 100)},
    ),
    "users_select": ({}, {**PLACED, "initial_user": string(IDS)}),
    "multi_users_select": ({}, {**PLACED, **MOST, "initial_users": LIST}),
    "conversations_select": ({}, {**PLACED, **RESPOND, "initial_conversation": string(IDS)}),
    "multi_conversations_select": ({}, {**PLACED, **MOST, **RESPOND, "initial_conversations": LIST}),
    "channels_select": ({}, {**PLACED, "initial_channel": string(IDS), "response_url_enabled": boolean}),
    "multi_channels_select": ({}, {**PLACED, **MOST, "initial_channels": LIST}),
    "overflow": ({"options": items(option, 2, 5)}, {"action_id": string(IDS), "confirm": confirm}),
    "checkboxes": ({"options": items(option, 1, 10)}, {**COMMON, "initial_options": items(option, 1, 10)}),
    "radio_buttons": ({"options": items(option, 1, 10)}, {**COMMON, "initial_option": option}),
    "datepicker": ({}, {**PLACED, "initial_date": DATE}),
    "timepicker": ({}, {**PLACED, "initial_time": TIME, "timezone": string(IDS)}),
    "datetimepicker": ({}, {**COMMON, "initial_date_time": integer(1_000_000_000, 9_999_999_999)}),
    "plain_text_input": (
        {},
        {
            **TYPED,
            "initial_value": string(3000, 0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
    ),
    "number_input": (
        {"is_decimal_allowed": boolean},
        {**TYPED, "initial_value": string(IDS), "min_value": string(IDS), "max_value": string(IDS)},
    ),
    "email_text_input": ({}, {**TYPED, "initial_value": string(IDS)}),
    "url_text_input": ({}, {**TYPED, "initial_value": string(URL)}),
    "rich_text_input": ({}, {**TYPED, "initial_value": anything}),
    "file_input": ({}, {"action_id": string(IDS), "filetypes": anything, "max_files": integer(1, 10)}),
    "image": ({"alt_text": string(2000)}, {"image_url": string(URL), "slack_file": anything}),
    "feedback_buttons": ({"positive_button": anything, "negative_button": anything}, {"action_id": string(IDS)}),
    "icon_button": (
        {"icon": string(IDS), "text": plain_text(LABEL)},
        {
            "action_id": string(IDS),
            "value": string(2000),
            "confirm": confirm,
            "accessibility_label": string(LABEL),
            "visible_to_user_ids": anything,
        },
    ),
}
SELECTS = ("static_select", "multi_static_select")
TEXT_INPUTS = {
    "plain_text_input",
    "number_input",
    "email_text_input",
    "url_text_input",
    "rich_text_input",
    "file_input",
}
PICKERS = {
    "static_select",
    "multi_static_select",
    "external_select",
    "multi_external_select",
    "users_select",
    "multi_users_select",
    "conversations_select",
    "multi_conversations_select",
    "channels_select",
    "multi_channels_select",
    "checkboxes",
    "radio_buttons",
    "datepicker",
    "timepicker",
    "datetimepicker",
}
IN_ACTIONS = PICKERS | {"button", "workflow_button", "overflow"}
IN_SECTION = IN_ACTIONS | {"image"}
IN_INPUT = PICKERS | TEXT_INPUTS


def element(allowed: set[str]) -> Check:
    """An element of one of the types that may stand here."""

    def check(value: Any, at: str, problems: list[str]) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in allowed:
            problem(problems, f"{at}/type", f"unsupported type: {kind}")
            return
        required, optional = ELEMENTS[kind]
        fields(value, at, problems, {"type": anything, **required}, optional)
        _choices(value, at, problems)

    return check


def _choices(value: dict[str, Any], at: str, problems: list[str]) -> None:
    kind = value["type"]
    if kind in SELECTS and bool(value.get("options")) == bool(value.get("option_groups")):
        problem(problems, at, "must define either options or option_groups")
    chosen = [value["initial_option"]] if value.get("initial_option") else value.get("initial_options") or []
    offered = [
        *(value.get("options") or []),
        *(o for g in value.get("option_groups") or [] for o in g.get("options", [])),
    ]
    if offered and any(_key(c) not in map(_key, offered) for c in chosen):
        problem(problems, at, "initial option must match exactly one of the options")
    if kind == "image" and not (value.get("image_url") or value.get("slack_file")):
        problem(problems, at, "must define either image_url or slack_file")


def _key(value: Any) -> Any:
    return (value.get("value"), (value.get("text") or {}).get("text")) if isinstance(value, dict) else value
