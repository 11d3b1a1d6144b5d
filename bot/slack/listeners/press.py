"""A button pressed, and what a button is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.records.tables import Pilot
from bot.slack.outcome import Outcome
from bot.work.authority import may_answer
from bot.work.desk import Desk
from bot.work.results import Refusal

Check = Callable[..., Refusal | None]


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: on which pilot, by whom, with which arguments (``""`` where one is missing)."""

    desk: Desk
    pilot: Pilot
    user: str
    args: list[str]

    def arg(self, index: int = 0) -> str:
        return self.args[index] if index < len(self.args) else ""


@dataclass(frozen=True, slots=True)
class Button:
    """What a button does, and who may press it (None: decided by the work itself)."""

    does: Callable[[Press], Outcome]
    may: Check | None = may_answer
