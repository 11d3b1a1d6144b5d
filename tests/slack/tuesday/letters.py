"""Letters for tests of pages: what somebody is asked about pilots at a moment, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.readiness.facts import Fact, FactKind, Record
from bot.records.tables import Ask, CheckIn, Letter
from bot.work.checkins.letter_view import Asked, LetterView
from bot.work.view import View
from tests.readiness.pilots import BACKUP, BUILDER, OWNER, record, said
from tests.slack.factories import view

ZONE = "Europe/Berlin"
TUESDAY = date(2026, 11, 24)


def at(day: int, hour: int = 10, minute: int = 0, month: int = 11) -> datetime:
    """An hour in November 2026 where the reader is, as UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def pilot(number: int = 1, name: str = "AP Invoice Coder", of: Record | None = None, **more: Any) -> View:
    """A pilot that is ready, with this id and name."""
    return view(of or record(), read_too=False, id=number, name=name, **more)


def lapsed() -> Fact:
    """The question stayed open."""
    return said(FactKind.CHECKIN_LAPSED, "", TUESDAY, 8, checkin=1, asked={"users": [OWNER, BACKUP, BUILDER]})


def asked(of: View, kind: str = "own", user: str = OWNER, *, newer: bool = False, **more: Any) -> Asked:
    """One thing that is asked. ``more``: of the ask; what belongs to its check-in begins with ``checkin_``."""
    about = {key.removeprefix("checkin_"): value for key, value in more.items() if key.startswith("checkin_")}
    own = {key: value for key, value in more.items() if not key.startswith("checkin_")}
    checkin = _checkin(of, **about) if kind in ("own", "backup", "lead") else None
    facts: dict[str, Any] = {"state": "asked", "key": "1", "due_at": at(24), "checkin": of.id if checkin else None}
    return Asked(Ask(id=of.id, team="T0", user=user, pilot=of.id, kind=kind, **{**facts, **own}), checkin, of, newer)


def _checkin(of: View, **more: Any) -> CheckIn:
    facts: dict[str, Any] = {
        "id": of.id,
        "team": "T0",
        "pilot": of.id,
        "period": "2026-11-24",
        "state": "open",
        "owner": OWNER,
        "asked": OWNER,
        "asked_at": at(24),
        "until": at(27, 17),
        "next_at": at(27, 17),
    }
    return CheckIn(**{**facts, **more})


def confirmed(of: View, minute: int = 4) -> Asked:
    """One that its owner has confirmed."""
    return asked(of, state="answered", answer="mine", fact=1, answered_at=at(24, 10, minute), checkin_fact=1,
                 checkin_state="confirmed", checkin_ended_at=at(24, 10, minute))  # fmt: skip


def stepped(of: View, step: str, **more: Any) -> Asked:
    """The question to the backup or to the lead."""
    user = BACKUP if step == "backup" else BUILDER
    facts: dict[str, Any] = {"checkin_step": step, "checkin_asked": user, "checkin_next_at": at(4, 17, month=12)}
    return asked(of, step, user, **{**facts, **more})


def fact(of: View, code: str, **more: Any) -> Asked:
    """What runs out, by its code."""
    lapse = next(one for one in of.verdict.lapses if one.code == code)
    key = "/".join((lapse.group, lapse.row, lapse.slot, lapse.on.isoformat()))
    return asked(of, "fact", key=key, **more)


def letter(things: Iterable[Asked], *, now: datetime | None = None, first: Mapping[str, Any] | None = None,
           **more: Any) -> LetterView:  # fmt: skip
    """The letter of Tuesday, 24 November, 10:00. ``first``: of the letter that this one reminds of."""
    moment = now or at(24, 10, 5)
    facts: dict[str, Any] = {
        "id": 5,
        "team": "T0",
        "user": OWNER,
        "slot": "2026-11-24",
        "day": TUESDAY,
        "zone": ZONE,
        "written_at": at(24),
        "until": at(27, 17),
        "remind_at": at(26),
    }
    own = Letter(**{**facts, **more})
    reminded = Letter(**{**facts, **first}) if first is not None else own
    today = moment.astimezone(ZoneInfo(ZONE)).date()
    seen = [replace(one, view=replace(one.view, now=moment, today=today)) for one in things]
    return LetterView(own, reminded, seen, moment, today)


def reminder(things: Iterable[Asked], day: int, **first: Any) -> LetterView:
    """A reminder, on a day of November at ten."""
    return letter(things, now=at(day), first=first, id=6, slot=f"2026-11-{day}", day=TUESDAY + timedelta(day - 24),
                  reminds=5, remind_at=None)  # fmt: skip


def several(number: int, names: Sequence[str] = ()) -> list[View]:
    """So many pilots."""
    return [pilot(at, names[(at - 1) % len(names)] if names else f"Pilot {at}") for at in range(1, number + 1)]
