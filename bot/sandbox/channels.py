"""Joining, leaving and changing channels, with the events Slack sends for it."""

from __future__ import annotations

from bot.sandbox.clock import ts_of
from bot.sandbox.events import publish
from bot.sandbox.posting import system_message
from bot.sandbox.refusal import Json
from bot.sandbox.state import Channel
from bot.sandbox.workspace import BOT_USER
from bot.sandbox.world import World


def _twin(channel: Channel, what: str) -> str:
    return f"{'group' if channel.is_private else 'channel'}_{what}"


def _event_ts(world: World) -> str:
    return ts_of(world.clock.micros())


def add_member(world: World, channel: Channel, person: str, inviter: str) -> bool:
    """Let somebody join; False when they were in it already. Sends `member_joined_channel` and Slack's own line."""
    if person in channel.members:
        return False
    channel.members.append(person)
    world.changes.add("member", channel=channel.id, person=person)
    event: Json = {
        "type": "member_joined_channel",
        "user": person,
        "channel": channel.id,
        "channel_type": "G" if channel.is_private else "C",
        "team": world.space.people[person].team_id,
        "event_ts": _event_ts(world),
    }
    publish(world, event | ({"inviter": inviter} if inviter else {}), channel)
    system_message(world, channel, person, "channel_join", f"<@{person}> has joined the channel", inviter=inviter)
    return True


def remove_member(world: World, channel: Channel, person: str, actor: str) -> bool:
    """Let somebody leave or be removed; False when they were not in it.

    For the bot `channel_left` or `group_left` is sent too."""
    if person not in channel.members:
        return False
    event = {
        "type": "member_left_channel",
        "user": person,
        "channel": channel.id,
        "channel_type": "G" if channel.is_private else "C",
        "team": world.space.people[person].team_id,
        "event_ts": _event_ts(world),
    }
    publish(world, event, channel)
    channel.members.remove(person)
    world.changes.add("member", channel=channel.id, person=person)
    if person == BOT_USER:
        left = {"type": _twin(channel, "left"), "channel": channel.id, "actor_id": actor, "event_ts": _event_ts(world)}
        publish(world, left, channel, outside=True)
    else:
        system_message(world, channel, person, "channel_leave", f"<@{person}> has left the channel")
    return True


def rename(world: World, channel: Channel, name: str, by: str) -> None:
    """Give a channel another name."""
    old, channel.name = channel.name, name
    _changed(world, channel)
    about = {
        "id": channel.id,
        "name": name,
        "name_normalized": name,
        "created": channel.created,
        "is_channel": not channel.is_private,
        "is_mpim": False,
        "context_team_id": world.team_id,
    }
    publish(world, {"type": _twin(channel, "rename"), "channel": about, "event_ts": _event_ts(world)}, channel)
    system_message(world, channel, by, "channel_name", f'has renamed the channel from "{old}" to "{name}"')


def set_archived(world: World, channel: Channel, archived: bool, by: str) -> None:
    """Archive a channel or take it out of the archive."""
    if channel.is_archived == archived:
        return
    channel.is_archived = archived
    _changed(world, channel)
    kind = _twin(channel, "archive" if archived else "unarchive")
    publish(
        world, {"type": kind, "channel": channel.id, "user": by, "is_moved": 0, "event_ts": _event_ts(world)}, channel
    )


def remove_channel(world: World, channel: Channel, by: str) -> None:
    """Delete a channel with everything in it."""
    del world.space.channels[channel.id]
    _changed(world, channel)
    publish(
        world,
        {"type": _twin(channel, "deleted"), "channel": channel.id, "actor_id": by, "event_ts": _event_ts(world)},
        channel,
    )


def change_id(world: World, channel: Channel, new_id: str) -> None:
    """Give a channel another id, as sharing it with another company does. The old id is not found any more."""
    old = channel.id
    del world.space.channels[old]
    channel.id = new_id
    world.space.channels[new_id] = channel
    for message in (*channel.messages.values(), *channel.ephemerals):
        message.channel = new_id
    _changed(world, channel)
    publish(
        world,
        {"type": "channel_id_changed", "old_channel_id": old, "new_channel_id": new_id, "event_ts": _event_ts(world)},
        channel,
    )


def _changed(world: World, channel: Channel) -> None:
    world.changes.add("channel", channel=channel.id)
