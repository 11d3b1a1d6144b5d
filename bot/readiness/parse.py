"""Values as they come from outside (typed, picked or read) become slot values, or are refused with a code. Total."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.readiness.facts import Value
from bot.readiness.slots import Group, Kind, Slot
from bot.readiness.words import clean

FIRST_YEAR = 2000
YEARS_AHEAD = 50
LARGEST_NUMBER = 999_999_999
MOST_PEOPLE = 20

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_USER = re.compile(r"[UW][A-Z0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that cannot be kept. Codes: not_text, too_long, not_a_date, absurd_date, future_date, not_a_number,
    too_small, too_large, not_a_choice, not_a_user, not_who, both_given, too_many."""

    code: str


Parsed = Value | Refused


def parse(slot: Slot, raw: object, on: date) -> Parsed:
    """The value of ``raw`` (any JSON-like object) for the slot, None when it is empty, or why it is refused.

    ``on`` is today in the channel's zone: dates of things done are not after it (MODEL: Slots and exact rules).
    Never raises. A parsed value parses to itself.
    """
    if raw is None or (isinstance(raw, str) and not clean(raw)):
        return None
    if slot.word and isinstance(raw, str) and clean(raw) == slot.word:
        return slot.word
    return _BY_KIND[slot.kind](slot, raw, on)


def parse_group(
    group: Group, row_kind: str | None, raw: Mapping[str, object], on: date
) -> tuple[dict[str, Value], dict[str, Refused]]:
    """Values and refusals by slot name of what stands in ``raw``; unknown names are left out, absent ones stay absent.

    ``row_kind`` None means the group's own slots, else those of a row of this kind ("" where rows have no kinds; an
    unknown kind has no slots). ``on`` is today in the channel's zone.
    """
    values: dict[str, Value] = {}
    refused: dict[str, Refused] = {}
    for slot in slots_of(group, row_kind):
        if slot.name in raw:
            parsed = parse(slot, raw[slot.name], on)
            if isinstance(parsed, Refused):
                refused[slot.name] = parsed
            else:
                values[slot.name] = parsed
    return values, refused


def slots_of(group: Group, row_kind: str | None) -> tuple[Slot, ...]:
    """The group's own slots (``row_kind`` None) or those of its rows of a kind; none for a kind that does not exist."""
    if row_kind is None:
        return group.slots
    return group.rows.slots.get(row_kind, ()) if group.rows else ()


def _text(slot: Slot, raw: object, on: date) -> Parsed:
    del on
    if not isinstance(raw, str):
        return Refused("not_text")
    text = clean(raw)
    return text if len(text) <= slot.maximum_length else Refused("too_long")


def _date(slot: Slot, raw: object, on: date) -> Parsed:
    text = raw.strip() if isinstance(raw, str) else ""
    try:
        day = date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        return Refused("not_a_date")
    if not FIRST_YEAR <= day.year <= on.year + YEARS_AHEAD:
        return Refused("absurd_date")
    return Refused("future_date") if slot.done and day > on else text


def _number(slot: Slot, raw: object, on: date) -> Parsed:
    del on
    number = _integer(raw)
    if number is None:
        return Refused("not_a_number")
    if number < slot.minimum:
        return Refused("too_small")
    return number if number <= LARGEST_NUMBER else Refused("too_large")


def _integer(raw: object) -> int | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return raw
    text = clean(raw) if isinstance(raw, str) else ""
    digits = text.removeprefix("-")
    if not digits.isdecimal():
        return None
    # int() refuses very long strings; whatever has more digits than this is too large or too small anyway
    return int(text[:20])


def _choice(slot: Slot, raw: object, on: date) -> Parsed:
    del on
    text = raw.strip() if isinstance(raw, str) else ""
    return text if text in slot.choices else Refused("not_a_choice")


def _user(slot: Slot, raw: object, on: date) -> Parsed:
    del slot, on
    text = raw.strip() if isinstance(raw, str) else ""
    return text if _USER.fullmatch(text) else Refused("not_a_user")


def _who(slot: Slot, raw: object, on: date) -> Parsed:
    """``{"user": id}`` or ``{"users": [id, …]}`` (by the slot's kind) or ``{"rota": name}``; never both."""
    if not isinstance(raw, Mapping):
        return Refused("not_who")
    key = "user" if slot.kind is Kind.USER_OR_ROTA else "users"
    people = _user_list(raw.get(key)) if key == "users" else _user_or_none(raw.get(key))
    rota = parse(Slot("rota", Kind.TEXT, maximum_length=slot.maximum_length), raw.get("rota"), on)
    for part in (people, rota):
        if isinstance(part, Refused):
            return part
    if people and rota:
        return Refused("both_given")
    if people:
        return {key: people}
    return {"rota": rota} if rota else None


def _user_or_none(raw: object) -> str | Refused | None:
    if raw is None or raw == "":
        return None
    return raw if isinstance(raw, str) and _USER.fullmatch(raw) else Refused("not_a_user")


def _user_list(raw: object) -> list[str] | Refused | None:
    if raw is None:
        return None
    if not isinstance(raw, list | tuple):
        return Refused("not_a_user")
    if len(raw) > MOST_PEOPLE:
        return Refused("too_many")
    users = [user for user in raw if isinstance(user, str) and _USER.fullmatch(user)]
    return list(dict.fromkeys(users)) if len(users) == len(raw) else Refused("not_a_user")


_BY_KIND: dict[Kind, Callable[[Slot, object, date], Parsed]] = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.USER: _user,
    Kind.USER_OR_ROTA: _who,
    Kind.USERS_OR_ROTA: _who,
}
