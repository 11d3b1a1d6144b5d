"""Events as Slack's Events API sends them, and whether the app gets them at all."""

from __future__ import annotations

import secrets

from bot.sandbox.refusal import Json
from bot.sandbox.state import Channel
from bot.sandbox.workspace import APP_ID, BOT_USER
from bot.sandbox.world import World

MESSAGE_EVENTS = {"public": "message.channels", "private": "message.groups", "im": "message.im", "mpim": "message.mpim"}
CHANNEL_TYPES = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}
EVENT_SCOPES: dict[str, tuple[str, ...]] = {
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "app_mention": ("app_mentions:read",),
    "app_home_opened": (),
    "app_uninstalled": (),
    "tokens_revoked": (),
    "user_change": ("users:read",),
    "team_join": ("users:read",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "member_left_channel": ("channels:read", "groups:read"),
    "channel_id_changed": ("channels:read", "groups:read"),
}


def subscribed(world: World, subscription: str, channel: Channel | None) -> bool:
    """Whether the manifest asks for this event and holds the scope for it (for that kind of channel)."""
    if subscription not in world.app.events or not world.space.installed:
        return False
    wanted = EVENT_SCOPES.get(subscription)
    if wanted is None:
        wanted = ("groups:read",) if subscription.startswith("group_") else ("channels:read",)
    if len(wanted) > 1:
        wanted = ("groups:read",) if channel is not None and channel.is_private else ("channels:read",)
    return set(wanted) <= world.app.scopes


def publish(
    world: World, event: Json, channel: Channel | None = None, subscription: str = "", *, outside: bool = False
) -> None:
    """Send an event to the app if it is subscribed to and the bot is in `channel` (or `outside` says it was)."""
    if not subscribed(world, subscription or event["type"], channel):
        return
    if channel is not None and not outside and not world.bot_in(channel):
        return
    world.deliveries.event(envelope(world, event, channel))


def envelope(world: World, event: Json, channel: Channel | None) -> Json:
    """The outer `event_callback` (docs.slack.dev/apis/events-api, "Events API request body")."""
    bot = {
        "enterprise_id": None,
        "team_id": world.team_id,
        "user_id": BOT_USER,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": "sandbox-verification",
        "team_id": world.team_id,
        "context_team_id": world.team_id,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": world.clock.seconds(),
        "authorizations": [bot],
        "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
        "event_context": f"4-{secrets.token_hex(12)}",
    }


def publish_message(world: World, event: Json, channel: Channel) -> None:
    """Send a `message` event of any subtype for that channel."""
    if world.bot_in(channel):
        kind = {"channel": channel.id, "channel_type": CHANNEL_TYPES[channel.kind]}
        publish(world, {**event, **kind}, channel, MESSAGE_EVENTS[channel.kind])
