"""Facts: what became known about a pilot, who said it and when. Nothing is overwritten, everything is appended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

Value = str | int | Mapping[str, Any] | None
"""A slot's value as it is kept: text, a user id, an ISO date, a choice or a word such as ``managed`` are strings;
counts and days are integers; *who* is ``{"user": id}``, ``{"users": [id, …]}`` or ``{"rota": text}``; None is "left
empty"."""


class FactKind(StrEnum):
    """Every kind of fact. ``values`` per kind stands in the comment."""

    SAVED = "saved"  # slots of a group (row == "") or of one row: slot -> Value; merged slot by slot over earlier saves
    REMOVED = "removed"  # a row of a group
    NOT_YET = "not_yet"  # group answered "Not yet": {"who": user id | None, "by_when": ISO date | None}
    TO_CONFIRM = (
        "to_confirm"  # an edited message now reads otherwise: slot -> the new reading; not yes until saved again
    )
    WITHDRAWN = "withdrawn"  # a deleted message was the only source of these slots: slot -> None
    UNDONE = "undone"  # {"fact": id of the save that was undone}
    THIN = "thin"  # both follow-ups of a conversation are used up
    ACCEPTED = "accepted"  # by is the person: {"role": "owner" | "backup" | "reviewer"}
    DECLINED = (
        "declined"  # by is the person: {"role": …, "reason": text | None, "may_stop": "no" (reviewer who may not)}
    )
    GIVEN = (
        "given"  # somebody gave the reviewer the right to stop it: {"role": "reviewer"}; the reviewer still confirms
    )
    AGREED = "agreed"  # by agrees that nothing needs to replace it (group replacement)
    MEMBER = "member"  # {"user": id, "state": MemberState}: what an account is from this moment on
    CHECKIN_LAPSED = "checkin_lapsed"  # {"checkin": id, "asked": {"users": [ids, in turn]}}
    CHECKIN_CONFIRMED = "checkin_confirmed"  # by is the owner: {"checkin": id}
    OFFERED = "offered"  # the owner's place is offered: {"user": id of who is to take it over}
    OFFER_ENDED = "offer_ended"  # {"offer": fact id, "how": accepted | declined | expired | withdrawn | left, "reason"}
    CHANGED = "changed"  # "something changed", or a commit reported by CI: {"what": text}
    NOTHING_CHANGED = "nothing_changed"
    LIVE = "live"
    SHIPPED_ANYWAY = "shipped_anyway"  # {"why": text, "until": ISO date, "second": user id}
    SECONDED = "seconded"  # by agrees to the shipped_anyway before it
    RETIRED = "retired"  # {"why": text}, where a reason was given
    REOPENED = "reopened"
    RENAMED = "renamed"  # {"from": text, "to": text}
    DETAILS = "details"  # {"purpose": text}: what it is for; nothing is judged by it
    MOVED = "moved"  # {"from": channel id, "to": channel id}
    LEAD = "lead"  # {"user": id}
    LAUNCH = "launch"  # {"on": ISO date | None}
    INCIDENT = "incident"  # {"what": text, "since": ISO date, "light": text}


class MemberState(StrEnum):
    """What a Slack account is. Only ``active`` (a full member of the workspace) can hold a role."""

    ACTIVE = "active"
    GUEST = "guest"
    EXTERNAL = "external"
    BOT = "bot"
    INACTIVE = "inactive"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that became known.

    ``at`` is aware UTC, ``by`` a Slack user id ("" for the bot), ``group`` a key of ``slots.GROUPS`` or "", ``row`` a
    row id or "", ``cites`` the ts of the thread messages it was read from (empty: typed in a form), ``id`` orders facts
    of one moment and names the fact in ``undone``.
    """

    at: datetime
    by: str
    kind: FactKind
    group: str = ""
    row: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    cites: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known about one pilot: its facts (any order), the channel's zone (IANA name), the lead's user id and
    the moment the pilot was started (aware UTC)."""

    facts: tuple[Fact, ...]
    zone: str
    lead: str
    started_at: datetime

    def end_of(self, on: date) -> datetime:
        """The last moment (exclusive, aware UTC) of the date ``on`` in the channel's zone."""
        return datetime.combine(on + timedelta(days=1), time(), ZoneInfo(self.zone)).astimezone(UTC)

    def start_of(self, on: date) -> datetime:
        """The first moment (aware UTC) of the date ``on`` in the channel's zone."""
        return self.end_of(on - timedelta(days=1))

    def day(self, at: datetime) -> date:
        """The date in the channel's zone of the moment ``at``."""
        return at.astimezone(ZoneInfo(self.zone)).date()
