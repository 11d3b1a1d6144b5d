"""chat.postMessage, chat.update, chat.delete, chat.postEphemeral, chat.getPermalink."""

from __future__ import annotations

from bot.sandbox import messages, posting
from bot.sandbox.door.access import (
    check_thread,
    joined_channel,
    message_in,
    seen_channel,
    target_channel,
    writable_channel,
)
from bot.sandbox.door.contents import Contents, check_contents, check_metadata
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.render import message_json
from bot.sandbox.state import Channel, Message
from bot.sandbox.web_api.call import Call
from bot.sandbox.workspace import BOT_ID, BOT_USER

UPDATE_TEXT = 4000


def read_contents(call: Call) -> Contents:
    """The text, blocks and attachments of a call, checked as Slack checks them; raises RefusalError."""
    blocks = call.parsed("blocks", list, "invalid_blocks_format")
    attachments = call.parsed("attachments", list, "invalid_attachments")
    return check_contents(call.text("text"), blocks, attachments, call.text("markdown_text"))


def post_message(call: Call) -> Json:
    """Post a message (docs.slack.dev/reference/methods/chat.postMessage)."""
    world = call.world
    channel = target_channel(world, call.needed("channel", "channel_not_found"))
    contents = read_contents(call)
    thread_ts = call.text("thread_ts")
    if thread_ts:
        check_thread(channel, thread_ts)
    metadata = check_metadata(call.parsed("metadata", dict, "invalid_metadata_format"))
    world.rates.check_channel(channel.id)
    message = posting.new_message(
        world,
        channel,
        BOT_USER,
        contents.text,
        bot_id=BOT_ID,
        blocks=contents.blocks,
        attachments=contents.attachments,
        thread_ts=thread_ts,
        broadcast=bool(thread_ts) and call.flag("reply_broadcast"),
        metadata=metadata,
    )
    posting.post(world, channel, message)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(world, message, metadata=True)}


def update(call: Call) -> Json:
    """Change one of the bot's own messages (docs.slack.dev/reference/methods/chat.update)."""
    world = call.world
    channel = writable_channel(world, call.needed("channel", "channel_not_found"))
    message = _own(channel, call, "cant_update_message")
    contents = read_contents(call)
    if len(contents.text) > UPDATE_TEXT:
        raise RefusalError("msg_too_long")
    changes: Json = {"text": contents.text, "blocks": contents.blocks, "attachments": contents.attachments}
    if metadata := check_metadata(call.parsed("metadata", dict, "invalid_metadata_format")):
        changes["metadata"] = metadata
    messages.edit(world, channel, message, changes, BOT_USER, marked=not contents.blocks)
    return {
        "channel": channel.id,
        "ts": message.ts,
        "text": message.text,
        "message": message_json(world, message, metadata=True),
    }


def delete(call: Call) -> Json:
    """Delete one of the bot's own messages."""
    channel = joined_channel(call.world, call.needed("channel", "channel_not_found"))
    message = _own(channel, call, "cant_delete_message")
    messages.delete(call.world, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def _own(channel: Channel, call: Call, code: str) -> Message:
    message = message_in(channel, call.needed("ts", "message_not_found"))
    if message.user != BOT_USER:
        raise RefusalError(code)
    return message


def post_ephemeral(call: Call) -> Json:
    """Show a message to one member of a channel (docs.slack.dev/reference/methods/chat.postEphemeral)."""
    world = call.world
    channel = writable_channel(world, call.needed("channel", "channel_not_found"))
    viewer = call.needed("user", "user_not_found")
    if viewer not in world.space.people:
        raise RefusalError("user_not_found")
    if viewer not in channel.members:
        raise RefusalError("user_not_in_channel")
    contents = read_contents(call)
    thread_ts = call.text("thread_ts")
    if thread_ts:
        check_thread(channel, thread_ts)
    message = posting.new_message(
        world,
        channel,
        BOT_USER,
        contents.text,
        bot_id=BOT_ID,
        blocks=contents.blocks,
        attachments=contents.attachments,
        thread_ts=thread_ts,
    )
    posting.show_ephemeral(world, channel, viewer, message)
    return {"message_ts": message.ts}


def get_permalink(call: Call) -> Json:
    """The address of a message for people."""
    world = call.world
    channel = seen_channel(world, call.needed("channel", "channel_not_found"))
    message = message_in(channel, call.needed("message_ts", "message_not_found"))
    link = f"https://{world.space.team['domain']}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


METHODS = {
    "chat.postMessage": post_message,
    "chat.update": update,
    "chat.delete": delete,
    "chat.postEphemeral": post_ephemeral,
    "chat.getPermalink": get_permalink,
}
