"""The desk: what one piece of work stands on, a transaction in one workspace at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.readiness.facts import FactKind, Value
from bot.readiness.numbers import Numbers
from bot.records import facts
from bot.records.tables import FactRow, Pilot


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the bot waits, the model's numbers, and whether pilots may live in channels shared with other companies.

    Settings with these defaults.
    """

    settle: timedelta = timedelta(seconds=8)
    late_reply: timedelta = timedelta(minutes=10)
    verdict_quiet: timedelta = timedelta(seconds=60)
    erase_after: timedelta = timedelta(days=30)
    numbers: Numbers = field(default_factory=Numbers)
    shared_channels: bool = False
    launch_notice_days: int = 21
    nudge_first_working_days: int = 2
    nudge_second_working_days: int = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """One transaction of the workspace ``team`` (Slack's team id) at the moment ``now`` (aware UTC)."""

    session: Session
    team: str
    now: datetime
    pace: Pace

    def note(
        self,
        pilot: Pilot,
        kind: FactKind,
        by: str,
        *,
        group: str = "",
        row: str = "",
        values: Mapping[str, Value] | None = None,
        cites: tuple[str, ...] = (),
        source: str = "click",
    ) -> FactRow:
        """Append a fact about the pilot, known from this moment on."""
        assert pilot.id is not None
        return facts.append(
            self.session,
            self.team,
            pilot.id,
            kind,
            by=by,
            at=self.now,
            group=group,
            row=row,
            values=values,
            cites=cites,
            source=source,
        )
