"""Acting on what the bot offers: POST /control/command, press, fill, submit, close, shortcut."""

from __future__ import annotations

from typing import Any

from bot.sandbox import interactions, payloads, views
from bot.sandbox.control.asked import Asked, Handler
from bot.sandbox.control.drive import active
from bot.sandbox.interactions import outcome, refused
from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.state import OpenView, Person
from bot.sandbox.typed import wire_text
from bot.sandbox.values import elements_of, fill, is_input, option_of, state_of
from bot.sandbox.world import World


def _outsider(world: World, person: Person) -> bool:
    return person.team_id != world.team_id


async def command(asked: Asked) -> Json:
    """Run a slash command as typed."""
    world, person, channel = asked.world, active(asked), asked.channel()
    name, _, rest = (
        asked.text("text", "").partition(" ")
        if "command" not in asked.body
        else (asked.text("command"), "", asked.text("text", ""))
    )
    if asked.text("thread_ts", ""):
        return refused(
            world, person, "not_supported_in_threads", f"{name} is not supported in threads. Sorry!", channel.id
        )
    if name not in world.app.commands:
        return refused(world, person, "no_such_command", f"{name} is not a valid command.", channel.id)
    if person.id not in channel.members:
        raise ControlError("not_in_channel", f"{person.id} is not in {channel.id}.")
    if channel.is_archived or _outsider(world, person):
        return refused(world, person, "not_allowed", f"{name} cannot be used here.", channel.id)
    text = rest.strip()
    if world.app.commands[name].get("should_escape"):
        text = wire_text(world.space, text, named=True)
    return await interactions.run_command(world, person, channel, name, text)


async def press(asked: Asked) -> Json:
    """Press a button, or choose in a select, picker or checkbox, in a message, a modal or App Home."""
    where = asked.text("view", "")
    return await (_press_in_view(asked, where) if where else _press_in_message(asked))


async def _press_in_message(asked: Asked) -> Json:
    world, person, channel = asked.world, active(asked), asked.channel()
    message = asked.message(channel)
    if person.id not in channel.members or (message.viewer and message.viewer != person.id):
        raise ControlError("not_in_channel", f"{person.id} does not see this message.")
    found = _find(message.blocks + [b for a in message.attachments for b in a.get("blocks", [])], asked)
    if found is None:
        return outcome(world, person, "no_such_action") | {"acked": False}
    action = _action(*found, asked.body.get("value"))
    return await interactions.click_message(world, person, channel, message, action)


async def _press_in_view(asked: Asked, where: str) -> Json:
    world, person = asked.world, active(asked)
    view = world.space.homes.get(person.id) if where == "home" else _top(world, person)
    if view is None:
        return outcome(world, person, "no_modal") | {"acked": False}
    found = _find(view.body["blocks"], asked)
    if found is None:
        return outcome(world, person, "no_such_action") | {"acked": False}
    block, element = found
    if is_input(element):
        view.values[block["block_id"]][element["action_id"]] = state_of(element, asked.body.get("value"))
    if block["type"] == "input" and not block.get("dispatch_action"):
        return outcome(world, person) | {"acked": False}
    action = _action(block, element, asked.body.get("value"))
    return await interactions.send_click(world, person, payloads.click_in_view(world, person, view, action))


def _find(blocks: list[Json], asked: Asked) -> tuple[Json, Json] | None:
    """The block and element meant: by action_id, then block_id, then (for buttons) value."""
    action_id, block_id, value = asked.text("action_id"), asked.text("block_id", ""), asked.body.get("value")
    found = [
        (b, e)
        for b in blocks
        for e in elements_of(b)
        if e["action_id"] == action_id and (not block_id or b["block_id"] == block_id)
    ]
    exact = [
        pair for pair in found if value is None or pair[1].get("type") != "button" or pair[1].get("value") == value
    ]
    return next(iter(exact), None)


def _action(block: Json, element: Json, value: Any) -> Json:
    """The entry of `actions` that a click on this element sends."""
    shared: Json = {"action_id": element["action_id"], "block_id": block["block_id"], "type": element["type"]}
    if element["type"] == "overflow":
        return shared | {"selected_option": option_of(element, value)}
    if is_input(element):
        return shared | state_of(element, value)
    kept = {k: element[k] for k in ("text", "value", "style", "url") if k in element}
    return shared | kept


def _top(world: World, person: Person) -> OpenView | None:
    stack = views.stack_of(world, person.id)
    return stack[-1] if stack else None


def fill_in(asked: Asked) -> Json:
    """Put values into the open form."""
    view = _needed(asked)
    fill(view.body["blocks"], view.values, asked.object("values"))
    asked.world.changes.add("modal", person=view.person)
    return {"values": view.values}


def _needed(asked: Asked) -> OpenView:
    view = _top(asked.world, active(asked))
    if view is None:
        raise ControlError("no_modal", "No form is open.", 404)
    return view


async def submit(asked: Asked) -> Json:
    """Hand in the open form."""
    person = active(asked)
    if _top(asked.world, person) is None:
        return outcome(asked.world, person, "no_modal") | {"acked": False}
    view = _needed(asked)
    fill(view.body["blocks"], view.values, asked.object("values"))
    return await interactions.submit(asked.world, person, view)


async def close(asked: Asked) -> Json:
    """Close the open form, or all."""
    _needed(asked)
    person = asked.person()
    await interactions.close(asked.world, person, everything=asked.flag("all"))
    return outcome(asked.world, person)


async def shortcut(asked: Asked) -> Json:
    """Use a global or a message shortcut."""
    world, person, callback_id = asked.world, active(asked), asked.text("callback_id")
    known = world.app.shortcuts.get(callback_id)
    if known is None or (known["type"] == "message") != ("ts" in asked.body):
        return outcome(world, person, "no_such_action") | {"acked": False}
    if _outsider(world, person):
        return refused(world, person, "not_allowed", "Shortcuts of this app are not offered to you.")
    channel = asked.channel() if "ts" in asked.body else None
    message = asked.message(channel) if channel else None
    if channel and person.id not in channel.members:
        raise ControlError("not_in_channel", f"{person.id} is not in {channel.id}.")
    return await interactions.send_click(world, person, payloads.shortcut(world, person, callback_id, channel, message))


ACT: dict[str, Handler] = {
    "command": command,
    "press": press,
    "fill": fill_in,
    "submit": submit,
    "close": close,
    "shortcut": shortcut,
}
