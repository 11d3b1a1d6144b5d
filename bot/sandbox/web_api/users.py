"""users.info, users.list, users.conversations."""

from __future__ import annotations

from bot.sandbox.door import scopes
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.render import channel_json
from bot.sandbox.render_people import user_json
from bot.sandbox.state import Person
from bot.sandbox.web_api.call import Call
from bot.sandbox.web_api.conversations_read import wanted_kinds
from bot.sandbox.web_api.paging import page
from bot.sandbox.workspace import BOT_USER


def _shown(call: Call, person: Person) -> Json:
    shown = user_json(person, call.world.clock.now(), call.world.team_id)
    if not call.flag("include_locale"):
        shown.pop("locale", None)
    return shown


def info(call: Call) -> Json:
    """One account; a stranger from another company too."""
    person = call.world.space.people.get(call.needed("user", "user_not_found"))
    if person is None:
        raise RefusalError("user_not_found")
    return {"user": _shown(call, person)}


def list_(call: Call) -> Json:
    """The accounts of this workspace; people of other companies are not among them."""
    own = [p for p in call.world.space.people.values() if p.team_id == call.world.team_id]
    members, cursor = page(call, own, 200, 1000)
    return {
        "members": [_shown(call, p) for p in members],
        "cache_ts": call.world.clock.seconds(),
        "response_metadata": {"next_cursor": cursor},
    }


def conversations(call: Call) -> Json:
    """The conversations that the bot, or a person beside the bot, is a member of."""
    world = call.world
    kinds, types = wanted_kinds(call)
    scopes.check_types(world, types)
    user = call.text("user", BOT_USER)
    if user not in world.space.people:
        raise RefusalError("user_not_found")
    found = [
        c
        for c in world.space.channels.values()
        if c.kind in kinds
        and user in c.members
        and (c.kind == "public" or world.bot_in(c))
        and not (c.is_archived and call.flag("exclude_archived"))
    ]
    chosen, cursor = page(call, found, 100, 999)
    return {"channels": [channel_json(world, c) for c in chosen], "response_metadata": {"next_cursor": cursor}}


METHODS = {"users.info": info, "users.list": list_, "users.conversations": conversations}
