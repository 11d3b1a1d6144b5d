"""Boring: since when a live pilot has been quiet (EXPERIENCE: Tuesdays, *Boring*)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.readiness.facts import Fact, FactKind, Record
from bot.readiness.findings import GateAnswer, Verdict
from bot.readiness.fold import standing
from bot.readiness.live import life_of
from bot.readiness.numbers import Numbers
from bot.readiness.verdict import verdict

QUIET_WEEKS = 13
"""So many quiet weeks are said once in the thread."""

FORGIVEN_DAYS = 7
"""A fact that is renewed within so many days of its lapse has not lapsed in the sense of this count."""

DAY = timedelta(days=1)


def quiet_since(record: Record, until: datetime, numbers: Numbers) -> date | None:
    """The day (channel's zone) since which the pilot has been live without a lapse, a hand-over or an incident, by the
    facts known before ``until`` (aware UTC, exclusive); None while it is not live, or retired.

    While a gate is lapsed for longer than ``FORGIVEN_DAYS`` it is the last day before ``until``.
    """
    life = life_of(record, until, numbers)
    if life.live is None or life.retired:
        return None
    known = replace(record, facts=tuple(fact for fact in record.facts if fact.at < until))
    facts = standing(sorted(known.facts, key=lambda fact: (fact.at, fact.id)))
    live, last = record.day(life.live.at), record.day(until - DAY.resolution)
    breaks = [record.day(fact.at) for fact in _breaks(facts)]
    return max([live, *breaks, *_lapse_ends(known, live, last, numbers)])


def _breaks(facts: tuple[Fact, ...]) -> list[Fact]:
    """Incidents, hand-overs, and the return of a pilot that was retired."""
    loud = (FactKind.INCIDENT, FactKind.REOPENED)
    return [*(fact for fact in facts if fact.kind in loud), *_handovers(facts)]


def _handovers(facts: tuple[Fact, ...]) -> list[Fact]:
    """Every acceptance by another owner than the one before; the first owner takes it over from nobody."""
    kind, role = FactKind.ACCEPTED, "owner"
    owners = [fact for fact in facts if fact.kind is kind and fact.values.get("role") == role]
    return [*owners[:1], *(fact for before, fact in pairwise(owners) if fact.by != before.by)]


def _lapse_ends(record: Record, first: date, last: date, numbers: Numbers) -> Iterator[date]:
    """For each gate that lapsed between the days and stayed so for too long: the day on which it was met again, or
    ``last``."""
    lapsed: dict[str, date] = {}
    for found in _turns(record, first, last, numbers):
        answers = {gate.key: gate.answer for gate in found.gates}
        yield from (found.on for began in _renewed(lapsed, answers) if (found.on - began).days > FORGIVEN_DAYS)
        lapsed = _still_lapsed(lapsed, answers, found.on)
    if any((last - began).days >= FORGIVEN_DAYS for began in lapsed.values()):
        yield last


def _renewed(lapsed: Mapping[str, date], answers: Mapping[str, GateAnswer]) -> list[date]:
    return [began for key, began in lapsed.items() if answers[key] is GateAnswer.YES]


def _still_lapsed(lapsed: Mapping[str, date], answers: Mapping[str, GateAnswer], on: date) -> dict[str, date]:
    """Since when each gate is lapsed; one that is refused after its lapse has not been renewed."""
    kept = {key: began for key, began in lapsed.items() if answers[key] is not GateAnswer.YES}
    return {key: on for key, answer in answers.items() if answer is GateAnswer.LAPSED} | kept


def _turns(record: Record, first: date, last: date, numbers: Numbers) -> Iterator[Verdict]:
    """The verdicts of the days on which an answer can turn: the first, those with facts, those on which something runs
    out. On all days between two of them the answers are those of the earlier."""
    known = {record.day(fact.at) for fact in record.facts}
    day = first
    while day <= last:
        found = verdict(record, day, numbers)
        yield found
        days = known | {lapse.on for lapse in found.lapses}
        day = min((later for later in days if later > day), default=last + DAY)
