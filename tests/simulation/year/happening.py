"""Lets the events of a script happen."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from functools import partial
from random import Random

from tests.simulation.year.agenda import Agenda
from tests.simulation.year.cast import Role
from tests.simulation.year.diary import Diary, Pressed
from tests.simulation.year.filling import fill
from tests.simulation.year.script import Event
from tests.simulation.year.seeding import answer_everything
from tests.simulation.year.town import Town

SOON = timedelta(seconds=30)


class Happening:
    """Carries out events; those that need the bot wait until it is back."""

    def __init__(self, seed: int, town: Town, diary: Diary, agenda: Agenda, roles: list[Role]) -> None:
        self._seed, self._town, self._diary, self._agenda = seed, town, diary, agenda
        self._channels = {role.name: role.channel.name for role in roles}
        self.numbers: dict[str, int] = {}

    def begin(self, role: Role) -> None:
        """A pilot is started, and has everything on record."""
        self._types(role.lead, f"start {role.name}", role.name)
        self._town.rest()
        assert self._town.running is not None
        self.numbers[role.name] = answer_everything(self._town.running, role)
        for who, what in ((role.owner, "owner"), (role.backup, "backup"), (role.reviewer, "reviewer")):
            said = Pressed(self._town.clock.now(), who, "accept", f"{self.numbers[role.name]}:{what}", taken=True)
            self._diary.pressed.append(said)
        self._town.rest()

    def let(self, event: Event) -> None:
        """Let it happen, now."""
        now = self._town.clock.now()
        if self._town.running is None and event.what != "leaves":
            self._agenda.put(now + timedelta(hours=6), partial(self.let, event))
            return
        self._diary.note(now, f"{event.what} {event.who} {event.pilot} {event.how} {event.until or ''}")
        getattr(self, f"_{event.what}")(event)

    def _types(self, who: str, words: str, pilot: str) -> None:
        if self._town.sandbox.world.space.people[who].deleted:
            return
        self._town.driver.person(who).command(f"/shipready {words}", self._channels[pilot])
        fill(self._town, self._diary, who, Random(f"{self._seed} {words}"))

    def _ship(self, event: Event) -> None:
        self._types(event.who, f"ship {event.pilot}", event.pilot)

    def _owner(self, event: Event) -> None:
        if event.who == event.how:  # who names themselves offers to take it: that is their own yes
            said = f"{self.numbers[event.pilot]}:"
            self._diary.pressed.append(Pressed(self._town.clock.now(), event.who, "own_it", said, taken=True))
        self._types(event.who, f"owner {event.pilot} <@{event.how}>", event.pilot)

    def _checkin(self, event: Event) -> None:
        self._types(event.who, f"checkin {event.pilot}", event.pilot)

    def _incident(self, event: Event) -> None:
        self._types(event.who, f"incident {event.pilot}", event.pilot)

    def _retire(self, event: Event) -> None:
        self._types(event.who, f"retire {event.pilot}", event.pilot)
        assert event.until is not None
        self._later(event.until, Event(event.until, "reopen", event.who, event.pilot))

    def _reopen(self, event: Event) -> None:
        self._types(event.who, f"reopen {event.pilot}", event.pilot)

    def _leaves(self, event: Event) -> None:
        self._changes(event.who, deleted=True)
        assert event.until is not None
        self._later(event.until, Event(event.until, "returns", event.who))

    def _returns(self, event: Event) -> None:
        self._changes(event.who, deleted=False)

    def _moves(self, event: Event) -> None:
        self._diary.zones[event.who].append((self._town.clock.now(), event.how))
        self._changes(event.who, tz=event.how)

    def _away(self, event: Event) -> None:
        now, until = self._town.clock.now(), event.until
        assert until is not None
        until = min(until, now + timedelta(days=9))
        self._diary.aways[event.who].append((now, until.replace(microsecond=0)))
        self._changes(event.who, status_text="Vacation", status_expiration=int(until.timestamp()))

    def _changes(self, who: str, **fields: object) -> None:
        self._town.driver.person(who).change(**fields)

    def _later(self, at: datetime, event: Event) -> None:
        self._agenda.put(at, partial(self.let, event))

    def _fall(self, event: Event) -> None:
        """The bot is stopped, or killed in the midst of what it does next."""
        town, now = self._town, self._town.clock.now()
        assert event.until is not None
        if event.how == "kill":
            now = self._killed(now)
        else:
            town.stop()
        self._diary.down_since = now
        self._agenda.put(max(event.until, now + SOON), self.back)

    def _killed(self, now: datetime) -> datetime:
        due = self._town.next_due()
        if due is not None and due - now < timedelta(hours=12):
            self._town.go_to(max(now, due - SOON))
            self._town.driver.post("clock", now=due.isoformat())
            self._town.wake()
            time.sleep(Random(f"{self._seed} {now}").random() * 0.04)
        self._town.crash()
        return self._town.clock.now()

    def back(self) -> None:
        """The bot is started again."""
        assert self._diary.down_since is not None
        self._diary.downs.append((self._diary.down_since, self._town.clock.now()))
        self._diary.down_since = None
        self._town.start()
