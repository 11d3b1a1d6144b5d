"""All checks: those of a day, and those of the whole year."""

from __future__ import annotations

from tests.simulation.year.books import books
from tests.simulation.year.cast import Role
from tests.simulation.year.checks import grid, lapses, letters, owners, slack, verdicts, windows
from tests.simulation.year.diary import Diary
from tests.simulation.year.places import Place
from tests.simulation.year.town import Town


def daily(town: Town, diary: Diary) -> None:
    """At some hour of each day on which the bot runs."""
    for found in verdicts.wrong(town):
        diary.find(f"{town.clock.now()}: {found}")


def at_the_end(town: Town, diary: Diary, roles: list[Role], numbers: dict[str, int]) -> None:
    """After the last day."""
    daily(town, diary)
    kept = books(town)
    places: dict[int, Place] = {numbers[role.name]: role.channel for role in roles if role.name in numbers}
    end = town.clock.now()
    for found in (
        *grid.wrong(kept, diary, places, end),
        *windows.wrong(kept, diary, places),
        *letters.wrong(kept, diary),
        *lapses.wrong(kept, diary),
        *owners.wrong(kept, diary),
        *slack.wrong(town, kept, diary),
    ):
        diary.find(found)
