"""Finding the pilot that a person means: by name, an unambiguous start of it, or its short id."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.records import channels, pilots
from bot.records.tables import Pilot
from bot.work.authority import may_see
from bot.work.desk import Desk
from bot.work.names import NAME_LENGTH, name_key
from bot.work.results import Refusal
from bot.work.views import current, record_of

QUOTES = "\"'“”„«»` "
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


def one(desk: Desk, channel: str, user: str, words: str, state: str = "open") -> Pilot | Refusal:
    """The pilot that ``words`` name; empty words mean the only pilot of the channel that is ``state``."""
    here = pilots.in_channel(desk.session, desk.team, channel)
    wanted = [pilot for pilot in here if pilot.state == state]
    if not words.strip():
        return _only(wanted)
    return (
        _by_start(words, here, state)
        or _by_start(words, seen_by(desk, user), state)
        or Refusal("pilot_unknown", {"words": words, "names": [pilot.name for pilot in wanted]})
    )


def split(desk: Desk, channel: str, user: str, words: str) -> tuple[Pilot | Refusal | None, str]:
    """The pilot that the longest start of ``words`` names (whole names before beginnings of names), and what stands
    behind it; None where no start names one."""
    here, seen = pilots.in_channel(desk.session, desk.team, channel), seen_by(desk, user)
    parts = words.split()
    for match in (_by_name, _by_start):
        for end in range(len(parts), 0, -1):
            start = " ".join(parts[:end]).strip(QUOTES)
            found = match(start, here) or match(start, seen) if 0 < len(start) <= NAME_LENGTH else None
            if found is not None:
                return found, " ".join(parts[end:])
    return None, words


def _only(wanted: Sequence[Pilot]) -> Pilot | Refusal:
    if len(wanted) == 1:
        return wanted[0]
    code = "pilot_not_named" if wanted else "no_pilot_here"
    return Refusal(code, {"names": [pilot.name for pilot in wanted]})


def _by_name(words: str, among: Sequence[Pilot], state: str = "open") -> Pilot | Refusal | None:
    """The pilot with this short id or whole name."""
    short = SHORT_ID.fullmatch(words.strip())
    if short:
        return next((pilot for pilot in among if pilot.id == int(short[1])), None)
    return _chosen([pilot for pilot in among if pilot.name_key == name_key(words)], state)


def _by_start(words: str, among: Sequence[Pilot], state: str = "open") -> Pilot | Refusal | None:
    """The same, else the pilot whose name begins so."""
    begins = [pilot for pilot in among if pilot.name_key.startswith(name_key(words))]
    return _by_name(words, among, state) or _chosen(begins, state)


def _chosen(found: Sequence[Pilot], state: str) -> Pilot | Refusal | None:
    wanted = [pilot for pilot in found if pilot.state == state] or found
    if len(wanted) > 1:
        return Refusal("pilot_ambiguous", {"names": [f"{pilot.name} ({short_id(pilot)})" for pilot in wanted]})
    return wanted[0] if wanted else None
