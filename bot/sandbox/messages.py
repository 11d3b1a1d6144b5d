"""Editing, deleting and reacting to messages, with the events Slack sends for it."""

from __future__ import annotations

from bot.sandbox.events import publish, publish_message
from bot.sandbox.refusal import Json
from bot.sandbox.render import message_json
from bot.sandbox.state import Channel, Message
from bot.sandbox.workspace import SLACKBOT
from bot.sandbox.world import World


def edit(world: World, channel: Channel, message: Message, changes: Json, by: str, *, marked: bool) -> Message:
    """Change fields of a message; `marked` gives it Slack's "(edited)" mark. Sends `message_changed`."""
    before = message_json(world, message)
    for key, value in changes.items():
        setattr(message, key, value)
    edit_ts = world.space.next_ts(channel, world.clock)
    if marked:
        message.edited = {"user": by, "ts": edit_ts}
    world.changes.add("message_changed", channel=channel.id, ts=message.ts)
    _changed(world, channel, message_json(world, message), before, edit_ts)
    return message


def _changed(world: World, channel: Channel, now: Json, before: Json, event_ts: str) -> None:
    publish_message(
        world,
        {
            "type": "message",
            "subtype": "message_changed",
            "hidden": True,
            "message": now,
            "previous_message": before,
            "ts": event_ts,
            "event_ts": event_ts,
        },
        channel,
    )


def delete(world: World, channel: Channel, message: Message) -> None:
    """Delete a message.

    A parent with replies becomes a tombstone (`message_changed`), others vanish (`message_deleted`)."""
    before = message_json(world, message)
    event_ts = world.space.next_ts(channel, world.clock)
    if message.replies:
        _bury(message)
        _changed(world, channel, message_json(world, message), before, event_ts)
    else:
        _remove(channel, message)
        publish_message(
            world,
            {
                "type": "message",
                "subtype": "message_deleted",
                "hidden": True,
                "deleted_ts": message.ts,
                "previous_message": before,
                "ts": event_ts,
                "event_ts": event_ts,
            },
            channel,
        )
    world.changes.add("message_deleted", channel=channel.id, ts=message.ts)


def _bury(message: Message) -> None:
    message.subtype, message.user, message.text = "tombstone", SLACKBOT, "This message was deleted."
    message.thread_ts = message.ts
    message.blocks, message.attachments, message.files, message.reactions = [], [], [], {}
    message.metadata, message.edited, message.bot_id, message.client_msg_id = None, None, "", ""


def _remove(channel: Channel, message: Message) -> None:
    del channel.messages[message.ts]
    parent = channel.messages.get(message.thread_ts)
    if parent is None or parent is message:
        return
    parent.replies.remove(message.ts)
    if parent.is_tombstone and not parent.replies:
        del channel.messages[parent.ts]


def react(world: World, channel: Channel, message: Message, user: str, name: str, *, add: bool) -> bool:
    """Add or take away a reaction; False when there was nothing to do."""
    users = message.reactions.setdefault(name, [])
    done = (user not in users) if add else (user in users)
    if done:
        (users.append if add else users.remove)(user)
    if not users:
        del message.reactions[name]
    if done:
        world.changes.add("reaction", channel=channel.id, ts=message.ts, person=user)
        _reacted(world, channel, message, user, name, "reaction_added" if add else "reaction_removed")
    return done


def _reacted(world: World, channel: Channel, message: Message, user: str, name: str, kind: str) -> None:
    publish(
        world,
        {
            "type": kind,
            "user": user,
            "reaction": name,
            "item_user": message.user,
            "item": {"type": "message", "channel": channel.id, "ts": message.ts},
            "event_ts": world.space.next_ts(channel, world.clock),
        },
        channel,
    )
