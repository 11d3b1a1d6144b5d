"""Nothing lapses before owner, backup and lead were asked in turn and said nothing; not asked is no lapse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

from bot.readiness.facts import FactKind
from tests.simulation.year.books import Books, Row
from tests.simulation.year.diary import Diary

TURN = ("own", "backup", "lead")
PATIENCE = timedelta(days=4)
"""Who is asked on a Monday, since the window closed on Friday evening, has that week; less by zones that differ."""
OUTSIDE = {"not_asked": {"down", "off", "day", "away", "nobody"}, "closed": {"owner", "retired", "left"}}


def wrong(kept: Books, diary: Diary) -> Iterator[str]:
    """Lapses that should not be, and check-ins that ended in no known way."""
    lapsed = {
        fact.values.get("checkin")
        for facts in kept.facts.values()
        for fact in facts
        if fact.kind is FactKind.CHECKIN_LAPSED
    }
    for row in kept.checkins:
        if (row["state"] == "lapsed") != (row["id"] in lapsed):
            said = "lapsed" if row["id"] in lapsed else "did not lapse"
            yield f"check-in {row['id']} is {row['state']}, and by the facts it {said}"
        if row["state"] == "lapsed":
            yield from _lapsed(kept, row)
        if row["state"] in OUTSIDE and row["why"] not in OUTSIDE[row["state"]]:
            yield f"check-in {row['id']} is {row['state']} for {row['why']!r}"
        if row["state"] == "not_asked" and row["why"] == "down":
            yield from _down(diary, row)


def _lapsed(kept: Books, row: Row) -> Iterator[str]:
    asks = [ask for ask in kept.asked_about(row["id"]) if ask["letter"]]
    written = {
        kind: [kept.letters[ask["letter"]]["written_at"] for ask in asks if ask["kind"] == kind] for kind in TURN
    }
    skipped = {one.partition(":")[0] for one in _list(row["skipped"])}
    for kind in TURN:
        if not written[kind] and kind not in skipped:
            yield f"check-in {row['id']} of pilot {row['pilot']} lapsed, and {kind} was never asked"
    turns = [(kind, max(written[kind])) for kind in TURN[1:] if written[kind]]
    ends = [*(asked for _, asked in turns[1:]), row["ended_at"]]
    for (kind, asked), following in zip(turns, ends, strict=False):
        if following - asked < PATIENCE:
            yield f"check-in {row['id']}: {kind} was asked at {asked} and had only until {following}"
    for ask in asks:
        if ask["answer"] not in ("", "unknown") and not ask["answer"].startswith("away:"):
            yield f"check-in {row['id']} lapsed although {ask['user']} answered {ask['answer']!r}"


def _list(text: str) -> list[str]:
    found: list[str] = json.loads(text)
    return found


def _down(diary: Diary, row: Row) -> Iterator[str]:
    """*Not asked, the bot was down* is said only of times when it was."""
    end = row["ended_at"]
    if not diary.was_down(end - timedelta(days=30), end + timedelta(minutes=1)):
        yield f"check-in {row['id']} is not asked since the bot was down, and it was not: {end}"
