"""Finding the pilot that a person means: by name, an unambiguous start of it, or its short id."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.records import channels, pilots
from bot.records.tables import Pilot
from bot.work.authority import may_see
from bot.work.desk import Desk
from bot.work.pilots import name_key
from bot.work.results import Refusal
from bot.work.views import current, record_of

SHORT_ID = re.compile(r"p(\d{1,9})", re.IGNORECASE)


def short_id(pilot: Pilot) -> str:
    """The short id that people may type: p and the number."""
    return f"p{pilot.id}"


def seen_by(desk: Desk, user: str) -> list[Pilot]:
    """The pilots that the person may see: those of their channels, and those where they hold a role."""
    mine = set(channels.of_user(desk.session, desk.team, user))
    return [
        pilot
        for pilot in pilots.all_of(desk.session, desk.team)
        if pilot.channel in mine or may_see(desk, pilot, current(desk, record_of(desk, pilot)), user)
    ]


def one(desk: Desk, channel: str, user: str, words: str) -> Pilot | Refusal:
    """The pilot that ``words`` name; empty words mean the only pilot of the channel."""
    here = [pilot for pilot in pilots.in_channel(desk.session, desk.team, channel) if pilot.state == "open"]
    if not words.strip():
        return _only(here)
    return (
        _match(words, pilots.in_channel(desk.session, desk.team, channel))
        or _match(words, seen_by(desk, user))
        or Refusal("pilot_unknown", {"words": words, "names": [pilot.name for pilot in here]})
    )


def split(desk: Desk, channel: str, user: str, words: str) -> tuple[Pilot | Refusal, str]:
    """A pilot and what stands behind its name: the longest start of ``words`` that names a pilot."""
    parts = words.split(" ")
    for end in range(len(parts), 0, -1):
        found = one(desk, channel, user, " ".join(parts[:end]))
        if isinstance(found, Pilot):
            return found, " ".join(parts[end:]).strip()
        if found.code == "pilot_ambiguous":
            return found, ""
    found = one(desk, channel, user, "")
    return found, words.strip()


def _only(here: Sequence[Pilot]) -> Pilot | Refusal:
    if len(here) == 1:
        return here[0]
    code = "pilot_not_named" if here else "no_pilot_here"
    return Refusal(code, {"names": [pilot.name for pilot in here]})


def _match(words: str, among: Sequence[Pilot]) -> Pilot | Refusal | None:
    short = SHORT_ID.fullmatch(words.strip())
    if short:
        return next((pilot for pilot in among if pilot.id == int(short[1])), None)
    key = name_key(words)
    same = [pilot for pilot in among if pilot.name_key == key]
    found = same or [pilot for pilot in among if pilot.name_key.startswith(key)]
    open_ones = [pilot for pilot in found if pilot.state == "open"] or found
    if len(open_ones) > 1:
        return Refusal("pilot_ambiguous", {"names": [f"{pilot.name} ({short_id(pilot)})" for pilot in open_ones]})
    return open_ones[0] if open_ones else None
