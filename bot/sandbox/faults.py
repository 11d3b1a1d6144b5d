"""Faults on request, reproducible by their seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusal import ControlError, Json

KINDS = ("429", "500", "reset", "lost", "delay")


@dataclass
class Fault:
    """One fault about to happen to a call; `seconds` is a delay or the `Retry-After`."""

    kind: str
    seconds: float = 0.0


@dataclass
class CallRule:
    """When calls of a method fail: by a script used up in order, or with a probability, at most `times`."""

    method: str = "*"
    kind: str = "ok"
    probability: float = 1.0
    times: int | None = None
    seconds: float = 0.0
    retry_after: int = 1
    script: list[str] | None = None
    struck: int = 0

    def strike(self, method: str, rng: random.Random) -> Fault | None:
        """The fault this rule gives this call, if any."""
        if self.method not in ("*", method):
            return None
        kind = self._scripted() if self.script is not None else self._drawn(rng)
        if kind == "ok":
            return None
        self.struck += 1
        return Fault(kind, float(self.retry_after) if kind == "429" else self.seconds)

    def _scripted(self) -> str:
        return self.script.pop(0) if self.script else "ok"

    def _drawn(self, rng: random.Random) -> str:
        drawn = rng.random() < self.probability
        over = self.times is not None and self.struck >= self.times
        return self.kind if drawn and not over else "ok"


@dataclass
class EventFaults:
    """What happens to events on their way: copies, disorder, broken connections."""

    copies: int = 1
    shuffle: int = 0
    shuffle_seconds: float = 0.05
    drop_socket: float = 0.0
    close_socket: float = 0.0
    socket_times: int | None = None
    struck: int = 0


@dataclass
class Faults:
    """The rules in force; calls and events draw from two generators, so that one does not disturb the other."""

    seed: int = 0
    calls: list[CallRule] = field(default_factory=list)
    events: EventFaults = field(default_factory=EventFaults)

    def __post_init__(self) -> None:
        self._sow()

    def _sow(self) -> None:
        self._call_rng = random.Random(f"calls {self.seed}")
        self.event_rng = random.Random(f"events {self.seed}")

    def take(self, described: Json) -> None:
        """Replace all rules by those described; raises ControlError when they make no sense."""
        unknown = set(described) - {"seed", "calls", "events"}
        if unknown:
            raise ControlError("unknown_fault", f"Unknown: {', '.join(sorted(unknown))}.")
        self.calls = [_call_rule(row) for row in described.get("calls", [])]
        self.events = _made(EventFaults, described.get("events", {}))
        self.seed = int(described.get("seed", 0))
        self._sow()

    def for_call(self, method: str) -> Fault | None:
        """The fault for this call; the first rule that strikes wins."""
        for rule in self.calls:
            fault = rule.strike(method, self._call_rng)
            if fault:
                return fault
        return None

    def for_socket(self) -> str:
        """What ends a connection instead of letting it carry the next envelope: `drop`, `close`, or "" for nothing."""
        rules = self.events
        over = rules.socket_times is not None and rules.struck >= rules.socket_times
        if over or not (rules.drop_socket or rules.close_socket):
            return ""
        drawn = self.event_rng.random()
        if drawn >= rules.drop_socket + rules.close_socket:
            return ""
        rules.struck += 1
        return "drop" if drawn < rules.drop_socket else "close"

    def shown(self) -> Json:
        """The rules in force as JSON, with how often each struck."""
        return {"seed": self.seed, "calls": [vars(rule) for rule in self.calls], "events": vars(self.events)}


def _made(kind: Callable[..., Any], row: Json) -> Any:
    try:
        return kind(**row)
    except TypeError as error:
        raise ControlError("unknown_fault", str(error)) from error


def _call_rule(row: Json) -> CallRule:
    rule: CallRule = _made(CallRule, {**row, "script": list(row["script"])} if row.get("script") is not None else row)
    named = set(rule.script) - {"ok"} if rule.script is not None else {rule.kind}
    if not named <= set(KINDS):
        raise ControlError("unknown_fault", f"A fault is one of {', '.join(KINDS)}, not {', '.join(sorted(named))}.")
    return rule
