"""What a page is made of: everything about one pilot at one moment, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.readiness.facts import Fact, Record
from bot.readiness.findings import Verdict
from bot.readiness.reading import Person, Reading
from bot.readiness.state import State
from bot.records.tables import Entry, Pilot, Post, Question


@dataclass(frozen=True, slots=True)
class View:
    """A pilot at the moment ``now`` (aware UTC); ``today`` is the date in the channel's zone.

    ``readings`` holds, by conversation, what was read from its entries and nobody has saved (nothing waits: the key is
    absent). ``people`` knows everybody whose name a page may show, by user id. ``posts`` are the bot's messages of this
    pilot by ``(kind, key)``. ``channel_members`` are the user ids in the pilot's channel. ``address`` is the
    workspace's own (https://….slack.com/), "" where a page needs no links.
    """

    pilot: Pilot
    record: Record
    state: State
    verdict: Verdict
    now: datetime
    today: date
    questions: Mapping[str, Question]
    entries: Mapping[str, tuple[Entry, ...]]
    readings: Mapping[str, Reading]
    people: Mapping[str, Person]
    posts: Mapping[tuple[str, str], Post] = field(default_factory=dict)
    facts: Mapping[int, Fact] = field(default_factory=dict)
    channel_members: frozenset[str] = frozenset()
    address: str = ""

    @property
    def id(self) -> int:
        assert self.pilot.id is not None
        return self.pilot.id

    def link(self, channel: str, ts: str) -> str:
        """The address of a message; "" where it is not known."""
        return f"{self.address}archives/{channel}/p{ts.replace('.', '')}" if self.address and ts else ""

    def name(self, user: str) -> str:
        """The person's full name, or "somebody" for an account that is not known."""
        person = self.people.get(user)
        return (person.full_name or person.display_name or user) if person else "somebody"
