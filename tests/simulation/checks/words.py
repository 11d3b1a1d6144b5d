"""Words that must not be somewhere: deleted ones anywhere, those from outside the threads in the records or the log."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.simulation.checks.found import Found

FAULTS = ("fault  ", "stumbled", "sweep_failed", "could not be rendered")
"""How the bot's log says that something failed inside."""


def words(found: Found) -> Iterator[str]:
    """The marks of what was deleted, of what was said beside the threads, and of everything in the log."""
    shown = [json.dumps([post["text"], post.get("blocks", [])]) for post in found.posts]
    for said in found.ledger.said:
        for mark in said.marks if said.deleted else ():
            yield from (f"wrong: {said} is still shown: {text}" for text in shown if mark in text)
    everything = json.dumps(found.rows, default=str)
    yield from (
        f"wrong: {mark} was said beside the threads and is kept" for mark in found.ledger.asides if mark in everything
    )
    marks = [*found.ledger.asides, *(mark for said in found.ledger.said for mark in said.marks)]
    yield from (f"wrong: {mark} is in the log" for mark in marks if mark in found.log)


def faults(found: Found) -> Iterator[str]:
    """Whatever Slack and the network do, nothing fails inside."""
    lines = found.log.splitlines()
    yield from (f"wrong: {line}" for line in lines if any(sign in line for sign in FAULTS))
