"""Commands, clicks, shortcuts and forms: sent to the app, its acknowledgement carried out."""

from __future__ import annotations

from bot.sandbox import payloads, views
from bot.sandbox.door.view_rules import check_view
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.responding import respond_to_command
from bot.sandbox.state import Channel, Message, OpenView, Person
from bot.sandbox.values import client_errors
from bot.sandbox.world import World

TROUBLE = "We had some trouble connecting. Try again?"


def outcome(world: World, person: Person, error: str = "", response: Json | None = None, **more: object) -> Json:
    """What a control request about an interaction answers."""
    stack = views.stack_of(world, person.id)
    top = stack[-1] if stack else None
    return {
        "ok": not error,
        **({"error": error} if error else {}),
        "acked": error not in ("operation_timeout", "dispatch_failed"),
        "response": response,
        "modal": views.view_json(world, top) if top else None,
        "errors": dict(top.errors) if top else {},
        **more,
    }


def refused(world: World, person: Person, code: str, text: str, channel: str = "") -> Json:
    """What Slack's client refuses before anything reaches the app: the person is told, nothing is sent."""
    world.tell(person.id, code, text, channel)
    return outcome(world, person, code) | {"acked": False}


async def run_command(world: World, person: Person, channel: Channel, name: str, text: str) -> Json:
    """Send a slash command; a late or missing acknowledgement is shown to the person as an error."""
    payload = payloads.command(world, person, channel, name, text)
    error, response = await world.deliveries.ask("slash_commands", payload)
    if error:
        world.tell(person.id, error, f"{name} failed with the error “{error}”", channel.id)
        return outcome(world, person, error)
    if response:
        world.calls.add("ack:slash_command", response, None)
    problems = respond_to_command(world, channel, person.id, response)
    if problems:
        return outcome(world, person, "invalid_response", response, messages=problems)
    return outcome(world, person, "", response)


async def send_click(world: World, person: Person, payload: Json, channel: str = "") -> Json:
    """Send a click or a shortcut; without acknowledgement in time the person sees an error."""
    error, response = await world.deliveries.ask("interactive", payload)
    if error:
        world.tell(person.id, error, "This app is taking longer than usual to respond.", channel)
    return outcome(world, person, error, response)


async def click_message(world: World, person: Person, channel: Channel, message: Message, action: Json) -> Json:
    """A click on an element of a message."""
    payload = payloads.click_on_message(world, person, channel, message, action)
    return await send_click(world, person, payload, channel.id)


async def submit(world: World, person: Person, view: OpenView) -> Json:
    """Hand in the top form; what the client itself refuses is not sent."""
    view.errors = client_errors(view.body["blocks"], view.values)
    if view.errors:
        world.changes.add("modal", person=person.id)
        return outcome(world, person, "validation") | {"acked": False}
    error, response = await world.deliveries.ask("interactive", payloads.submission(world, person, view))
    if error:
        world.tell(person.id, error, TROUBLE)
        return outcome(world, person, error)
    if response:
        world.calls.add("ack:view_submission", response, None)
    try:
        code = _carry_out(world, person, view, response or {})
    except RefusalError as refusal:
        world.tell(person.id, "invalid_response", TROUBLE)
        found = refusal.extra.get("response_metadata", {}).get("messages", [])
        return outcome(world, person, "invalid_response", response, messages=[refusal.code, *found])
    return outcome(world, person, code, response)


def _carry_out(world: World, person: Person, view: OpenView, response: Json) -> str:
    """Do what `response_action` says (docs.slack.dev/surfaces/modals); gives `form_errors` for errors, else ""."""
    action = response.get("response_action")
    if action == "errors":
        return _show_errors(world, view, response.get("errors"))
    if action == "update":
        views.replace(world, view, check_view(response.get("view"), "modal"))
    elif action == "push":
        views.push_modal(world, person.id, check_view(response.get("view"), "modal"))
    elif action == "clear":
        views.close_all(world, person.id)
    elif action is not None:
        raise RefusalError("invalid_response_action")
    elif view in views.stack_of(world, person.id):
        views.stack_of(world, person.id).remove(view)
        world.changes.add("modal", person=person.id)
    return ""


def _show_errors(world: World, view: OpenView, errors: object) -> str:
    inputs = {b["block_id"] for b in view.body["blocks"] if b["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise RefusalError("invalid_errors", response_metadata={"messages": [f"errors may name {sorted(inputs)}"]})
    view.errors = {block: str(sentence) for block, sentence in errors.items()}
    world.changes.add("modal", person=view.person)
    return "form_errors"


async def close(world: World, person: Person, *, everything: bool) -> None:
    """Close the top form, or all; the app is told of those that ask for it (`notify_on_close`)."""
    stack = views.stack_of(world, person.id)
    top = stack[-1]
    cleared = everything or bool(top.body.get("clear_on_close"))
    gone = list(reversed(stack)) if cleared else [top]
    told = [payloads.closed(world, person, v, cleared=cleared) for v in gone if v.body.get("notify_on_close")]
    (views.close_all if cleared else views.close_top)(world, person.id)
    for payload in told:
        await world.deliveries.ask("interactive", payload)
