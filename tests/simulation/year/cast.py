"""The pilots of a year: who leads, owns and stands behind each, and what is on its record when it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from tests.readiness.pilots import SOUND, Place
from tests.simulation.year.places import Place as Channel
from tests.simulation.year.places import place_of, users

BEGIN = datetime(2027, 1, 4, 6, tzinfo=UTC)
"""A Monday; the year that follows has both changes of both kinds of summer time."""


@dataclass(frozen=True, slots=True)
class Role:
    """A pilot as it is begun. ``sound``: everything is on record; else it stays not ready. ``live_after``: days until
    the lead says that it is live, None for never."""

    number: int
    name: str
    channel: Channel
    lead: str
    owner: str
    backup: str
    reviewer: str
    sound: bool
    live_after: int | None
    begins: datetime

    def slots(self, on: date) -> Mapping[Place, Any]:
        """What is saved on the day it begins."""
        people = {("ownership", "", "owner"): self.owner, ("ownership", "", "backup"): self.backup}
        dated = {
            ("review", "", "reviewer"): self.reviewer,
            ("review", "", "last_on"): _iso(on, 2),
            ("replacement", "", "tried_on"): _iso(on, 30 + self.number % 5 * 60),
            ("tests", "", "last_run_on"): _iso(on, 1),
            ("failure", "f1", "who"): {"user": self.owner},
            ("dependencies", "d3", "rotated_on"): "managed" if self.number % 3 else _iso(on, 20),
        }
        unsound = {} if self.sound else {("tests", "", "bad"): 0}
        return {**SOUND, **people, **dated, **unsound}


def cast(seed: int, pilots: int) -> list[Role]:
    """The pilots of a seed; about two for each owner."""
    random = Random(f"cast {seed}")
    everybody = users(how_many_people(pilots))
    return [_role(random, number, everybody) for number in range(pilots)]


def how_many_people(pilots: int) -> int:
    """People of a year with so many pilots."""
    return max(8, pilots * 3 // 5)


def _role(random: Random, number: int, everybody: list[str]) -> Role:
    owner, backup, reviewer, lead = random.sample(everybody, 4)
    begins = BEGIN + timedelta(days=number % 10, hours=number % 7, minutes=number)
    live = random.choice([7, 20, 45, 80, None])
    name = f"Pilot {number:02}"
    channel = place_of(number)
    return Role(number, name, channel, lead, owner, backup, reviewer, random.random() < 0.8, live, begins)


def _iso(on: date, days_before: int) -> str:
    return (on - timedelta(days=days_before)).isoformat()
