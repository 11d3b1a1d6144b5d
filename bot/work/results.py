"""What a piece of work gives back: done, or refused with a reason that a page can say in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing was changed. ``code`` names the sentence (``slack/pages/refusals.py``), ``values`` fill it."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def of(self, pilot: int | None) -> Refusal:
        """The same about the pilot with this number, unless it speaks of one: the page can say how that stands."""
        known = pilot is None or isinstance(self.values.get("pilot"), int)
        return self if known else Refusal(self.code, {**self.values, "pilot": pilot})


@dataclass(frozen=True, slots=True)
class Done:
    """It is stored. ``code`` names the sentence for the person ("" : the thread says it), ``values`` fill it."""

    code: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


Result = Done | Refusal
