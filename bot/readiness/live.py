"""Whether a pilot is live, retired, or shipped anyway (MODEL: The verdict). None of this changes a gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.readiness.facts import Fact, FactKind, Record
from bot.readiness.fold import standing
from bot.readiness.numbers import Numbers
from bot.readiness.state import state_of
from bot.readiness.values import day, shifted, text


@dataclass(frozen=True, slots=True)
class ShippedAnyway:
    """A decision to ship a pilot that was not ready. ``fact.by`` decided; ``until`` is its last day (channel's zone);
    ``second`` the user id of who has to agree, ``seconded`` their click."""

    fact: Fact
    why: str
    until: date
    second: str
    seconded: Fact | None = None

    def holds(self, on: date) -> bool:
        """Whether it was agreed and has not ended on the date."""
        return self.seconded is not None and on <= self.until


@dataclass(frozen=True, slots=True)
class Life:
    """What a pilot is beside its verdict: since when it is live, retired, and the latest decision to ship it anyway."""

    live: Fact | None = None
    retired: Fact | None = None
    shipped_anyway: ShippedAnyway | None = None

    @property
    def is_live(self) -> bool:
        return self.live is not None and self.retired is None


def life_of(record: Record, until: datetime, numbers: Numbers) -> Life:
    """What the pilot is by the facts known before ``until`` (aware UTC, exclusive)."""
    known = sorted((fact for fact in record.facts if fact.at < until), key=lambda fact: (fact.at, fact.id))
    facts = standing(known)
    ends = [fact for fact in facts if fact.kind in (FactKind.RETIRED, FactKind.REOPENED)]
    retired = ends[-1] if ends and ends[-1].kind is FactKind.RETIRED else None
    builder = state_of(record, until).builder_user
    return Life(_last(facts, FactKind.LIVE), retired, _shipped_anyway(record, facts, builder, numbers))


def _last(facts: tuple[Fact, ...], kind: FactKind) -> Fact | None:
    return next((fact for fact in reversed(facts) if fact.kind is kind), None)


def _shipped_anyway(record: Record, facts: tuple[Fact, ...], builder: str, numbers: Numbers) -> ShippedAnyway | None:
    """The latest decision; one without an end ends on its own day, a longer one when the model says."""
    fact = _last(facts, FactKind.SHIPPED_ANYWAY)
    if fact is None:
        return None
    said = record.day(fact.at)
    latest = shifted(said, numbers.shipped_anyway_max_days)
    ends = min(day(fact.values.get("until")) or said, latest)
    second = text(fact.values.get("second"))
    seconded = _seconded(facts, fact, second) if second not in ("", builder, fact.by) else None
    return ShippedAnyway(fact, text(fact.values.get("why")), ends, second, seconded)


def _seconded(facts: tuple[Fact, ...], decision: Fact, second: str) -> Fact | None:
    """The own click of the second person, after the decision."""
    later = facts[facts.index(decision) + 1 :]
    return next((fact for fact in later if fact.kind is FactKind.SECONDED and fact.by == second), None)
