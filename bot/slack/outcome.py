"""What a command, a click or a submission comes to, and how that reaches the person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.slack.pages.blocks import Message
from bot.work.desk import Desk
from bot.work.results import Done, Refusal


@dataclass(frozen=True, slots=True)
class Shows:
    """A page for the person alone, made after the commit."""

    page: Callable[[Desk], Message]


@dataclass(frozen=True, slots=True)
class Opens:
    """A form for the person: its callback id, the pilot it is about (None: none), and what else it is to know."""

    form: str
    pilot: int | None = None
    row: str = ""
    kind: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)


Outcome = Done | Refusal | Shows | Opens
