"""Changing the workspace, its clock, settings and faults: POST /control/…"""

from __future__ import annotations

from typing import Any

from bot.sandbox import channels, people
from bot.sandbox.control.asked import Asked, Handler
from bot.sandbox.control.moving import set_clock
from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.render import channel_row
from bot.sandbox.render_people import person_row
from bot.sandbox.state import CHANNEL_KINDS, Channel
from bot.sandbox.workspace import channel_from, load_workspace

PLAIN = ("read_only", "is_ext_shared", "topic", "purpose")
DISCONNECTS = ("warning", "refresh_requested", "link_disabled")


def create_person(asked: Asked) -> Json:
    """Add an account, and let it join channels."""
    asked.text("name")
    person = people.create(asked.world, {k: v for k, v in asked.body.items() if k != "channels"})
    for name in asked.body.get("channels", []):
        channels.add_member(asked.world, asked.world.space.find_channel(name), person.id, asked.by())
    return {"person": person_row(person)}


def change_person(asked: Asked) -> Json:
    """Change an account."""
    changes = {k: v for k, v in asked.body.items() if k not in ("person", "by")}
    return {"person": person_row(people.change(asked.world, asked.person(), changes))}


def create_channel(asked: Asked) -> Json:
    """Add a channel."""
    world, kind = asked.world, asked.text("kind", "public")
    if kind not in CHANNEL_KINDS:
        raise ControlError("unknown_kind", f"A channel is one of {', '.join(CHANNEL_KINDS)}.")
    channel = channel_from({**asked.body, "name": asked.text("name")}, world.space.new_id("C"), world.clock.seconds())
    if channel.id in world.space.channels:
        raise ControlError("channel_exists", f"{channel.id} is in use.")
    for member in channel.members:
        world.space.find_person(member)
    world.space.channels[channel.id] = channel
    world.changes.add("channel", channel=channel.id)
    return {"channel": channel_row(world, channel)}


def change_channel(asked: Asked) -> Json:
    """Rename, archive, lock, share, delete a channel, or give it another id."""
    channel = asked.channel()
    changes = {k: v for k, v in asked.body.items() if k not in ("channel", "by")}
    for name, value in changes.items():
        _change_one(asked, channel, name, value)
    return {"channel": channel_row(asked.world, channel)}


def _change_one(asked: Asked, channel: Channel, name: str, value: Any) -> None:
    world, by = asked.world, asked.by()
    if name == "name":
        channels.rename(world, channel, str(value), by)
    elif name == "is_archived":
        channels.set_archived(world, channel, bool(value), by)
    elif name == "id":
        channels.change_id(world, channel, str(value))
    elif name == "deleted" and value:
        channels.remove_channel(world, channel, by)
    elif name in PLAIN:
        setattr(channel, name, value)
        world.changes.add("channel", channel=channel.id)
    else:
        raise ControlError("unknown_field", f"A channel's {name!r} cannot be changed.")


def invite(asked: Asked) -> Json:
    """Add somebody to a channel."""
    done = channels.add_member(asked.world, asked.channel(), asked.person().id, asked.by())
    return {"changed": done, "channel": channel_row(asked.world, asked.channel())}


def kick(asked: Asked) -> Json:
    """Take somebody out of a channel."""
    done = channels.remove_member(asked.world, asked.channel(), asked.person().id, asked.by())
    return {"changed": done, "channel": channel_row(asked.world, asked.channel())}


def lock_thread(asked: Asked) -> Json:
    """Lock a thread."""
    asked.channel().locked_threads.add(asked.text("ts"))
    return {}


def unlock_thread(asked: Asked) -> Json:
    """Unlock a thread."""
    asked.channel().locked_threads.discard(asked.text("ts"))
    return {}


def uninstall(asked: Asked) -> Json:
    """Take the app out of the workspace."""
    people.uninstall(asked.world)
    return {}


def install(asked: Asked) -> Json:
    """Install the app again."""
    people.install(asked.world)
    return {}


def set_settings(asked: Asked) -> Json:
    """Change settings."""
    asked.world.settings.take(asked.body)
    asked.world.calls.keep(asked.world.settings.calls_kept)
    return {"settings": asked.world.settings.shown()}


def set_faults(asked: Asked) -> Json:
    """Replace the faults in force."""
    asked.world.faults.take(asked.body)
    return asked.world.faults.shown()


def disconnect(asked: Asked) -> Json:
    """Send a disconnect frame, or break the connections."""
    hub, reason = asked.world.deliveries.hub, asked.text("reason")
    if reason in ("drop", "close"):
        hub.end_all(abruptly=reason == "drop")
    elif reason == "enable":
        hub.enabled = True
    elif reason in DISCONNECTS:
        hub.disconnect(reason)
    else:
        raise ControlError("unknown_reason", f"A reason is one of {', '.join(DISCONNECTS)}, drop, close, enable.")
    asked.world.changes.add("socket")
    return {"connections": len(hub.links)}


def reset(asked: Asked) -> Json:
    """Start afresh with a workspace."""
    world = asked.world
    world.described = asked.object("workspace") or world.described
    world.space = load_workspace(world.described, world.app, world.clock.seconds())
    world.faults.take({})
    world.deliveries.stop()
    world.changes.add("app")
    return {"seq": world.changes.seq}


CHANGE: dict[str, Handler] = {
    "people/create": create_person,
    "people/change": change_person,
    "channels/create": create_channel,
    "channels/change": change_channel,
    "invite": invite,
    "kick": kick,
    "threads/lock": lock_thread,
    "threads/unlock": unlock_thread,
    "app/uninstall": uninstall,
    "app/install": install,
    "clock": set_clock,
    "settings": set_settings,
    "faults": set_faults,
    "disconnect": disconnect,
    "reset": reset,
}
