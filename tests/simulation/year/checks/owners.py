"""Nobody becomes owner but by a press of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.readiness.facts import Fact, FactKind
from tests.simulation.year.books import Books
from tests.simulation.year.diary import Diary

YES = {"accept", "offer_yes", "take_on", "own_it", "take_over"}
AGREED = timedelta(days=30)
"""Who offered to take it pressed for it; the owner or the lead may agree so much later."""


def wrong(kept: Books, diary: Diary) -> Iterator[str]:
    """Owners who never pressed for it."""
    for pilot, facts in kept.facts.items():
        for fact in facts:
            if fact.kind is FactKind.ACCEPTED and not _pressed(diary, pilot, fact):
                role = fact.values.get("role")
                yield f"{fact.by} is {role} of pilot {pilot} since {fact.at}, without a press of their own"


def _pressed(diary: Diary, pilot: int, fact: Fact) -> bool:
    return any(
        one.user == fact.by
        and one.action in YES
        and one.value.partition(":")[0] == str(pilot)
        and timedelta(0) <= fact.at - one.at <= (AGREED if one.action == "own_it" else timedelta(seconds=1))
        for one in diary.pressed
    )
