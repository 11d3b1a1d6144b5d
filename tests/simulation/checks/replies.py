"""Replies: each recorded once, under its author, pilot and question, with the words it has in Slack."""

from __future__ import annotations

import html
from collections.abc import Iterator

from tests.simulation.checks.found import Found, Row
from tests.simulation.ledger import Said


def replies(found: Found) -> Iterator[str]:
    """Every message of a thread is recorded once; of a deleted one, that it is withdrawn."""
    kept: dict[tuple[str, str], list[Row]] = {}
    for entry in found.rows["entry"]:
        kept.setdefault((entry["channel"], entry["ts"]), []).append(entry)
    for said in found.ledger.said:
        entries = kept.pop((said.channel, said.ts), [])
        if len(entries) > 1:
            yield f"doubled: {said} is recorded {len(entries)} times"
        if entries:
            yield from _one(found, said, entries[0])
        elif not said.deleted:
            yield f"lost: {said} is not recorded"
    yield from (f"lost: {said} was acknowledged before it was stored" for said in found.ledger.unstored)
    yield from (f"wrong: {place} is recorded, and nobody said it in a thread" for place in kept)


def _one(found: Found, said: Said, entry: Row) -> Iterator[str]:
    roots = {pilot["id"]: pilot["root_ts"] for pilot in found.rows["pilot"]}
    if (entry["author"], roots[entry["pilot"]]) != (said.author, said.thread_ts):
        yield f"wrong: {said} is recorded as by {entry['author']} under {roots[entry['pilot']]}"
    if not said.deleted:
        yield from _living(found, said, entry)
    elif entry["state"] != "withdrawn":
        yield f"lost: the deletion of {said}, which is {entry['state']}"


def _living(found: Found, said: Said, entry: Row) -> Iterator[str]:
    words = html.unescape(found.messages[said.channel, said.ts]["text"])
    if words != entry["text"]:
        yield f"lost: the words of {said} are {words!r} in Slack and {entry['text']!r} on record"
    if entry["state"] not in (("answer", "talk") if said.counts else ("refused",)):
        yield f"wrong: {said} is {entry['state']}"
    if entry["state"] == "answer" and not (entry["conversation"] and entry["settled"]):
        yield f"lost: {said} counts for {entry['conversation']!r}; settled: {entry['settled']}"
