"""One year by its seed: from event to event, until its last day; then everything is checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

import bot.courier.courier
import bot.ticking
from bot.sandbox.refusal import ControlError
from bot.sandbox.server import Sandbox
from tests.conversations.stage import MANIFEST
from tests.simulation.town import Button
from tests.simulation.year.agenda import Agenda
from tests.simulation.year.cast import BEGIN, Role, cast, how_many_people
from tests.simulation.year.checks.all import at_the_end, daily
from tests.simulation.year.diary import Diary
from tests.simulation.year.happening import Happening
from tests.simulation.year.people import People
from tests.simulation.year.places import users, workspace
from tests.simulation.year.report import Report, report
from tests.simulation.year.script import Event, script
from tests.simulation.year.seeding import furnish
from tests.simulation.year.town import Town

DAY = timedelta(days=1)


class Year:
    """A year that is being lived through."""

    def __init__(self, seed: int, roles: list[Role], events: list[Event], days: int, town: Town) -> None:
        self.town, self.diary, self.agenda, self.roles = town, Diary(), Agenda(), roles
        self.end = BEGIN + days * DAY
        self._everybody = users(how_many_people(len(roles)))
        self._people = People(seed, town, self.diary, self.agenda, self._passer)
        self._happening = Happening(seed, town, self.diary, self.agenda, self.roles)
        for role in self.roles:
            self.agenda.put(role.begins, partial(self._happening.begin, role))
        for event in events:
            self.agenda.put(event.at, partial(self._happening.let, event))
        for day in range(1, days):
            self.agenda.put(BEGIN + day * DAY + timedelta(hours=day % 24, minutes=37), self._look)

    def _passer(self, button: Button, random: Random) -> str:
        """Who presses a button in a channel: mostly somebody of the pilot, sometimes anybody."""
        number = button.value.partition(":")[0]
        named = self.town.rows(
            'select slots ->> "owner" from fact where pilot = ? and "group" = \'ownership\' order by id desc', number
        )
        owner = next((user for (user,) in named if user), "")
        return (
            owner
            if owner and button.action_id != "take_over" and random.random() < 0.5
            else random.choice(self._everybody)
        )

    def _look(self) -> None:
        if self.town.running is not None:
            daily(self.town, self.diary)

    def live(self) -> None:
        """Live through it."""
        assert self.town.running is not None
        furnish(self.town.running)
        while (moment := self._next()) < self.end:
            self.town.go_to(max(moment, self.town.clock.now()))
            self._people.read()
            for happens in self.agenda.due(self.town.clock.now()):
                happens()
                self._rest()
        if self.town.running is None:
            self._happening.back()
        self._people.read()
        at_the_end(self.town, self.diary, self.roles, self._happening.numbers)

    def _rest(self) -> None:
        if self.town.running is not None:
            self.town.rest()
        self._people.read()

    def _next(self) -> datetime:
        due = self.town.next_due() if self.town.running is not None else None
        return min(moment for moment in (self.agenda.next(), due, self.end) if moment is not None)


@contextmanager
def town_of(pilots: int, directory: Path) -> Iterator[Town]:
    """A town for a year with so many pilots, its bot at work; its database is in ``directory`` and stays there."""
    bot.ticking.LONGEST_SLEEP, bot.courier.courier.LONGEST_SLEEP = 0.1, timedelta(seconds=0.1)
    with Sandbox(MANIFEST, workspace=workspace(how_many_people(pilots))) as sandbox:
        town = Town(sandbox, directory, BEGIN - DAY)
        try:
            town.start()
            yield town
        finally:
            town.close()


def simulate(seed: int, pilots: int, days: int, directory: Path) -> Report:
    """One year; its database is in ``directory``."""
    with town_of(pilots, directory) as town:
        roles = cast(seed, pilots)
        year = Year(seed, roles, script(seed, roles, days), days, town)
        try:
            year.live()
        except (AssertionError, TimeoutError, ControlError) as problem:
            # The seed, and what was found up to then, are worth more than the rest of the year.
            year.diary.find(f"{town.clock.now()}: the year broke off: {type(problem).__name__}: {problem}")
        return report(seed, town, year.diary, year.roles)
