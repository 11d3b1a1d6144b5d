"""What the rules give back: findings, states of conversations and gates, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.readiness.facts import Fact, Value


class Weight(StrEnum):
    """What a finding does: the first four block, a warning never does."""

    NOT_YET = "not_yet"  # answered "Not yet"
    MISSING = "missing"  # empty after being saved, not accepted, to confirm
    REFUSED = "refused"  # a rule says no to what is saved
    LAPSED = "lapsed"  # it held when its facts became known; time has passed since
    WARNING = "warning"  # worth knowing, or about to lapse


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth knowing.

    ``code`` is a stable key for the words (for example ``reviewer_is_builder``; a missing slot has the code
    ``missing``), ``who`` the user ids who can change it (first the one to ask), ``cause`` the fact that made it so
    (None: nothing was saved), ``since`` the date in the channel's zone, ``values`` what the sentence needs (dates as
    ISO strings).
    """

    weight: Weight
    code: str
    group: str
    row: str = ""
    slot: str = ""
    cause: Fact | None = None
    who: tuple[str, ...] = ()
    since: date | None = None
    values: Mapping[str, Value] = field(default_factory=dict)


class ConversationStatus(StrEnum):
    OPEN = "open"
    THIN = "thin"
    SOUND = "sound"
    LAPSED = "lapsed"


class GateAnswer(StrEnum):
    YES = "yes"
    NO = "no"
    LAPSED = "lapsed"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class ConversationState:
    """A conversation (or, for gates 4 to 7, the form that feeds them) on a date.

    ``saved``: something was saved, or it was answered *Not yet*.
    """

    key: str
    status: ConversationStatus
    saved: bool
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class GateState:
    """A gate on a date: number 1 to 7, key, answer, what blocks it and since when it is not yes (None while yes)."""

    number: int
    key: str
    answer: GateAnswer
    findings: tuple[Finding, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Lapse:
    """Something that will run out: on this date ``gate`` stops being yes. ``who`` can renew it, the first to ask first;
    they are warned from ``warns`` on."""

    on: date
    warns: date
    gate: str
    group: str
    row: str
    slot: str
    code: str
    who: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on a date: ready if and only if all seven gates are yes."""

    on: date
    gates: tuple[GateState, ...]
    feeds: Mapping[str, ConversationState]  # by group key: the five conversations and the four gate forms
    warnings: tuple[Finding, ...] = ()
    lapses: tuple[Lapse, ...] = ()  # what will run out by time alone, soonest first

    @property
    def ready(self) -> bool:
        return all(gate.answer is GateAnswer.YES for gate in self.gates)

    @property
    def blockers(self) -> tuple[GateState, ...]:
        return tuple(gate for gate in self.gates if gate.answer is not GateAnswer.YES)

    def gate(self, key: str) -> GateState:
        return next(gate for gate in self.gates if gate.key == key)
