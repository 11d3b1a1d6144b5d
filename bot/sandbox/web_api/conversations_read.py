"""conversations.info, list, members, history, replies."""

from __future__ import annotations

from bot.sandbox.door import scopes
from bot.sandbox.door.access import joined_channel, seen_channel
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.render import channel_json, message_json
from bot.sandbox.state import Channel, Message
from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.paging import page

KINDS = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


def wanted_kinds(call: Call) -> tuple[set[str], list[str]]:
    """The kinds of channel that `types` asks for, and the types as given; raises `invalid_types`."""
    types = [t.strip() for t in call.text("types", "public_channel").split(",")]
    if not set(types) <= set(KINDS):
        raise RefusalError("invalid_types")
    return {KINDS[t] for t in types}, types


def _channel(call: Call) -> Channel:
    channel = seen_channel(call.world, call.needed("channel", "channel_not_found"))
    scopes.check_channel(call.world, channel, "read")
    return channel


def info(call: Call) -> Json:
    """One conversation; a public channel also when the bot is not in it."""
    shown = channel_json(call.world, _channel(call))
    if not call.flag("include_num_members"):
        shown.pop("num_members", None)
    return {"channel": shown}


def list_(call: Call) -> Json:
    """The conversations the app may know of."""
    world = call.world
    kinds, types = wanted_kinds(call)
    scopes.check_types(world, types)
    found = [
        c
        for c in world.space.channels.values()
        if c.kind in kinds
        and (c.kind == "public" or world.bot_in(c))
        and not (c.is_archived and call.flag("exclude_archived"))
    ]
    chosen, cursor = page(call, found, 100, 999)
    return {"channels": [channel_json(world, c) for c in chosen], "response_metadata": {"next_cursor": cursor}}


def members(call: Call) -> Json:
    """The members of a conversation."""
    chosen, cursor = page(call, _channel(call).members, 100, 999)
    return {"members": chosen, "response_metadata": {"next_cursor": cursor}}


def _history_channel(call: Call) -> Channel:
    channel = joined_channel(call.world, call.needed("channel", "channel_not_found"))
    scopes.check_channel(call.world, channel, "history")
    return channel


def _between(call: Call, found: list[Message]) -> list[Message]:
    oldest, latest, inclusive = call.text("oldest"), call.text("latest"), call.flag("inclusive")
    kept = []
    for message in found:
        key = ts_key(message.ts)
        after = not oldest or key > ts_key(oldest) or (inclusive and message.ts == oldest)
        before = not latest or key < ts_key(latest) or (inclusive and message.ts == latest)
        if after and before:
            kept.append(message)
    return kept


def ts_key(ts: str) -> tuple[int, int]:
    """A `ts` as something that sorts; raises `invalid_ts_oldest` for what is none."""
    whole, _, part = ts.partition(".")
    if not whole.isdigit() or (part and not part.isdigit()):
        raise RefusalError("invalid_ts_oldest")
    return int(whole), int(part.ljust(6, "0")[:6] or 0)


def _answer(call: Call, chosen: list[Message], cursor: str) -> Json:
    metadata = call.flag("include_all_metadata")
    return {
        "messages": [message_json(call.world, m, metadata=metadata) for m in chosen],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def history(call: Call) -> Json:
    """The messages of a channel, latest first, without replies in threads unless they were broadcast."""
    channel = _history_channel(call)
    found = [m for m in reversed(channel.messages.values()) if not m.is_reply or m.broadcast]
    chosen, cursor = page(call, _between(call, found), 100, 999)
    return {**_answer(call, chosen, cursor), "pin_count": 0}


def replies(call: Call) -> Json:
    """A thread: its parent first (on the first page), then the replies in order."""
    channel = _history_channel(call)
    parent = channel.messages.get(call.needed("ts", "thread_not_found"))
    if parent is None:
        raise RefusalError("thread_not_found")
    if parent.is_reply:
        parent = channel.messages[parent.thread_ts]
    rest = _between(call, [channel.messages[ts] for ts in parent.replies])
    chosen, cursor = page(call, [parent, *rest], 1000, 1000)
    return _answer(call, chosen, cursor)


METHODS = {
    "conversations.info": info,
    "conversations.list": list_,
    "conversations.members": members,
    "conversations.history": history,
    "conversations.replies": replies,
}
