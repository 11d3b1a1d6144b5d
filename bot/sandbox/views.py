"""Modals (a stack of at most three a person) and App Homes."""

from __future__ import annotations

import secrets

from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.state import OpenView
from bot.sandbox.values import initial_values
from bot.sandbox.workspace import APP_ID, BOT_ID
from bot.sandbox.world import World

DEEPEST = 3


def stack_of(world: World, person: str) -> list[OpenView]:
    """The person's open modals, bottom first."""
    return world.space.stacks.setdefault(person, [])


def _new_hash(world: World) -> str:
    return f"{world.clock.seconds()}.{secrets.token_urlsafe(6)}"


def _new_view(world: World, person: str, body: Json) -> OpenView:
    view = OpenView(world.space.new_id("V"), person, body, _new_hash(world), initial_values(body["blocks"]))
    view.root = view.id
    return view


def open_modal(world: World, person: str, body: Json) -> OpenView:
    """Open a modal; one that was open before gives way to it."""
    _check_external_id(world, body, None)
    view = _new_view(world, person, body)
    world.space.stacks[person] = [view]
    world.changes.add("modal", person=person)
    return view


def push_modal(world: World, person: str, body: Json) -> OpenView:
    """Put a modal on top of the stack; raises `push_limit_reached` above three, `not_found` without one below."""
    stack = stack_of(world, person)
    if not stack:
        raise RefusalError("not_found")
    if len(stack) >= DEEPEST:
        raise RefusalError("push_limit_reached")
    _check_external_id(world, body, None)
    view = _new_view(world, person, body)
    view.root, view.previous = stack[0].id, stack[-1].id
    stack.append(view)
    world.changes.add("modal", person=person)
    return view


def replace(world: World, view: OpenView, body: Json, hash_: str = "") -> OpenView:
    """Show other contents in an open view; what was typed stays where block_id and action_id stay the same.

    Raises `hash_conflict` when `hash_` is given and is not the view's present one."""
    if hash_ and hash_ != view.hash:
        raise RefusalError("hash_conflict")
    _check_external_id(world, body, view)
    fresh = initial_values(body["blocks"])
    view.values = {
        block: {a: view.values.get(block, {}).get(a, v) for a, v in actions.items()} for block, actions in fresh.items()
    }
    view.body, view.hash, view.errors = body, _new_hash(world), {}
    world.changes.add("modal" if body["type"] == "modal" else "home", person=view.person)
    return view


def publish_home(world: World, person: str, body: Json, hash_: str = "") -> OpenView:
    """Give a person's App Home its contents; raises `hash_conflict` as `replace` does."""
    view = world.space.homes.get(person)
    if view is not None:
        return replace(world, view, body, hash_)
    view = world.space.homes[person] = _new_view(world, person, body)
    world.changes.add("home", person=person)
    return view


def find_modal(world: World, view_id: str, external_id: str = "") -> OpenView:
    """An open modal by its id or the app's own id for it; raises `not_found`."""
    for stack in world.space.stacks.values():
        for view in stack:
            if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
                return view
    raise RefusalError("not_found")


def close_top(world: World, person: str) -> None:
    """Close the top modal; the one below shows again."""
    stack_of(world, person).pop()
    world.changes.add("modal", person=person)


def close_all(world: World, person: str) -> None:
    """Close the whole stack."""
    world.space.stacks[person] = []
    world.changes.add("modal", person=person)


def _check_external_id(world: World, body: Json, own: OpenView | None) -> None:
    external_id = body.get("external_id")
    if not external_id:
        return
    taken = (v for stack in world.space.stacks.values() for v in stack if v is not own)
    if any(v.body.get("external_id") == external_id for v in taken):
        raise RefusalError("duplicate_external_id")


def view_json(world: World, view: OpenView) -> Json:
    """A view object (docs.slack.dev/reference/objects/view-object)."""
    body = view.body
    shown: Json = {
        "id": view.id,
        "team_id": world.team_id,
        "type": body["type"],
        "blocks": body["blocks"],
        "private_metadata": body.get("private_metadata", ""),
        "callback_id": body.get("callback_id", ""),
        "state": {"values": view.values},
        "hash": view.hash,
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "previous_view_id": view.previous or None,
        "root_view_id": view.root,
        "app_id": APP_ID,
        "external_id": body.get("external_id", ""),
        "app_installed_team_id": world.team_id,
        "bot_id": BOT_ID,
    }
    for name in ("title", "close", "submit"):
        shown[name] = body.get(name)
    return shown
