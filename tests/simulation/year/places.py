"""Who works where in a year: people in twelve zones, and the channels that their pilots live in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.simulation.ledger import Json

ZONES = (
    "Europe/Berlin",  # summer time in the north
    "America/New_York",
    "America/Santiago",  # summer time in the south
    "Australia/Sydney",
    "Australia/Lord_Howe",  # summer time of 30 minutes
    "Africa/Lagos",  # none
    "Asia/Kolkata",  # none, half an hour aside
    "Asia/Kathmandu",
    "Pacific/Auckland",
    "Pacific/Kiritimati",  # the first on earth
    "Pacific/Pago_Pago",  # the last
    "Europe/London",
)
ADMIN = "U0YEARADM"


@dataclass(frozen=True, slots=True)
class Place:
    """A channel: how often its pilots are asked, the zone of its pilots, and its days off beside weekends."""

    id: str
    name: str
    zone: str
    cadence: str = "usual"
    off: frozenset[date] = frozenset()


PLACES = (
    Place("C0YEAR0001", "finance", "Europe/Berlin"),
    Place("C0YEAR0002", "claims", "America/New_York", off=frozenset({date(2027, 5, 18), date(2027, 9, 7)})),
    Place("C0YEAR0003", "logistics", "Australia/Sydney", cadence="two_weeks"),
    Place("C0YEAR0004", "people", "Africa/Lagos", cadence="weekly"),
    Place("C0YEAR0005", "sales", "Europe/London", off=frozenset({date(2027, 3, day) for day in (23, 24, 25, 26)})),
)


def place_of(number: int) -> Place:
    """The channel of the pilot with this number."""
    return PLACES[number % len(PLACES)]


def users(count: int) -> list[str]:
    """The user ids of so many people."""
    return [f"U0YEAR{number:03}" for number in range(count)]


def home_of(user: str) -> str:
    """The zone in which somebody begins the year."""
    return ZONES[int(user[-3:]) % len(ZONES)] if user != ADMIN else "UTC"


def workspace(count: int) -> Json:
    """The sandbox's workspace: everybody is in every channel, and so is the bot."""
    names = [ADMIN, *users(count)]
    people = [
        {"id": user, "name": user.lower(), "real_name": f"Person {user[-3:]}", "tz": home_of(user)} for user in names
    ]
    people[0]["kind"] = "admin"
    channels = [{"id": place.id, "name": place.name, "members": [*names, "bot"]} for place in PLACES]
    team = {"id": "T0SANDBOX", "name": "A Year", "domain": "year"}
    return {"team": team, "people": people, "channels": channels}
