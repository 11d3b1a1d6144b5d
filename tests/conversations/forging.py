"""Payloads that no client of Slack would send: handed to the running bot as Slack would hand them."""

from __future__ import annotations

import itertools
import json
from typing import Any

from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse

from bot.slack.bolt import COMMAND
from tests.conversations.stage import Json, Stage

TEAM, CHANNEL = "T0SANDBOX", "C0PILOTS1"
_numbers = itertools.count(1)


def hand_in(on: Stage, body: Json, retry: int | None = None) -> BoltResponse:
    """Give a payload to the bot; what it answers to Slack."""
    assert on.bot is not None
    headers: Any = {} if retry is None else {"x-slack-retry-num": [str(retry)]}
    app: Any = on.bot.socket.app
    response: BoltResponse = app.dispatch(BoltRequest(mode="socket_mode", body=body, headers=headers))
    return response


def press(user: str, action_id: str, value: str = "", *, team: str = TEAM, **more: Any) -> Json:
    """A click on a button in the channel."""
    return {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": user, "team_id": team},
        "channel": {"id": CHANNEL},
        "container": {"type": "message", "channel_id": CHANNEL},
        "trigger_id": f"{next(_numbers)}.forged",
        "actions": [{"type": "button", "action_id": action_id, "block_id": "b", "value": value}],
        **more,
    }


def press_in_form(user: str, view: Json, action_id: str, value: str = "") -> Json:
    """A click on a button in a form as it was when ``view`` was shown."""
    return {key: said for key, said in press(user, action_id, value).items() if key not in ("channel", "container")} | {
        "view": view
    }


def submission(user: str, view: Json, values: Json | None = None) -> Json:
    """A form sent as ``view`` says, with ``values`` as its state."""
    state = view.get("state", {"values": {}}) if values is None else {"values": values}
    return {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": user, "team_id": TEAM},
        "trigger_id": f"{next(_numbers)}.forged",
        "view": {**view, "state": state},
    }


def command(user: str, text: str, **more: Any) -> Json:
    """A slash command in #pilots."""
    return {
        "command": COMMAND,
        "text": text,
        "team_id": TEAM,
        "user_id": user,
        "channel_id": CHANNEL,
        "channel_name": "pilots",
        "trigger_id": f"{next(_numbers)}.forged",
        **more,
    }


def event(inner: Json, event_id: str = "") -> Json:
    """An event of the Events API."""
    number = event_id or f"Ev{next(_numbers)}FORGED"
    return {"type": "event_callback", "team_id": TEAM, "event_id": number, "event": inner}


def answered(response: BoltResponse) -> Json:
    """The body of an answer."""
    found: Json = json.loads(response.body) if response.body else {}
    return found
