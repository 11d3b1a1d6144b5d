"""What runs out by time alone: the day, and what is found before and from that day (MODEL: What lapses)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.readiness.codes import Code
from bot.readiness.facts import Fact, Value
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules import people
from bot.readiness.rules.context import Context
from bot.readiness.values import shifted


@dataclass(frozen=True, slots=True)
class Expiry:
    """A fact that counts until the day before ``on`` (channel's zone).

    ``begins`` is where its life is counted from, ``known`` the day on which the last of its facts became known.
    """

    on: date
    begins: date
    known: date
    code: Code
    group: str
    row: str
    slot: str
    cause: Fact
    who: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def weight(self) -> Weight:
        """Once over: lapsed where it still held on the day it became known, else refused."""
        return Weight.LAPSED if self.known < self.on else Weight.REFUSED

    def warns_from(self, days: int) -> date:
        """The day its warning begins: ``days`` before its end, or a third of its life where that is less."""
        life = max((self.on - self.begins).days, 0)
        return shifted(self.on, -min(days, life // 3))


def over(expiries: Iterable[Expiry], on: date, context: Context) -> list[Finding]:
    """The findings for what has run out by ``on``."""
    return [
        context.finding(
            expiry.weight,
            expiry.code,
            expiry.group,
            expiry.row,
            expiry.slot,
            cause=expiry.cause,
            who=who(expiry, context),
            since=max(expiry.on, expiry.known),
            values=expiry.values,
        )
        for expiry in expiries
        if expiry.on <= on
    ]


def soon(expiries: Iterable[Expiry], on: date, context: Context) -> list[Finding]:
    """The warnings for what is about to run out."""
    return [
        context.finding(
            Weight.WARNING,
            Code.RUNS_OUT,
            expiry.group,
            expiry.row,
            expiry.slot,
            cause=expiry.cause,
            who=who(expiry, context),
            since=expiry.warns_from(context.numbers.warning_days),
            values={**expiry.values, "on": expiry.on.isoformat(), "code": expiry.code.value},
        )
        for expiry in expiries
        if expiry.warns_from(context.numbers.warning_days) <= on < expiry.on
    ]


def who(expiry: Expiry, context: Context) -> tuple[str, ...]:
    """Who can renew it: the active people it names, else those who can change the place."""
    named = tuple(user for user in expiry.who if context.state.is_active(user))
    return named or people.who_can(context.state, expiry.group, expiry.row)
