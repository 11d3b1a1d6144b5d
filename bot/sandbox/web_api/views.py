"""views.open, views.push, views.update, views.publish."""

from __future__ import annotations

from bot.sandbox import views
from bot.sandbox.door.view_rules import check_view
from bot.sandbox.refusal import Json, RefusalError
from bot.sandbox.state import OpenView
from bot.sandbox.web_api.call import Call


def _body(call: Call, surface: str) -> Json:
    view = call.parsed("view", dict, "invalid_arguments")
    return check_view(view, surface)


def _answer(call: Call, view: OpenView) -> Json:
    return {"view": views.view_json(call.world, view)}


def open_(call: Call) -> Json:
    """Open a modal for the person who caused the trigger."""
    body = _body(call, "modal")
    trigger = call.world.triggers.exchange(call.needed("trigger_id"))
    return _answer(call, views.open_modal(call.world, trigger.person, body))


def push(call: Call) -> Json:
    """Put a modal on top of the one the trigger was caused in."""
    body = _body(call, "modal")
    trigger = call.world.triggers.exchange(call.needed("trigger_id"))
    return _answer(call, views.push_modal(call.world, trigger.person, body))


def update(call: Call) -> Json:
    """Change an open modal; with `hash` only if nobody changed it meanwhile."""
    body = _body(call, "modal")
    if not call.text("view_id") and not call.text("external_id"):
        raise RefusalError("invalid_arguments")
    view = views.find_modal(call.world, call.text("view_id"), call.text("external_id"))
    return _answer(call, views.replace(call.world, view, body, call.text("hash")))


def publish(call: Call) -> Json:
    """Set a person's App Home."""
    world = call.world
    if not world.app.home_tab:
        raise RefusalError("not_enabled")
    user = call.needed("user_id")
    if user not in world.space.people:
        raise RefusalError("user_not_found")
    body = _body(call, "home")
    return _answer(call, views.publish_home(world, user, body, call.text("hash")))


METHODS = {"views.open": open_, "views.push": push, "views.update": update, "views.publish": publish}
