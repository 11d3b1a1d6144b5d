"""Accounts that come, change and go, and the app's installation."""

from __future__ import annotations

from bot.sandbox.clock import ts_of
from bot.sandbox.events import publish
from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.render_people import user_json
from bot.sandbox.state import PERSON_KINDS, Person
from bot.sandbox.workspace import BOT_USER, person_from
from bot.sandbox.world import World

STATUS = ("status_text", "status_emoji", "status_expiration")
CHANGEABLE = ("kind", "tz", "real_name", "name", "deleted", "left", "locale", *STATUS)


def create(world: World, row: Json) -> Person:
    """Add an account and send `team_join`; raises ControlError for an id in use or an unknown kind."""
    _check_kind(row.get("kind", "member"))
    person = person_from(row, world.team_id, world.space.new_id("U"))
    if person.id in world.space.people:
        raise ControlError("user_exists", f"{person.id} is in use.")
    person.updated = world.clock.seconds()
    world.space.people[person.id] = person
    world.changes.add("person", person=person.id)
    if person.team_id == world.team_id:
        _announce(world, person, "team_join")
    return person


def change(world: World, person: Person, changes: Json) -> Person:
    """Change an account and send `user_change`; raises ControlError for what cannot be changed."""
    unknown = set(changes) - set(CHANGEABLE)
    if unknown:
        raise ControlError("unknown_field", f"Cannot be changed: {', '.join(sorted(unknown))}.")
    _check_kind(changes.get("kind", person.kind))
    for name, value in changes.items():
        setattr(person, name, value)
    if person.left or person.deleted:
        _close_forms(world, person)
    person.updated = world.clock.seconds()
    world.changes.add("person", person=person.id)
    _announce(world, person, "user_change")
    return person


def _check_kind(kind: str) -> None:
    if kind not in PERSON_KINDS:
        raise ControlError("unknown_kind", f"A person is one of {', '.join(PERSON_KINDS)}.")


def _close_forms(world: World, person: Person) -> None:
    if world.space.stacks.pop(person.id, None):
        world.changes.add("modal", person=person.id)


def _announce(world: World, person: Person, kind: str) -> None:
    now = world.clock.now()
    publish(
        world,
        {
            "type": kind,
            "user": user_json(person, now, world.team_id),
            "cache_ts": world.clock.seconds(),
            "event_ts": ts_of(world.clock.micros()),
        },
    )


def uninstall(world: World) -> None:
    """Take the app out of the workspace: its token dies, `tokens_revoked` and `app_uninstalled` are sent."""
    event_ts = ts_of(world.clock.micros())
    publish(world, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}, "event_ts": event_ts})
    publish(world, {"type": "app_uninstalled", "event_ts": event_ts})
    for channel in world.space.channels.values():
        if BOT_USER in channel.members and channel.kind != "im":
            channel.members.remove(BOT_USER)
    world.space.installed = False
    world.changes.add("app")


def install(world: World) -> None:
    """Install the app again; it has to be invited to channels anew."""
    world.space.installed = True
    world.changes.add("app")
