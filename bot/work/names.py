"""Names of pilots: how they are kept, compared and refused."""

from __future__ import annotations

import unicodedata

from bot.records import pilots
from bot.work.desk import Desk
from bot.work.results import Refusal

NAME_LENGTH = 80


def name_key(name: str) -> str:
    """What names are compared by: compatibility form, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def clean_name(name: str) -> str:
    """A name as it is kept: control and invisible characters out, single spaces."""
    shown = "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return " ".join(shown.split())


def wrong_name(desk: Desk, channel: str, name: str, but: int | None = None) -> Refusal | None:
    """Why the name cannot be taken in this channel (by any pilot ``but`` this one); None when it can."""
    if not name:
        return Refusal("name_missing")
    if len(name) > NAME_LENGTH:
        return Refusal("name_too_long", {"length": len(name), "most": NAME_LENGTH})
    taken = pilots.by_name_key(desk.session, desk.team, channel, name_key(name))
    return Refusal("name_taken", {"pilot": taken.id, "name": taken.name}) if taken and taken.id != but else None
