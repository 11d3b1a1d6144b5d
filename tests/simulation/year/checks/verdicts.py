"""What was said and stored about a verdict is what the pure function says of the facts, today."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from bot.readiness.verdict import verdict
from tests.simulation.year.books import Books, Row, books, table
from tests.simulation.year.town import Town

TURNS = ("ready", "lost")


def wrong(town: Town) -> Iterator[str]:
    """Pilots whose stored or said verdict is another one."""
    kept, now = books(town), town.clock.now()
    for row in table(town, "verdict"):
        pilot = kept.pilots[row["pilot"]]
        if pilot["floor"] and pilot["state"] == "open":
            yield from _stored(kept, row, pilot, now)
            yield from _said(kept, row, pilot)


def _stored(kept: Books, row: Row, pilot: Row, now: datetime) -> Iterator[str]:
    record = kept.record(pilot["id"])
    pure = verdict(record, record.day(now))
    gates, said = {gate.key: gate.answer.value for gate in pure.gates}, json.loads(row["said"])
    if gates != said or pure.ready != bool(row["ready"]):
        differing = {key: (said.get(key), answer) for key, answer in gates.items() if said.get(key) != answer}
        yield f"the verdict of {pilot['name']} is stored otherwise than it is (stored, is): {differing}"


def _said(kept: Books, row: Row, pilot: Row) -> Iterator[str]:
    """The last message about ready or not: *ready*, *no longer ready*, or a lapse that says so."""
    turns = [post for post in kept.posts if post["pilot"] == pilot["id"] and _turn(post)]
    last = _turn(max(turns, key=lambda post: (post["posted_at"], post["id"]))) if turns else "lost"
    if (last == "ready") != bool(row["ready"]):
        yield f"the thread of {pilot['name']} said last: {last}; it is {'ready' if row['ready'] else 'not ready'}"


def _turn(post: Row) -> str:
    words = post["key"].split(":")
    if post["kind"] == "verdict" and words[0] in TURNS:
        return str(words[0])
    return "lost" if post["kind"] == "lapse" and words[-1] == "lost" else ""
