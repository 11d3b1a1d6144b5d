"""Countries, and parts of them, as people type them, for their public holidays."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache

from bot.readiness.words import fold
from bot.work.results import Refusal

LIKENESS = 0.75
"""How alike two names have to be, from 0 to 1, for one to be offered in place of the other."""
SHORTEST = 5
"""Letters of what a likeness is looked for: codes are all alike."""
MOST_PARTS = 8
PARTED = re.compile(r"\s*[-,/(]\s*")


def country_named(words: str) -> str | Refusal:
    """The ISO 3166 code that is meant: ``Germany`` gives ``DE``, ``de-by`` or ``Germany, Bayern`` gives ``DE-BY``; ""
    for nothing."""
    typed = words.strip().rstrip(")")
    if not typed or _codes().get(_key(typed)):
        return _codes().get(_key(typed), "")
    country, part = _parted(typed)
    if not country:
        return _unknown(words)
    return _part_named(country, part)


def _parted(typed: str) -> tuple[str, str]:
    """The code of the country at the beginning, and what follows; "" where there is none."""
    for cut in PARTED.finditer(typed):
        if code := _codes().get(_key(typed[: cut.start()])):
            return code, typed[cut.end() :]
    return "", ""


def _part_named(country: str, words: str) -> str | Refusal:
    parts = _parts(country)
    found = parts.get(_key(words))
    if found:
        return f"{country}-{found}"
    known = sorted(set(parts.values()), key=lambda one: (len(one), one))
    if not known:
        return Refusal("country_has_no_parts", {"country": country})
    if near := _near(words, parts):
        return Refusal("country_nearly", {"near": f"{country}-{parts[near]}"})
    return Refusal("part_unknown", {"words": words, "known": [f"{country}-{one}" for one in known[:MOST_PARTS]]})


def _unknown(words: str) -> Refusal:
    if near := _near(words, _codes()):
        return Refusal("country_nearly", {"near": near.title()})
    return Refusal("country_unknown", {"words": words})


def _near(words: str, known: Mapping[str, str]) -> str:
    """The known name that is most like the words; "" where none is."""
    names = [name for name in known if len(name) >= SHORTEST]
    return next(iter(difflib.get_close_matches(_key(words), names, n=1, cutoff=LIKENESS)), "")


@cache
def _codes() -> Mapping[str, str]:
    """Codes of two letters by every name that a country goes by."""
    from holidays.registry import COUNTRIES  # only where somebody wants it: it takes its time to import

    names = ((_key(name), given[1]) for key, given in COUNTRIES.items() for name in (key, *given[1:]))
    return dict(names)


@cache
def _parts(country: str) -> Mapping[str, str]:
    """Codes of a country's parts by their codes and names."""
    from holidays import country_holidays

    calendar = country_holidays(country)
    aliases = getattr(calendar, "subdivisions_aliases", {})
    return {_key(name): code for name, code in [*((one, one) for one in calendar.subdivisions), *aliases.items()]}


def _key(words: str) -> str:
    return " ".join(re.sub(r"[_-]", " ", fold(words)).split())
