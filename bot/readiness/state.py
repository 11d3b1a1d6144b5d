"""The state of a record at a moment: its facts folded into what stands now."""

from __future__ import annotations

from datetime import datetime

from bot.readiness.expected import counted_rows, expected_rows
from bot.readiness.facts import Record
from bot.readiness.fold import fold
from bot.readiness.states import GroupState, Held, Member, RowState, State

__all__ = ["GroupState", "Held", "Member", "RowState", "State", "counted_rows", "expected_rows", "state_of"]


def state_of(record: Record, until: datetime) -> State:
    """The state that follows from all facts known before ``until`` (aware UTC, exclusive)."""
    return fold(record, until)
