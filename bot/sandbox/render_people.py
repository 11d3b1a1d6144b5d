"""People and teams as Slack's JSON shows them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.refusal import Json
from bot.sandbox.state import Person
from bot.sandbox.workspace import BOT_USER


def user_json(person: Person, now: datetime, home_team: str) -> Json:
    """A `user` object (docs.slack.dev/reference/objects/user-object); deactivated ones lack what Slack leaves out."""
    shown: Json = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.deleted or person.left,
        "color": "9f69e7",
        "real_name": person.real_name,
        "profile": profile_json(person),
        "updated": person.updated,
        "is_bot": person.kind == "bot",
        "is_app_user": False,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
    }
    if not shown["deleted"]:
        shown |= _zone(person, now) | _rights(person)
    if person.team_id != home_team:
        shown["is_stranger"] = False
    return shown


def _zone(person: Person, now: datetime) -> Json:
    offset = now.astimezone(ZoneInfo(person.tz)).utcoffset()
    return {
        "tz": person.tz,
        "tz_label": person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "locale": person.locale,
    }


def _rights(person: Person) -> Json:
    return {
        "is_admin": person.kind in ("admin", "owner"),
        "is_owner": person.kind == "owner",
        "is_primary_owner": person.kind == "owner",
        "is_restricted": person.is_guest,
        "is_ultra_restricted": person.kind == "single_guest",
    }


def profile_json(person: Person) -> Json:
    """The `profile` inside a user object; without the address, which needs a scope of its own."""
    shown: Json = {
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.name,
        "display_name_normalized": person.name,
        "status_text": person.status_text,
        "status_emoji": person.status_emoji,
        "status_expiration": person.status_expiration,
        "team": person.team_id,
        "avatar_hash": "sandbox",
        "first_name": person.real_name.split()[0],
        "title": "",
        "phone": "",
    }
    if person.bot_id:
        shown |= {"bot_id": person.bot_id, "api_app_id": person.app_id, "always_active": True}
    return shown


def bot_profile(person: Person, updated: int = 0) -> Json:
    """The `bot_profile` that comes with a bot's messages."""
    return {
        "id": person.bot_id,
        "app_id": person.app_id,
        "user_id": person.id,
        "name": person.real_name,
        "deleted": False,
        "updated": updated,
        "team_id": person.team_id,
        "icons": {},
    }


def person_row(person: Person) -> Json:
    """A person as the control API shows one."""
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "kind": person.kind,
        "tz": person.tz,
        "locale": person.locale,
        "deleted": person.deleted,
        "left": person.left,
        "team_id": person.team_id,
        "bot_id": person.bot_id,
        "is_app_bot": person.id == BOT_USER,
        "status_text": person.status_text,
        "status_emoji": person.status_emoji,
        "status_expiration": person.status_expiration,
    }
