"""Which scope each method needs (docs.slack.dev/reference/methods, "Required scopes")."""

from __future__ import annotations

from bot.sandbox.refusal import RefusalError
from bot.sandbox.state import Channel
from bot.sandbox.world import World

METHOD_SCOPES: dict[str, str] = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "reactions.get": "reactions:read",
    "users.info": "users:read",
    "users.list": "users:read",
    "team.info": "team:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.info": "files:read",
    "files.delete": "files:write",
    "conversations.join": "channels:join",
}
PREFIXES = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}
TYPE_SCOPES = {
    "public_channel": "channels:read",
    "private_channel": "groups:read",
    "im": "im:read",
    "mpim": "mpim:read",
}


def check_method(world: World, method: str) -> None:
    """Raise `missing_scope` when the manifest does not hold what the method always needs."""
    need(world, METHOD_SCOPES.get(method, ""))


def check_channel(world: World, channel: Channel, right: str) -> None:
    """Raise `missing_scope` when `<kind of channel>:<right>` is not held; `right` is read, history or write."""
    need(world, f"{PREFIXES[channel.kind]}:{right}")


def check_types(world: World, types: list[str]) -> None:
    """Raise `missing_scope` for the first type of conversation that may not be listed."""
    for kind in types:
        if kind not in TYPE_SCOPES:
            raise RefusalError("invalid_types")
        need(world, TYPE_SCOPES[kind])


def need(world: World, scope: str) -> None:
    """Raise `missing_scope`, saying what is needed and what is held."""
    if scope and scope not in world.app.scopes:
        raise RefusalError("missing_scope", needed=scope, provided=",".join(sorted(world.app.scopes)))
