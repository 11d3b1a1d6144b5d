"""Time zones as people type them: by their name, or by a city."""

from __future__ import annotations

import difflib
from functools import cache
from zoneinfo import available_timezones

from bot.readiness.words import fold
from bot.work.results import Refusal

UTC = "UTC"
LIKENESS = 0.75
"""How alike two names have to be, from 0 to 1, for one to be offered in place of the other."""
SHORTEST = 5
"""Letters of what a likeness is looked for: of three, any three are alike."""
OLD = ("SystemV/", "posix/", "right/")
NOT_CITIES = ("Etc/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/")
"""Zones whose last part names no city."""


def zone_named(words: str) -> str | Refusal:
    """The IANA name of the zone that is meant: ``europe/berlin`` or ``Berlin`` gives ``Europe/Berlin``; "" for nothing.

    Abbreviations are no zones: what CET or EST mean differs by season and place.
    """
    key = _key(words)
    if not key:
        return ""
    found = _names().get(key) or _cities().get(key, ())
    if len(found) == 1:
        return found[0]
    near = found or _near(key)
    return Refusal("zone_nearly", {"near": near[0]}) if near else Refusal("zone_unknown", {"words": words})


def _near(key: str) -> list[str]:
    known = {**_cities(), **_names()} if len(key) >= SHORTEST else {}
    return [zone for name in difflib.get_close_matches(key, known, n=1, cutoff=LIKENESS) for zone in known[name]]


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Zones by their names as ``_key`` writes them."""
    named = sorted(name for name in available_timezones() if "/" in name and not name.startswith(OLD))
    return {_key(name): (name,) for name in [*named, UTC]}


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    """Zones by the last part of their names, which some share."""
    cities: dict[str, tuple[str, ...]] = {}
    for (name,) in _names().values():
        city = _key(name.rpartition("/")[2])
        if not name.startswith(NOT_CITIES):
            cities[city] = (*cities.get(city, ()), name)
    return cities


def _key(words: str) -> str:
    return "_".join(fold(words).replace("_", " ").split())
