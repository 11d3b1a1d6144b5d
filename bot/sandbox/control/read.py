"""Reading the workspace: GET /control/…"""

from __future__ import annotations

import asyncio
import time

from bot.sandbox import views
from bot.sandbox.control.asked import Asked, Handler
from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.render import channel_row, message_json
from bot.sandbox.render_people import person_row
from bot.sandbox.state import Channel, Message
from bot.sandbox.values import content_of
from bot.sandbox.workspace import APP_ID, BOT_ID, BOT_USER
from bot.sandbox.world import World

LONGEST_WAIT = 60.0


def visible(channel: Channel, person: str) -> bool:
    """Whether that person sees the channel in their list; "" sees all."""
    return not person or person in channel.members


def state(asked: Asked) -> Json:
    """Everything at a glance."""
    world = asked.world
    app = {
        "id": APP_ID,
        "name": world.app.name,
        "bot_id": BOT_ID,
        "bot_user_id": BOT_USER,
        "installed": world.space.installed,
        "commands": list(world.app.commands.values()),
        "shortcuts": list(world.app.shortcuts.values()),
        "home_tab": world.app.home_tab,
    }
    return {
        "team": world.space.team,
        "app": app,
        "bot_user_id": BOT_USER,
        "seq": world.changes.seq,
        "now": world.clock.now().isoformat(),
        "frozen": world.clock.frozen,
        "settings": world.settings.shown(),
        "connections": len(world.deliveries.hub.links),
        **people(asked),
        **channels(asked),
    }


def people(asked: Asked) -> Json:
    """All accounts but Slack's own."""
    return {"people": [person_row(p) for p in asked.world.space.people.values() if p.id != "USLACKBOT"]}


def channels(asked: Asked) -> Json:
    """The channels that a person sees, or all."""
    person = asked.text("person", "")
    return {
        "channels": [channel_row(asked.world, c) for c in asked.world.space.channels.values() if visible(c, person)]
    }


def shown(world: World, message: Message) -> Json:
    """A message as the control API shows one."""
    marks: Json = {"is_ephemeral": True} if message.viewer else {}
    return message_json(world, message, metadata=True) | {"channel": message.channel, **marks}


def messages(asked: Asked) -> Json:
    """A channel or a thread as a person sees it, oldest first."""
    channel, person = asked.channel(), asked.text("person", "")
    if not visible(channel, person):
        raise ControlError("not_in_channel", f"{person} does not see {channel.id}.")
    thread = asked.text("thread_ts", "")
    found = [m for m in channel.messages.values() if _belongs(m, thread)]
    found += [m for m in channel.ephemerals if (not person or m.viewer == person) and _belongs(m, thread)]
    found.sort(key=lambda m: (len(m.ts), m.ts))
    limit = int(asked.number("limit", 0))
    return {"messages": [shown(asked.world, m) for m in (found[-limit:] if limit else found)]}


def ephemerals(asked: Asked) -> Json:
    """What only that person sees in a channel, its threads included."""
    person = asked.person().id
    return {"messages": [shown(asked.world, m) for m in asked.channel().ephemerals if m.viewer == person]}


def _belongs(message: Message, thread: str) -> bool:
    if thread:
        return thread in (message.ts, message.thread_ts)
    return not message.is_reply or message.broadcast


def modal(asked: Asked) -> Json:
    """The open forms of a person."""
    stack = views.stack_of(asked.world, asked.person().id)
    if not stack:
        return {"modal": None, "stack": [], "values": {}, "contents": {}, "errors": {}}
    top = stack[-1]
    contents = {b: {a: content_of(s) for a, s in actions.items()} for b, actions in top.values.items()}
    return {
        "modal": views.view_json(asked.world, top),
        "stack": [views.view_json(asked.world, v) for v in stack],
        "values": top.values,
        "contents": contents,
        "errors": top.errors,
    }


def home(asked: Asked) -> Json:
    """The App Home of a person."""
    view = asked.world.space.homes.get(asked.person().id)
    return {"view": views.view_json(asked.world, view) if view else None}


def notices(asked: Asked) -> Json:
    """What Slack itself told a person, or everybody."""
    person = asked.text("person", "")
    return {"notices": [vars(n) for n in asked.world.space.notices if not person or n.person == person]}


def calls(asked: Asked) -> Json:
    """The calls received."""
    return {"calls": asked.world.calls.since(int(asked.number("since", 0)), asked.text("method", ""))}


async def changes(asked: Asked) -> Json:
    """What changed after `since`, waiting up to `timeout` seconds for something to."""
    log, since = asked.world.changes, int(asked.number("since", 0))
    if log.seq <= since:
        await log.wait(min(asked.number("timeout", 25), LONGEST_WAIT))
    return {"seq": log.seq, "changes": log.since(since)}


async def idle(asked: Asked) -> Json:
    """Whether anything is still on its way to the app; with `wait`, waits until nothing is."""
    until = time.monotonic() + min(asked.number("wait", 0), LONGEST_WAIT)
    while not asked.world.deliveries.counts()["idle"] and time.monotonic() < until:
        await asyncio.sleep(0.01)
    return asked.world.deliveries.counts()


def faults(asked: Asked) -> Json:
    """The faults in force."""
    return asked.world.faults.shown()


def settings(asked: Asked) -> Json:
    """The settings."""
    return {"settings": asked.world.settings.shown()}


READ: dict[str, Handler] = {
    "state": state,
    "people": people,
    "channels": channels,
    "messages": messages,
    "ephemerals": ephemerals,
    "modal": modal,
    "home": home,
    "notices": notices,
    "calls": calls,
    "changes": changes,
    "idle": idle,
    "faults": faults,
    "settings": settings,
}
