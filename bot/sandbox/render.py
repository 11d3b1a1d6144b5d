"""Messages, channels and files as Slack's JSON shows them."""

from __future__ import annotations

from bot.sandbox.refusal import Json
from bot.sandbox.render_people import bot_profile
from bot.sandbox.state import Channel, FileItem, Message
from bot.sandbox.workspace import BOT_USER, SLACKBOT
from bot.sandbox.world import World

REPLY_USERS = 5


def message_json(world: World, message: Message, *, metadata: bool = False) -> Json:
    """A message as history and replies show it; its metadata only when asked for."""
    shown = event_message(world, message)
    shown |= _thread(world, message)
    if message.reactions:
        shown["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)} for name, users in message.reactions.items()
        ]
    if metadata and message.metadata:
        shown["metadata"] = message.metadata
    return shown


def event_message(world: World, message: Message) -> Json:
    """A message as an event carries it: without reactions and counts of replies."""
    shown: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    if message.is_tombstone:
        return shown | {"subtype": "tombstone", "user": SLACKBOT, "hidden": True, "thread_ts": message.thread_ts}
    shown |= _author(world, message)
    for key in ("subtype", "client_msg_id", "username", "inviter", "thread_ts", "edited", "blocks", "attachments"):
        if value := getattr(message, key):
            shown[key] = value
    if message.files:
        shown |= {"files": [file_json(world, f) for f in message.files], "upload": False}
    if message.is_reply:
        shown |= _parent(world, message)
    return shown


def _author(world: World, message: Message) -> Json:
    person = world.space.people.get(message.user)
    shown: Json = {"team": person.team_id} if person else {}
    if message.bot_id:
        shown |= {"bot_id": message.bot_id}
    if message.bot_id and person and person.app_id:
        shown |= {"app_id": person.app_id, "bot_profile": bot_profile(person)}
    return shown


def _parent(world: World, message: Message) -> Json:
    parent = world.space.channels[message.channel].messages.get(message.thread_ts)
    shown: Json = {"parent_user_id": SLACKBOT if parent and parent.is_tombstone else parent.user if parent else ""}
    if message.broadcast and parent:
        shown["root"] = event_message(world, parent) | _thread(world, parent)
    return shown


def _thread(world: World, message: Message) -> Json:
    if not message.replies:
        return {}
    channel = world.space.channels[message.channel]
    users = list(dict.fromkeys(channel.messages[ts].user for ts in message.replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(message.replies),
        "reply_users_count": len(users),
        "latest_reply": message.replies[-1],
        "reply_users": users[:REPLY_USERS],
        "subscribed": False,
        "is_locked": message.ts in channel.locked_threads,
    }


def file_json(world: World, item: FileItem) -> Json:
    """A file object (docs.slack.dev/reference/objects/file-object)."""
    address = f"{world.url}/files/{item.id}"
    shown: Json = {
        "id": item.id,
        "created": item.created,
        "timestamp": item.created,
        "name": item.name,
        "title": item.title or item.name,
        "mimetype": item.mimetype,
        "filetype": item.name.rpartition(".")[2],
        "user": item.owner,
        "size": len(item.content),
        "mode": "hosted",
        "is_external": False,
        "file_access": "visible",
        "url_private": address,
        "url_private_download": address,
        "permalink": address,
    }
    return shown | ({"alt_txt": item.alt_txt} if item.alt_txt else {})


def channel_json(world: World, channel: Channel) -> Json:
    """A conversation object (docs.slack.dev/reference/objects/conversation-object)."""
    if channel.kind == "im":
        return _direct_json(world, channel)
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "created": channel.created,
        "creator": channel.creator,
        "context_team_id": world.team_id,
        "unlinked": 0,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "num_members": len(channel.members),
        "is_member": world.bot_in(channel),
        **_marks(channel),
    }


def _marks(channel: Channel) -> Json:
    """What kind of conversation it is, as Slack's many booleans say it."""
    return {
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_im": False,
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": channel.is_general,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
        "is_org_shared": False,
        "is_read_only": channel.read_only,
    }


def _direct_json(world: World, channel: Channel) -> Json:
    other = next((m for m in channel.members if m != BOT_USER), channel.user)
    return {
        "id": channel.id,
        "created": channel.created,
        "is_im": True,
        "is_org_shared": False,
        "user": other,
        "is_user_deleted": world.space.people[other].deleted,
        "priority": 0,
        "is_archived": False,
    }


def channel_row(world: World, channel: Channel) -> Json:
    """A channel as the control API shows one."""
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "members": list(channel.members),
        "bot_is_member": world.bot_in(channel),
        "is_archived": channel.is_archived,
        "is_private": channel.is_private,
        "is_ext_shared": channel.is_ext_shared,
        "read_only": channel.read_only,
        "is_general": channel.is_general,
        "user": channel.user,
        "topic": channel.topic,
        "purpose": channel.purpose,
        "last_ts": next(reversed(channel.messages), ""),
    }
