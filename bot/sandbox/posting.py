"""Putting a message into a channel, whoever writes it."""

from __future__ import annotations

import uuid

from bot.sandbox.events import publish, publish_message
from bot.sandbox.refusal import Json
from bot.sandbox.render import event_message
from bot.sandbox.state import Channel, Message
from bot.sandbox.workspace import BOT_USER
from bot.sandbox.world import World


def new_message(world: World, channel: Channel, user: str, text: str, **more: object) -> Message:
    """A message with the channel's next `ts`, not yet posted; `more` are further fields of Message."""
    message = Message(world.space.next_ts(channel, world.clock), channel.id, user, text)
    for key, value in more.items():
        setattr(message, key, value)
    return message


def post(world: World, channel: Channel, message: Message) -> Message:
    """Put the message into its channel and thread, and send the events for it."""
    channel.messages[message.ts] = message
    if message.is_reply:
        channel.messages[message.thread_ts].replies.append(message.ts)
    if message.broadcast:
        message.subtype = message.subtype or "thread_broadcast"
    world.changes.add("message", channel=channel.id, ts=message.ts)
    if world.bot_in(channel):
        _announce(world, channel, message)
    return message


def _announce(world: World, channel: Channel, message: Message) -> None:
    event = event_message(world, message) | {"event_ts": message.ts} | _foreign(world, channel, message)
    publish_message(world, event, channel)
    mentions = f"<@{BOT_USER}>" in message.text or f"<@{BOT_USER}|" in message.text
    if mentions and channel.kind != "im" and message.user != BOT_USER:
        kept = {k: v for k, v in event.items() if k not in ("subtype", "parent_user_id", "root")}
        publish(world, kept | {"type": "app_mention", "channel": channel.id}, channel)


def _foreign(world: World, channel: Channel, message: Message) -> Json:
    author = world.space.people.get(message.user)
    if not channel.is_ext_shared or author is None:
        return {}
    return {"user_team": author.team_id, "source_team": author.team_id}


def system_message(world: World, channel: Channel, user: str, subtype: str, text: str, **more: object) -> Message:
    """One of Slack's own lines in a channel: somebody joined, the name changed, …"""
    return post(world, channel, new_message(world, channel, user, text, subtype=subtype, **more))


def client_msg_id() -> str:
    """The id that a Slack client gives a message."""
    return str(uuid.uuid4())


def show_ephemeral(world: World, channel: Channel, viewer: str, message: Message) -> Message:
    """Show a message to one person only; it stands nowhere in the history and causes no event."""
    message.viewer = viewer
    channel.ephemerals.append(message)
    world.changes.add("ephemeral", channel=channel.id, ts=message.ts, person=viewer)
    return message
