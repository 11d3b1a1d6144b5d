"""auth.test, team.info, apps.connections.open, and who may call at all."""

from __future__ import annotations

from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.web_api.call import Call
from bot.sandbox.workspace import BOT_ID, BOT_USER
from bot.sandbox.world import APP_TOKEN, BOT_TOKEN, World

APP_LEVEL = frozenset({"apps.connections.open"})


def check_token(world: World, method: str, token: str) -> None:
    """Raise Slack's refusal for a missing, unknown, revoked or wrong kind of token."""
    if not token:
        raise RefusalError("not_authed")
    if token not in (BOT_TOKEN, APP_TOKEN):
        raise RefusalError("invalid_auth")
    if not world.space.installed and token == BOT_TOKEN:
        raise RefusalError("account_inactive")
    if (token == APP_TOKEN) != (method in APP_LEVEL):
        raise RefusalError("not_allowed_token_type")


def auth_test(call: Call) -> Json:
    """Who the token belongs to."""
    space = call.world.space
    return {
        "url": f"https://{space.team['domain']}.slack.com/",
        "team": space.team["name"],
        "user": space.bot.name,
        "team_id": call.world.team_id,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def team_info(call: Call) -> Json:
    """The workspace."""
    return {"team": {**call.world.space.team, "email_domain": "", "icon": {}}}


def connections_open(call: Call) -> Json:
    """An address for one WebSocket connection."""
    ticket = call.world.deliveries.hub.ticket()
    return {"url": f"{call.world.url.replace('http', 'ws', 1)}/link/{ticket}"}


def api_test(call: Call) -> Json:
    """Slack's echo."""
    return {"args": {k: v for k, v in call.args.items() if k != "token"}}


METHODS = {
    "auth.test": auth_test,
    "team.info": team_info,
    "apps.connections.open": connections_open,
    "api.test": api_test,
}
