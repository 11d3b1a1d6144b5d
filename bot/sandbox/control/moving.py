"""Moving the sandbox's clock: POST /control/clock."""

from __future__ import annotations

import calendar
import datetime as dates
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.sandbox.clock import moment_of, next_weekday, wall_time
from bot.sandbox.control.asked import Asked
from bot.sandbox.refusal import ControlError, Json

WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
# Slack's `ts` have ten digits before the point, and programs compare them as text.
EARLIEST = datetime(2010, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
WENT_BACK = "The clock went back. What was done stays done, and messages keep their order."

Mover = Callable[[Asked, datetime], datetime]


def set_clock(asked: Asked) -> Json:
    """Move, stop or start the clock; gives `now`, `frozen`, `moved_seconds`, and a `note` when it went back.

    Raises ControlError, before anything is changed, for what cannot be read or done."""
    clock = asked.world.clock
    before, target = clock.now(), _target(asked)
    if "frozen" in asked.body:
        clock.freeze(asked.flag("frozen"))
    if target is not None:
        clock.set(target)
    asked.world.changes.add("clock")
    moved = (target - before).total_seconds() if target else 0.0
    note = {"note": WENT_BACK} if moved < 0 else {}
    return {"now": clock.now().isoformat(), "frozen": clock.frozen, "moved_seconds": moved, **note}


def _target(asked: Asked) -> datetime | None:
    _check_fields(asked)
    moves = [name for name in MOVES if name in asked.body]
    if not moves:
        return None
    try:
        moment = MOVES[moves[0]](asked, asked.world.clock.now())
    except (OverflowError, ValueError) as error:
        raise _outside() from error
    if not EARLIEST <= moment < LATEST:
        raise _outside()
    return moment


def _check_fields(asked: Asked) -> None:
    unknown = set(asked.body) - {*MOVES, "frozen", "person", "by"}
    if unknown:
        raise ControlError("unknown_field", f"The clock has no {', '.join(sorted(unknown))}. It takes {_ways()}.")
    moves = [name for name in MOVES if name in asked.body]
    if len(moves) > 1:
        raise ControlError("wrong_field", f"One move at a time, not {' and '.join(moves)}.")
    if not moves and "frozen" not in asked.body:
        raise ControlError("missing_field", f"Nothing says how to move the clock. It takes {_ways()}.")


def _ways() -> str:
    return f"one of {', '.join(MOVES)}, and frozen"


def _outside() -> ControlError:
    return ControlError("out_of_range", f"The clock goes from the year {EARLIEST.year} to {LATEST.year - 1}.")


def _to_moment(asked: Asked, _now: datetime) -> datetime:
    text = asked.text("now")
    moment = _read_time(text)
    if moment.tzinfo is None:
        raise ControlError("wrong_field", f"{text!r} lacks its offset from UTC, such as +00:00.")
    return moment.astimezone(UTC)


def _to_local(asked: Asked, _now: datetime) -> datetime:
    fields = _only(asked, "local", "time", "zone")
    text = fields.text("time")
    wall = _read_time(text)
    if wall.tzinfo is not None:
        raise ControlError("wrong_field", f"{text!r} has an offset from UTC; with a zone it must have none.")
    return moment_of(wall, _zone(fields))


def _by_seconds(asked: Asked, now: datetime) -> datetime:
    return now + timedelta(seconds=asked.number("advance_seconds", 0))


def _by_days(asked: Asked, now: datetime) -> datetime:
    fields = _only(asked, "advance_days", "days", "zone")
    zone = _zone(fields)
    return moment_of(wall_time(now, zone) + timedelta(days=_whole(fields)), zone)


def _to_next(asked: Asked, now: datetime) -> datetime:
    fields = _only(asked, "next", "weekday", "at", "zone")
    weekday = fields.text("weekday").lower()
    if weekday not in WEEKDAYS:
        raise ControlError("wrong_field", f"{weekday!r} is no weekday. It is one of {', '.join(WEEKDAYS)}.")
    return next_weekday(now, WEEKDAYS.index(weekday), _time_of_day(fields.text("at")), _zone(fields))


MOVES: dict[str, Mover] = {
    "now": _to_moment,
    "local": _to_local,
    "next": _to_next,
    "advance_seconds": _by_seconds,
    "advance_days": _by_days,
}


def _only(asked: Asked, name: str, *known: str) -> Asked:
    """The object `name` with nothing but the fields `known`."""
    found = asked.object(name)
    unknown = set(found) - set(known)
    if unknown:
        raise ControlError("unknown_field", f"{name!r} has {', '.join(known)}, but no {', '.join(sorted(unknown))}.")
    return Asked(asked.world, found)


def _whole(fields: Asked) -> int:
    days = fields.number("days", 1)
    if days != int(days):
        raise ControlError("wrong_field", "The field 'days' must be a whole number.")
    return int(days)


def _zone(fields: Asked) -> ZoneInfo:
    name = fields.text("zone")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ControlError(
            "unknown_zone", f"{name!r} is no time zone. One is called Europe/Berlin, for example."
        ) from error


def _read_time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ControlError("wrong_field", f"{text!r} is no date and time. One is 2026-12-01T10:00.") from error


def _time_of_day(text: str) -> dates.time:
    try:
        at = dates.time.fromisoformat(text)
    except ValueError as error:
        raise ControlError("wrong_field", f"{text!r} is no time of day. One is 10:00.") from error
    if at.tzinfo is not None:
        raise ControlError("wrong_field", f"{text!r} has an offset from UTC; with a zone it must have none.")
    return at
