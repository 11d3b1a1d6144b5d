"""Going live, and *shipped anyway*: recorded with who, why and until when, and agreed by a second person."""

from __future__ import annotations

from datetime import date, timedelta

from bot.readiness.facts import Fact, FactKind
from bot.records.tables import Pilot
from bot.work import people, say
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result
from bot.work.verdicts import judged
from bot.work.views import current, record_of


def ship(desk: Desk, pilot: Pilot, by: str) -> Result:
    """Mark the pilot live. While it is not ready, ``needs_decision`` asks for the form instead."""
    if not judged(desk, pilot).ready:
        return Refusal("needs_decision")
    fact = desk.note(pilot, FactKind.LIVE, by)
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    after_change(desk, pilot)
    return Done("live")


def ship_anyway(desk: Desk, pilot: Pilot, by: str, decider: str, why: str, until: date, second: str) -> Result:
    """Record that it ships without being ready: it counts once the second person agrees by their own click."""
    wrong = wrong_decision(desk, pilot, decider, why, until, second)
    if wrong is not None:
        return wrong
    values = {"why": why, "until": until.isoformat(), "second": second, "decider": decider}
    fact = desk.note(pilot, FactKind.SHIPPED_ANYWAY, by, values=values, source="form")
    say.in_thread(desk, pilot, "shipped_anyway", str(fact.id))
    after_change(desk, pilot)
    return Done("second_asked", {"user": second})


def wrong_decision(desk: Desk, pilot: Pilot, decider: str, why: str, until: date, second: str) -> Refusal | None:
    """Why the decision cannot be taken so; ``values["slot"]`` names the field."""
    record = record_of(desk, pilot)
    today = record.day(desk.now)
    most = desk.pace.numbers.shipped_anyway_max_days
    if not why.strip():
        return Refusal("why_missing", {"slot": "why"})
    if not today < until <= today + timedelta(days=most):
        return Refusal("until_out_of_range", {"slot": "until", "days": most, "last": today + timedelta(days=most)})
    if second == decider:
        return Refusal("second_is_decider", {"slot": "second", "user": second})
    if second == current(desk, record).builder_user:
        return Refusal("second_is_builder", {"slot": "second", "user": second})
    if people.state_of(desk, second) is not people.FULL:
        return Refusal("role_needs_member", {"slot": "second", "user": second, "role": "second"})
    return None


def agree(desk: Desk, pilot: Pilot, by: str, fact_id: int) -> Result:
    """The second person agrees to *shipped anyway* by their own click."""
    record = record_of(desk, pilot)
    decision = pending(record.facts, fact_id)
    if decision is None:
        return Refusal("question_closed", {"role": "second", "holder": ""})
    if decision.values.get("second") != by or by == current(desk, record).builder_user:
        return Refusal(
            "only_the_person_asked", {"user": decision.values.get("second"), "since": record.day(decision.at)}
        )
    desk.note(pilot, FactKind.SECONDED, by, values={"fact": fact_id})
    desk.note(pilot, FactKind.LIVE, by)
    say.in_thread(desk, pilot, "shipped_anyway", str(fact_id))
    after_change(desk, pilot)
    return Done("seconded")


def pending(facts: tuple[Fact, ...], fact_id: int) -> Fact | None:
    """The decision with this id that nobody has agreed to yet."""
    agreed = {fact.values.get("fact") for fact in facts if fact.kind is FactKind.SECONDED}
    for fact in facts:
        if fact.id == fact_id and fact.kind is FactKind.SHIPPED_ANYWAY and fact.id not in agreed:
            return fact
    return None
