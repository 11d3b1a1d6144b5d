"""Reading saved values: a malformed one counts as missing, so that no rule ever meets it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.readiness.slots import Kind, Slot


def text(value: object) -> str:
    """The text, "" where it is none or shows nothing (only spaces or invisible characters)."""
    if not isinstance(value, str):
        return ""
    return value if any(char.isprintable() and not char.isspace() for char in value) else ""


def number(value: object, minimum: int = 0) -> int | None:
    """The whole number, None where it is none or below ``minimum``."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if value >= minimum else None


def day(value: object) -> date | None:
    """The date of an ISO string (2026-11-24), None where it is none."""
    if not isinstance(value, str) or len(value) != len("2026-11-24"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def users(value: object) -> tuple[str, ...]:
    """The user ids in a *who*, or the one of a user slot; () for a rota."""
    if isinstance(value, str):
        return (value,) if text(value) else ()
    if not isinstance(value, Mapping):
        return ()
    several = value.get("users")
    found = [value.get("user"), *(several if isinstance(several, list | tuple) else ())]
    return tuple(user for user in found if isinstance(user, str) and text(user))


def is_filled(slot: Slot, value: object) -> bool:
    """Whether the value is one that the slot can hold."""
    if slot.kind in (Kind.USER, Kind.TEXT):
        return bool(text(value))
    if slot.kind in (Kind.USER_OR_ROTA, Kind.USERS_OR_ROTA):
        return isinstance(value, Mapping) and bool(users(value) or text(value.get("rota")))
    if slot.word and value == slot.word:
        return True
    if slot.kind is Kind.DATE:
        return day(value) is not None
    if slot.kind is Kind.NUMBER:
        return number(value, slot.minimum) is not None
    return isinstance(value, str) and value in slot.choices


def shifted(start: date, days: int) -> date:
    """``start`` moved by ``days``; the calendar's first or last day where it would leave the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
