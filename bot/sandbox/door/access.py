"""Which conversations and messages the app may reach, with Slack's refusals."""

from __future__ import annotations

from bot.sandbox.refusal import RefusalError
from bot.sandbox.state import Channel, Message
from bot.sandbox.workspace import BOT_USER
from bot.sandbox.world import World


def seen_channel(world: World, channel_id: str) -> Channel:
    """A conversation that the app may know of: public, or one the bot is in; else `channel_not_found`."""
    channel = world.space.channels.get(channel_id)
    if channel is None or (channel.is_private and not world.bot_in(channel)):
        raise RefusalError("channel_not_found")
    return channel


def joined_channel(world: World, channel_id: str) -> Channel:
    """A conversation the bot is a member of; else `channel_not_found` or `not_in_channel`."""
    channel = seen_channel(world, channel_id)
    if not world.bot_in(channel):
        raise RefusalError("not_in_channel")
    return channel


def writable_channel(world: World, channel_id: str) -> Channel:
    """A conversation the bot may post into, refused as chat.postMessage refuses."""
    channel = joined_channel(world, channel_id)
    if channel.is_archived:
        raise RefusalError("is_archived")
    if channel.read_only:
        raise RefusalError("restricted_action_read_only_channel")
    if channel.kind == "im":
        _check_direct(world, channel)
    return channel


def _check_direct(world: World, channel: Channel) -> None:
    other = next(m for m in channel.members if m != BOT_USER)
    if world.space.people[other].deleted or world.space.people[other].left:
        raise RefusalError("is_inactive")
    if not world.app.messages_tab:
        raise RefusalError("messages_tab_disabled")


def target_channel(world: World, target: str) -> Channel:
    """Where a message goes: a conversation id, or a user id for a direct message, which is opened when needed."""
    person = world.space.people.get(target)
    if person is None:
        return writable_channel(world, target)
    if person.kind == "bot":
        raise RefusalError("cannot_dm_bot")
    if person.deleted or person.left:
        raise RefusalError("is_inactive")
    if not world.app.messages_tab:
        raise RefusalError("messages_tab_disabled")
    return world.space.open_direct(person.id, BOT_USER, world.clock.seconds())


def message_in(channel: Channel, ts: str) -> Message:
    """A message by its `ts`; else `message_not_found`. The place of a deleted parent is not a message."""
    message = channel.messages.get(ts)
    if message is None or message.is_tombstone:
        raise RefusalError("message_not_found")
    return message


def check_thread(channel: Channel, thread_ts: str) -> None:
    """Whether a reply may be posted there: an existing parent, not itself a reply, not locked."""
    parent = channel.messages.get(thread_ts)
    if parent is None:
        raise RefusalError("thread_not_found")
    if parent.is_reply or (parent.subtype.startswith("channel_") and not parent.replies):
        raise RefusalError("cannot_reply_to_message")
    if thread_ts in channel.locked_threads:
        raise RefusalError("restricted_action_thread_locked")
