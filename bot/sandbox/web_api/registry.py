"""Every method, and the way of one call through the door."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.door import scopes
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.web_api import auth, chat, conversations, conversations_read, files, reactions, users, views
from bot.sandbox.web_api.call import Call
from bot.sandbox.world import World

METHODS: dict[str, Callable[[Call], Json]] = {
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **conversations_read.METHODS,
    **files.METHODS,
    **reactions.METHODS,
    **users.METHODS,
    **views.METHODS,
}


def answer(world: World, method: str, args: Json, token: str) -> Json:
    """Carry out one call and give Slack's JSON answer; raises RefusalError."""
    handler = METHODS.get(method)
    if handler is None:
        raise RefusalError("unknown_method", req_method=method)
    auth.check_token(world, method, token)
    world.rates.check_method(method)
    scopes.check_method(world, method)
    return {"ok": True, **handler(Call(world, method, args))}
