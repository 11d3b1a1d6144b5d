"""What every rule is given: the record, its state, the numbers; and how a finding is made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.readiness.codes import Code
from bot.readiness.facts import Fact, Record, Value
from bot.readiness.findings import Finding, Weight
from bot.readiness.numbers import Numbers
from bot.readiness.rules import people
from bot.readiness.states import GroupState, State


@dataclass(frozen=True, slots=True)
class Context:
    """A record at the end of a date, and the numbers to judge it by."""

    record: Record
    state: State
    numbers: Numbers

    def group(self, key: str) -> GroupState:
        """The group's state (a key of ``slots.GROUPS``)."""
        return self.state.groups[key]

    def day(self, fact: Fact) -> date:
        """The date in the channel's zone on which the fact became known."""
        return self.record.day(fact.at)

    def finding(
        self,
        weight: Weight,
        code: Code,
        group: str,
        row: str = "",
        slot: str = "",
        *,
        cause: Fact | None = None,
        who: tuple[str, ...] = (),
        since: date | None = None,
        values: Mapping[str, Value] | None = None,
    ) -> Finding:
        """A finding; ``cause`` starts as the group's last save, ``since`` as the cause's date, ``who`` as those who can
        change this place (``people.who_can``)."""
        cause = cause or self.group(group).saved
        began = since or (self.day(cause) if cause else self.record.day(self.record.started_at))
        asked = who or people.who_can(self.state, group, row)
        return Finding(weight, code, group, row, slot, cause, asked, began, values or {})
