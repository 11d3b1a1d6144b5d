"""The exact rules, one file per conversation and form (MODEL: Slots and exact rules)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.readiness.findings import Finding
from bot.readiness.rules import (
    access,
    agnostic,
    dependencies,
    failure,
    ownership,
    playbook,
    replacement,
    review,
    tests,
)
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry, over

CHECKS: Mapping[str, Callable[[Context], list[Finding]]] = {
    "ownership": ownership.check,
    "dependencies": dependencies.check,
    "failure": failure.check,
    "review": review.check,
    "replacement": replacement.check,
    "playbook": playbook.check,
    "access": access.check,
    "tests": tests.check,
    "agnostic": agnostic.check,
}
EXPIRIES: Mapping[str, Callable[[Context], list[Expiry]]] = {
    "ownership": ownership.expiries,
    "dependencies": dependencies.expiries,
    "failure": failure.expiries,
    "review": review.expiries,
    "replacement": replacement.expiries,
    "playbook": playbook.expiries,
    "access": access.expiries,
    "tests": tests.expiries,
    "agnostic": agnostic.expiries,
}


def check(context: Context, key: str, on: date) -> list[Finding]:
    """Everything that keeps the group from being sound on the date ``on`` (channel's zone), once it was saved."""
    return [*CHECKS[key](context), *over(EXPIRIES[key](context), on, context)]
