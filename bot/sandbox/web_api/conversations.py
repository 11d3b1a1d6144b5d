"""conversations.open and conversations.join."""

from __future__ import annotations

from bot.sandbox import channels
from bot.sandbox.door import scopes
from bot.sandbox.door.access import seen_channel
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.render import channel_json
from bot.sandbox.web_api.call import Call
from bot.sandbox.workspace import BOT_USER


def open_(call: Call) -> Json:
    """Open the direct message with one person, or say that it is open."""
    scopes.need(call.world, "im:write")
    users = [u for u in call.text("users").split(",") if u]
    if len(users) != 1:
        raise RefusalError("users_list_not_supplied" if not users else "method_not_supported_for_channel_type")
    person = call.world.space.people.get(users[0])
    if person is None:
        raise RefusalError("user_not_found")
    if person.deleted or person.left:
        raise RefusalError("user_disabled")
    if person.kind == "bot":
        raise RefusalError("cannot_dm_bot")
    already = call.world.space.direct(person.id, BOT_USER) is not None
    channel = call.world.space.open_direct(person.id, BOT_USER, call.world.clock.seconds())
    shown = channel_json(call.world, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shown, **({"no_op": True, "already_open": True} if already else {})}


def join(call: Call) -> Json:
    """Let the bot join a public channel."""
    channel = seen_channel(call.world, call.needed("channel", "channel_not_found"))
    if channel.kind != "public":
        raise RefusalError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise RefusalError("is_archived")
    channels.add_member(call.world, channel, BOT_USER, "")
    return {"channel": channel_json(call.world, channel)}


METHODS = {"conversations.open": open_, "conversations.join": join}
