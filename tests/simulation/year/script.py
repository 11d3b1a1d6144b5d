"""What befalls a year, by its seed: hand-overs, people who leave, come back, move or are away, and the bot's falls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tests.simulation.year.cast import BEGIN, Role, how_many_people
from tests.simulation.year.places import ZONES, users

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
QUIET_WEEKS = 3
"""At the beginning nothing happens but the pilots' start."""
OFTEN = (
    ("owner", 0.9),
    ("leaves", 0.35),
    ("moves", 0.4),
    ("away", 1.2),
    ("away", 0.6),
    ("incident", 0.3),
    ("checkin", 0.4),
    ("retire", 0.1),
)
"""How often it happens in a week with fifty pilots."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens: ``what`` to or by ``who``, about a pilot (its name, or "")."""

    at: datetime
    what: str
    who: str = ""
    pilot: str = ""
    how: str = ""
    until: datetime | None = None


def script(seed: int, roles: list[Role], days: int) -> list[Event]:
    """Everything that befalls a year."""
    random = Random(f"script {seed}")
    weeks = range(QUIET_WEEKS, days // 7)
    events = [event for week in weeks for event in _week(random, BEGIN + week * WEEK, roles)]
    ships = [Event(role.begins + role.live_after * DAY + timedelta(hours=3), "ship", role.lead, role.name)
             for role in roles if role.live_after is not None]  # fmt: skip
    end = BEGIN + days * DAY
    return [event for event in [*events, *ships, *falls(random, days)] if event.at < end]


def _week(random: Random, begin: datetime, roles: list[Role]) -> list[Event]:
    everybody = users(how_many_people(len(roles)))
    more = len(roles) / 50
    return [
        _event(random, begin + random.random() * WEEK, what, roles, everybody)
        for what, often in OFTEN
        if random.random() < often * more
    ]


def _event(random: Random, at: datetime, what: str, roles: list[Role], everybody: list[str]) -> Event:
    role, who = random.choice(roles), random.choice(everybody)
    lasts = at + random.choice([2, 4, 9, 16, 40]) * DAY
    if what in ("owner", "incident", "checkin", "retire"):
        return Event(at, what, role.lead, role.name, how=who, until=lasts)
    return Event(at, what, who, how=random.choice(ZONES), until=lasts)


def falls(random: Random, days: int) -> list[Event]:
    """When the bot is stopped or killed, and for how long; in a whole year twenty times."""
    lengths = [timedelta(minutes=5), timedelta(minutes=45), timedelta(hours=7), 2 * DAY, 3 * DAY, 3 * DAY, 21 * DAY]
    at, found = BEGIN + (QUIET_WEEKS + 1) * WEEK, list[Event]()
    while at < BEGIN + (days - 10) * DAY:
        how = random.choice(["stop", "kill", "kill"])
        length = random.choice(lengths[:4] if found and random.random() < 0.6 else lengths)
        found.append(Event(at, "fall", how=how, until=at + length))
        at += length + timedelta(days=random.randrange(6, 24), hours=random.randrange(24), minutes=random.randrange(60))
    return found
