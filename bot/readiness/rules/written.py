"""What is written about a reviewer's work: the share and the period, which their own yes is about."""

from __future__ import annotations

from bot.readiness.facts import Fact, FactKind
from bot.readiness.states import Held, State

KEY = "review"


def is_complete(state: State) -> bool:
    """Whether share and period are both written, so that there is something to confirm."""
    slots = state.groups[KEY].slots
    return all(name in slots and slots[name].value not in (None, "") for name in _names(state))


def latest(state: State, named: Fact) -> Fact:
    """The fact with which the present words began to stand; ``named`` (the reviewer) where nothing newer is written."""
    return max([named, *(held.known for held in _terms(state))], key=lambda fact: (fact.at, fact.id))


def is_about(state: State, click: Fact) -> bool:
    """Whether a click came after the present words; a yes to words that nobody wrote is about nothing."""
    if click.kind is FactKind.ACCEPTED and not is_complete(state):
        return False
    return all((click.at, click.id) >= (held.known.at, held.known.id) for held in _terms(state))


def _terms(state: State) -> list[Held]:
    slots = state.groups[KEY].slots
    return [slots[name] for name in _names(state) if name in slots]


def _names(state: State) -> tuple[str, ...]:
    """The slots that say how much and how often."""
    days = ("every_days",) if state.groups[KEY].value("every") == "other_days" else ()
    return ("share", "every", *days)
