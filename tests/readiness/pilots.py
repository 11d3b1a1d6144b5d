"""The smallest sound pilot, and ways to change it: what the tests of the rules start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.readiness.facts import Fact, FactKind, MemberState, Record, Value
from bot.readiness.findings import Finding, Verdict
from bot.readiness.verdict import verdict

ZONE = "Europe/Berlin"
SAVED = date(2026, 11, 2)
TODAY = date(2026, 11, 24)
BUILDER, OWNER, BACKUP, REVIEWER, OTHER = "UBUILDER", "UOWNER", "UBACKUP", "UREVIEWER", "UOTHER"
GUEST, STRANGER = "UGUEST", "USTRANGER"

Place = tuple[str, str, str]
"""Group, row ("" for the group's own slots), slot."""

GONE = object()
"""In a change: the slot was never saved."""

SOUND: Mapping[Place, Any] = {
    ("ownership", "", "owner"): OWNER,
    ("ownership", "", "backup"): BACKUP,
    ("ownership", "", "cover_hours"): "Weekdays 8 to 18, #alarms",
    ("ownership", "", "cover_off_hours"): "The duty phone",
    ("dependencies", "d1", "kind"): "data",
    ("dependencies", "d1", "name"): "Bookings table",
    ("dependencies", "d1", "stability"): "internal",
    ("dependencies", "d1", "by_hand"): "no",
    ("dependencies", "d2", "kind"): "model",
    ("dependencies", "d2", "name"): "The planner's model",
    ("dependencies", "d2", "stability"): "internal",
    ("dependencies", "d2", "version"): "m-small-2026-05",
    ("dependencies", "d2", "pinned"): "yes",
    ("dependencies", "d2", "retires_on"): "none_announced",
    ("dependencies", "d3", "kind"): "credential",
    ("dependencies", "d3", "name"): "rota-svc",
    ("dependencies", "d3", "stability"): "internal",
    ("dependencies", "d3", "rotated_on"): "managed",
    ("failure", "", "plan"): "The rota runbook",
    ("failure", "f1", "loudness"): "quiet",
    ("failure", "f1", "what"): "A double shift",
    ("failure", "f1", "signal"): "person_checks_on_schedule",
    ("failure", "f1", "first_action"): "Correct the rota",
    ("failure", "f1", "who"): {"user": OWNER},
    ("review", "", "reviewer"): REVIEWER,
    ("review", "", "share"): 15,
    ("review", "", "every"): "week",
    ("review", "", "last_on"): "2026-11-01",
    ("replacement", "", "path"): "Plan by hand in the old sheet",
    ("replacement", "", "who"): {"rota": "Team leads"},
    ("replacement", "", "trigger"): "After half a day",
    ("replacement", "", "tried_on"): "2026-08-06",
    ("playbook", "", "detection"): "The Monday sample",
    ("playbook", "", "audit"): "The planner's log",
    ("playbook", "", "retention_days"): 90,
    ("playbook", "", "sanitisation"): "Restore the last good rota",
    ("playbook", "", "look_back_days"): 30,
    ("playbook", "", "look_back_reason"): "Wages are paid monthly",
    ("access", "d1", "account"): "service_limited",
    ("access", "d1", "logged"): "yes",
    ("access", "d1", "checked"): "yes",
    ("access", "d2", "account"): "service_limited",
    ("access", "d2", "logged"): "yes",
    ("access", "d2", "checked"): "yes",
    ("access", "destination", "account"): "service_limited",
    ("access", "destination", "logged"): "yes",
    ("access", "destination", "checked"): "yes",
    ("tests", "", "where"): "rota/planner tests/",
    ("tests", "", "in_version_control"): "yes",
    ("tests", "", "good"): 60,
    ("tests", "", "bad"): 30,
    ("tests", "", "starts_on"): "every_change",
    ("tests", "", "last_run"): "https://ci.example.com/rota/77",
    ("tests", "", "last_run_on"): "2026-11-02",
    ("agnostic", "d1", "setting"): "BOOKINGS_URL",
    ("agnostic", "d2", "setting"): "MODEL_ID",
    ("agnostic", "d3", "setting"): "SECRET_PATH",
    ("agnostic", "destination", "setting"): "ROTA_TABLE",
}


def moment(on: date | str, hour: int = 12) -> datetime:
    """The hour of a date in the pilot's zone, as UTC."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    return datetime.combine(day, time(hour), ZoneInfo(ZONE)).astimezone(UTC)


def saved(
    group: str, values: Mapping[str, Value], row: str = "", on: date | str = SAVED, by: str = BUILDER, **more: Any
) -> Fact:
    """A save at noon."""
    return Fact(moment(on), by, FactKind.SAVED, group, row, values, **more)


def said(kind: FactKind, by: str, on: date | str = SAVED, hour: int = 13, group: str = "", **values: Value) -> Fact:
    """A click of somebody (or a fact of the bot's, by ""), an hour after the saves of its day."""
    return Fact(moment(on, hour), by, kind, group, values=values)


def accepted(role: str, by: str, on: date | str = SAVED, hour: int = 13) -> Fact:
    """Somebody's own yes to a role."""
    return said(FactKind.ACCEPTED, by, on, hour, role=role)


def member(user: str, state: MemberState = MemberState.ACTIVE, on: date | str = SAVED, hour: int = 9) -> Fact:
    """What an account is from then on."""
    return said(FactKind.MEMBER, "", on, hour, user=user, state=state.value)


MEMBERS = (
    *(member(user) for user in (BUILDER, OWNER, BACKUP, REVIEWER, OTHER)),
    member(GUEST, MemberState.GUEST),
)
CLICKS = (accepted("owner", OWNER), accepted("backup", BACKUP), accepted("reviewer", REVIEWER))


def saves(slots: Mapping[Place, Any], on: date | str = SAVED) -> list[Fact]:
    """The slots as saves, one for each row."""
    rows: dict[tuple[str, str], dict[str, Value]] = {}
    for (group, row, slot), value in slots.items():
        if value is not GONE:
            rows.setdefault((group, row), {})[slot] = value
    return [saved(group, values, row, on) for (group, row), values in rows.items()]


def record(
    changes: Mapping[Place, Any] | None = None, more: Iterable[Fact] = (), clicks: Iterable[Fact] = CLICKS
) -> Record:
    """The smallest sound pilot with other values in the places named, and with more facts."""
    facts = [*MEMBERS, *saves({**SOUND, **(changes or {})}), *clicks, *more]
    return Record(tuple(facts), ZONE, BUILDER, moment(SAVED, 8))


def judged(
    changes: Mapping[Place, Any] | None = None,
    more: Iterable[Fact] = (),
    on: date | str = TODAY,
    clicks: Iterable[Fact] = CLICKS,
) -> Verdict:
    """The verdict on that pilot."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    return verdict(record(changes, more, clicks), day)


def codes(findings: Iterable[Finding]) -> set[str]:
    """The codes; what is missing with its slot ("missing:backup"), what is refused or lapsed without."""
    return {f"{found.code}:{found.slot}" if found.code == "missing" else str(found.code) for found in findings}


def days_after(on: date | str, days: int) -> date:
    """The date so many days later."""
    return (date.fromisoformat(on) if isinstance(on, str) else on) + timedelta(days=days)
