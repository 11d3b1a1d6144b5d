"""The payloads of commands, clicks, shortcuts and submissions as Slack sends them."""

from __future__ import annotations

from bot.sandbox.clock import ts_of
from bot.sandbox.refusal import Json
from bot.sandbox.render import message_json
from bot.sandbox.state import Channel, Message, OpenView, Person
from bot.sandbox.values import initial_values
from bot.sandbox.views import view_json
from bot.sandbox.workspace import APP_ID
from bot.sandbox.world import World

TOKEN = "sandbox-verification"


def _team(world: World, person: Person) -> Json:
    team: Json = {"id": world.team_id, "domain": world.space.team["domain"]}
    return {
        "team": team,
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id},
    }


def _base(world: World, person: Person, kind: str) -> Json:
    return {
        "type": kind,
        **_team(world, person),
        "api_app_id": APP_ID,
        "token": TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _named(channel: Channel) -> Json:
    return {"id": channel.id, "name": shown_name(channel)}


def shown_name(channel: Channel) -> str:
    """A channel's name in payloads: Slack says `directmessage` and `privategroup` for what has no public name."""
    return {"im": "directmessage", "private": "privategroup", "mpim": channel.name, "public": channel.name}[
        channel.kind
    ]


def hook_url(world: World, person: Person, channel: Channel, message: Message | None = None) -> str:
    """A fresh response URL for what that person did there."""
    ts, thread_ts = (message.ts, message.thread_ts) if message else ("", "")
    key = world.response_urls.new(
        person.id, channel.id, ts=ts, thread_ts=thread_ts, is_ephemeral=bool(message and message.viewer)
    )
    return f"{world.url}/response/{key}"


def command(world: World, person: Person, channel: Channel, name: str, text: str) -> Json:
    """A slash command (docs.slack.dev/interactivity/implementing-slash-commands)."""
    return {
        "token": TOKEN,
        "team_id": world.team_id,
        "team_domain": world.space.team["domain"],
        "channel_id": channel.id,
        "channel_name": shown_name(channel),
        "user_id": person.id,
        "user_name": person.name,
        "command": name,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": hook_url(world, person, channel),
        "trigger_id": world.triggers.new(person.id),
    }


def click_on_message(world: World, person: Person, channel: Channel, message: Message, action: Json) -> Json:
    """A click on an element of a message; for an ephemeral one Slack does not send the message along."""
    ephemeral = bool(message.viewer)
    container: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": ephemeral}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = _base(world, person, "block_actions") | {
        "container": container,
        "trigger_id": world.triggers.new(person.id),
        "channel": _named(channel),
        "state": {"values": _choices(message, action)},
        "response_url": hook_url(world, person, channel, message),
        "actions": [_timed(world, action)],
    }
    return payload if ephemeral else payload | {"message": message_json(world, message)}


def _choices(message: Message, action: Json) -> dict[str, Json]:
    """What stands in the selects and pickers of a message after this choice."""
    values = initial_values(message.blocks)
    chosen = values.get(action["block_id"], {}).get(action["action_id"])
    if chosen is not None:
        chosen |= {name: action[name] for name in chosen}
    return values


def click_in_view(world: World, person: Person, view: OpenView, action: Json) -> Json:
    """A click on an element of a modal or of App Home."""
    return _base(world, person, "block_actions") | {
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": world.triggers.new(person.id, view.id),
        "view": view_json(world, view),
        "actions": [_timed(world, action)],
    }


def _timed(world: World, action: Json) -> Json:
    return {**action, "action_ts": ts_of(world.clock.micros())}


def submission(world: World, person: Person, view: OpenView) -> Json:
    """A form handed in."""
    return _base(world, person, "view_submission") | {
        "trigger_id": world.triggers.new(person.id, view.id),
        "view": view_json(world, view),
        "response_urls": [],
    }


def closed(world: World, person: Person, view: OpenView, *, cleared: bool) -> Json:
    """A form closed without handing it in; `cleared` when the whole stack went with it."""
    return _base(world, person, "view_closed") | {"view": view_json(world, view), "is_cleared": cleared}


def shortcut(world: World, person: Person, callback_id: str, channel: Channel | None, message: Message | None) -> Json:
    """A global shortcut, or a message shortcut when there is a message."""
    payload = _base(world, person, "shortcut") | {
        "callback_id": callback_id,
        "trigger_id": world.triggers.new(person.id),
        "action_ts": ts_of(world.clock.micros()),
    }
    if channel is None or message is None:
        return payload
    return payload | {
        "type": "message_action",
        "channel": _named(channel),
        "message_ts": message.ts,
        "message": message_json(world, message),
        "response_url": hook_url(world, person, channel),
    }
