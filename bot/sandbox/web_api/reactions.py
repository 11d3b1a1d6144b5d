"""reactions.add, reactions.remove, reactions.get."""

from __future__ import annotations

import re

from bot.sandbox import messages
from bot.sandbox.door.access import joined_channel, message_in
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.render import message_json
from bot.sandbox.state import Channel, Message
from bot.sandbox.web_api.call import Call
from bot.sandbox.workspace import BOT_USER

NAME = re.compile(r"[a-z0-9_+\-']+(::skin-tone-[2-6])?")


def _target(call: Call) -> tuple[Channel, Message]:
    channel = joined_channel(call.world, call.needed("channel", "channel_not_found"))
    if channel.is_archived:
        raise RefusalError("is_archived")
    timestamp = call.needed("timestamp", "no_item_specified")
    if timestamp in channel.locked_threads:
        raise RefusalError("thread_locked")
    return channel, message_in(channel, timestamp)


def _name(call: Call) -> str:
    name = call.needed("name", "invalid_name").strip(":")
    if not NAME.fullmatch(name):
        raise RefusalError("invalid_name")
    return name


def add(call: Call) -> Json:
    """Add the bot's reaction to a message."""
    name = _name(call)
    channel, message = _target(call)
    if not messages.react(call.world, channel, message, BOT_USER, name, add=True):
        raise RefusalError("already_reacted")
    return {}


def remove(call: Call) -> Json:
    """Take the bot's reaction away."""
    name = _name(call)
    channel, message = _target(call)
    if not messages.react(call.world, channel, message, BOT_USER, name, add=False):
        raise RefusalError("no_reaction")
    return {}


def get(call: Call) -> Json:
    """A message with its reactions."""
    channel, message = _target(call)
    return {"type": "message", "channel": channel.id, "message": message_json(call.world, message)}


METHODS = {"reactions.add": add, "reactions.remove": remove, "reactions.get": get}
