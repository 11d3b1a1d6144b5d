"""One message as it is read: Slack's tokens undone, with the people, dates and links in it marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from bot.readiness.reading.dates import Day, find_dates
from bot.readiness.reading.model import Entry
from bot.readiness.reading.names import Names
from bot.readiness.words import clean

PERSON, DATE, LINK, REST = "\ue000", "\ue001", "\ue002", "\ue003"
"""What stands in the mask for the first character of a person, a date, a link, and for each further one of them
(``clean`` removes these characters from people's text)."""

LONGEST = 40_000
"""Characters of a message that are read (Slack's own limit); mentions written out as names could be many times
longer."""

_TOKEN = re.compile(r"<([@#!]|https?://|mailto:)([^<>|\n]{1,4000})(?:\|([^<>\n]*))?>")
_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]}'\"]")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# bold and italic marks; not the underscore within a name, nor the star of a list
_EMPHASIS = re.compile(r"(?<![\w*_])[*_](?=[\w<])|(?<=[\w>.!?)])[*_](?![\w*_])|`")
_USER_ID = re.compile(r"[UW][A-Z0-9]+")


class SpotKind(Enum):
    PERSON = PERSON
    DATE = DATE
    LINK = LINK


@dataclass(frozen=True, slots=True)
class Spot:
    """Something found at ``start`` to ``end`` of a passage's text: a person (user id), a date or a link (its
    address)."""

    start: int
    end: int
    kind: SpotKind
    value: str = ""
    day: Day | None = None
    proposal: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """An entry's words. ``mask`` is ``text`` with the spots blotted out, of the same length; ``spots`` in their
    order."""

    entry: Entry
    text: str
    mask: str
    spots: tuple[Spot, ...]
    anchor: date
    starts: tuple[int, ...] = field(default=(), repr=False)

    @property
    def ts(self) -> str:
        return self.entry.ts


def passage(entry: Entry, names: Names, on: date) -> Passage:
    """The entry with its people, dates and links marked. ``on`` is the day of reading: no date is counted from after
    it."""
    anchor = min(entry.at.date(), on)
    text, spots = _undo_tokens(_EMPHASIS.sub("", clean(entry.text[:LONGEST])), names)
    spots += _free(spots, (_link(match) for match in _LINK.finditer(text)))
    spots += _free(spots, _mailboxes(text, names))
    mask = _blot(text, spots)
    spots += _free(spots, (Spot(a, b, SpotKind.DATE, day=day) for a, b, day in find_dates(mask, anchor)))
    mask = _blot(text, spots)
    found = ((a, b, name) for a, b, name in names.find(mask))
    spots += _free(spots, (Spot(a, b, SpotKind.PERSON, name.user, proposal=name.proposal) for a, b, name in found))
    ordered = tuple(sorted(spots, key=lambda spot: spot.start))
    return Passage(entry, text, _blot(text, spots), ordered, anchor, tuple(spot.start for spot in ordered))


def _undo_tokens(text: str, names: Names) -> tuple[str, list[Spot]]:
    """The text with ``<@U…>`` as names, links as their address, and where these stand."""
    parts: list[str] = []
    spots: list[Spot] = []
    length = end = 0
    for match in _TOKEN.finditer(text):
        shown, kind, value = _token(match, names)
        parts += [text[end : match.start()], shown]
        length += match.start() - end
        if kind and shown:
            spots.append(Spot(length, length + len(shown), kind, value))
        length, end = length + len(shown), match.end()
    shown_text = "".join((*parts, text[end:]))[:LONGEST]
    return shown_text, [spot for spot in spots if spot.end <= len(shown_text)]


def _token(match: re.Match[str], names: Names) -> tuple[str, SpotKind | None, str]:
    """What a token reads as, what it is, and its value."""
    sort, body, label = match.groups()
    if sort == "@" and _USER_ID.fullmatch(body):
        person = names.people.get(body)
        shown = (person and (person.full_name or person.display_name)) or label or body
        return clean(shown) or body, None if body in names.bots else SpotKind.PERSON, body
    if sort == "mailto:":
        user = names.by_email.get(body.casefold())
        return body, SpotKind.PERSON if user else None, user or ""
    if sort in ("http://", "https://"):
        return sort + body, SpotKind.LINK, sort + body
    if sort == "#":
        return f"#{label or body}", None, ""
    return label or f"@{body}", None, ""


def _link(match: re.Match[str]) -> Spot:
    return Spot(match.start(), match.end(), SpotKind.LINK, match.group())


def _mailboxes(text: str, names: Names) -> Iterator[Spot]:
    """E-mail addresses: of a person who is known by it, or, as a proposal, whose full name it is; others are links."""
    for match in _EMAIL.finditer(text):
        address = match.group().casefold()
        known, guessed = names.by_email.get(address), names.by_mailbox.get(address.partition("@")[0].replace("_", "."))
        kind = SpotKind.PERSON if known or guessed else SpotKind.LINK
        yield Spot(match.start(), match.end(), kind, known or guessed or match.group(), proposal=not known)


def _free(taken: Iterable[Spot], found: Iterable[Spot]) -> list[Spot]:
    """Those found that overlap neither those taken nor one another; of two that do, the longer."""
    used = {place for spot in taken for place in range(spot.start, spot.end)}
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if used.isdisjoint(range(spot.start, spot.end)):
            used.update(range(spot.start, spot.end))
            kept.append(spot)
    return kept


def _blot(text: str, spots: Iterable[Spot]) -> str:
    parts: list[str] = []
    end = 0
    for spot in sorted(spots, key=lambda each: each.start):
        parts += [text[end : spot.start], spot.kind.value, REST * (spot.end - spot.start - 1)]
        end = spot.end
    return "".join((*parts, text[end:]))
