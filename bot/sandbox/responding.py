"""What a response URL does (docs.slack.dev/interactivity/handling-user-interaction, "Message responses")."""

from __future__ import annotations

from bot.sandbox import messages, posting
from bot.sandbox.door.contents import Contents, check_contents
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.response_urls import ResponseHook
from bot.sandbox.state import Channel, Message
from bot.sandbox.workspace import BOT_ID, BOT_USER
from bot.sandbox.world import World


def respond(world: World, key: str, body: Json) -> Json:
    """Use a response URL; raises RefusalError when it is used up, too old, or the message would be refused.

    It reaches channels in which the bot is not a member, as in Slack."""
    hook = world.response_urls.use(key)
    channel = world.space.channels.get(hook.channel)
    if channel is None:
        raise RefusalError("channel_not_found", status=404)
    if body.get("delete_original"):
        return _delete(world, channel, hook)
    contents = check_contents(str(body.get("text") or ""), body.get("blocks"), body.get("attachments"), capped=False)
    if body.get("replace_original") and hook.ts:
        return _replace(world, channel, hook, contents)
    return _add(world, channel, hook, body, contents)


def _original(channel: Channel, hook: ResponseHook) -> Message | None:
    if hook.is_ephemeral:
        return next((m for m in channel.ephemerals if m.ts == hook.ts and m.viewer == hook.person), None)
    return channel.messages.get(hook.ts)


def _delete(world: World, channel: Channel, hook: ResponseHook) -> Json:
    original = _original(channel, hook)
    if original is None:
        raise RefusalError("message_not_found", status=404)
    if hook.is_ephemeral:
        channel.ephemerals.remove(original)
        world.changes.add("ephemeral", channel=channel.id, ts=original.ts, person=hook.person)
    else:
        messages.delete(world, channel, original)
    return {"ok": True}


def _replace(world: World, channel: Channel, hook: ResponseHook, contents: Contents) -> Json:
    original = _original(channel, hook)
    if original is None:
        raise RefusalError("message_not_found", status=404)
    changes = {"text": contents.text, "blocks": contents.blocks, "attachments": contents.attachments}
    if hook.is_ephemeral:
        vars(original).update(changes)
        world.changes.add("ephemeral", channel=channel.id, ts=original.ts, person=hook.person)
    else:
        messages.edit(world, channel, original, changes, BOT_USER, marked=False)
    return {"ok": True}


def _add(world: World, channel: Channel, hook: ResponseHook, body: Json, contents: Contents) -> Json:
    in_channel = body.get("response_type") == "in_channel"
    message = posting.new_message(
        world, channel, BOT_USER, contents.text, bot_id=BOT_ID, blocks=contents.blocks, attachments=contents.attachments
    )
    if not in_channel:
        posting.show_ephemeral(world, channel, hook.person, message)
        return {"ok": True}
    thread_ts = str(body.get("thread_ts") or "")
    if thread_ts and thread_ts in channel.messages:
        message.thread_ts = thread_ts
    world.rates.check_channel(channel.id)
    posting.post(world, channel, message)
    return {"ok": True}


def respond_to_command(world: World, channel: Channel, person: str, body: Json | None) -> list[str]:
    """Show what the acknowledgement of a command said; gives the refusals when Slack would not show it."""
    if not body:
        return []
    hook = ResponseHook(person, channel.id, 0.0)
    try:
        contents = check_contents(
            str(body.get("text") or ""), body.get("blocks"), body.get("attachments"), capped=False
        )
    except RefusalError as refusal:
        return [refusal.code, *refusal.extra.get("response_metadata", {}).get("messages", [])]
    _add(world, channel, hook, body, contents)
    return []
