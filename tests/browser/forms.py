"""What the scripted bot shows: one card, one form with every kind of input, one row form, one Home."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    """A mrkdwn text object."""
    return {"type": "mrkdwn", "text": text}


def button(text: str, action_id: str, **more: Any) -> Json:
    """A button."""
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def options(*texts: str) -> list[Json]:
    """Options whose value is their text in small letters."""
    return [{"text": plain(text), "value": text.lower()} for text in texts]


def field(name: str, label: str, element: Json, **more: Any) -> Json:
    """An input block whose action is called as the block."""
    return {"type": "input", "block_id": name, "label": plain(label), "element": {**element, "action_id": name}, **more}


SURE = {
    "title": plain("Park it?"),
    "text": mrkdwn("The question *stays open*."),
    "confirm": plain("Park it"),
    "deny": plain("Keep it"),
}

CARD: list[Json] = [
    {"type": "section", "text": mrkdwn("*Invoice Coder*\nSuggests cost centres. Owner: <@U0TOM0001>")},
    {
        "type": "actions",
        "block_id": "steps",
        "elements": [
            button("Answer question 1", "answer", style="primary"),
            button("Park it", "park", confirm=SURE),
            {"type": "overflow", "action_id": "more", "options": options("Retire", "Rename")},
        ],
    },
    {"type": "context", "elements": [mrkdwn("Started by <@U0PRIYA01>")]},
]

FORM: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Question 1"),
    "submit": plain("Save"),
    "close": plain("Close"),
    "blocks": [
        {"type": "alert", "level": "info", "text": mrkdwn("Fields may stay empty.")},
        field("owner", "Owner", {"type": "users_select"}),
        field("hours", "Working hours", {"type": "plain_text_input", "max_length": 40}, hint=plain("Such as 8 to 17")),
        field("words", "In your words", {"type": "plain_text_input", "multiline": True}, optional=True),
        field("share", "How many", {"type": "number_input", "is_decimal_allowed": False}, optional=True),
        field("last", "Last done", {"type": "datepicker"}, optional=True),
        field("stop", "May they stop it?", {"type": "radio_buttons", "options": options("Yes", "No")}, optional=True),
        field("others", "Who else", {"type": "multi_users_select"}, optional=True),
        {"type": "actions", "block_id": "rows", "elements": [button("Add a row", "add")]},
    ],
}

ROW: Json = {
    "type": "modal",
    "callback_id": "row",
    "title": plain("A row"),
    "submit": plain("Save row"),
    "close": plain("Back"),
    "blocks": [field("name", "Name", {"type": "plain_text_input"})],
}

HOME: Json = {
    "type": "home",
    "blocks": [
        {"type": "header", "text": plain("What waits for you")},
        {"type": "section", "text": mrkdwn("Nothing yet."), "accessory": button("Start a pilot", "start_here")},
    ],
}
