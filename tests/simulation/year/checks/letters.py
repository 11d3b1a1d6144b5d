"""At most one message of the bot's own accord for each person and day, and none at night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.readiness.rhythm.days import local_day
from tests.simulation.year.books import Books
from tests.simulation.year.diary import Diary

MOST = 1
MORNING, EVENING = 8, 18


def wrong(kept: Books, diary: Diary) -> Iterator[str]:
    """Days on which somebody had two, counted by what Slack holds."""
    letters = {str(number): row for number, row in kept.letters.items()}
    own = {
        (post["channel"], post["ts"])
        for post in kept.posts
        if post["kind"] == "letter" and not letters[post["key"]]["slot"].startswith("now")
    }
    counts: Counter[tuple[str, str]] = Counter()
    for said in diary.said:
        if said.user and (said.channel, said.ts) in own:
            zone = diary.zone(said.user, said.at)
            counts[said.user, local_day(said.at, zone).isoformat()] += 1
            if not MORNING <= (hour := said.at.astimezone(ZoneInfo(zone)).hour) < EVENING:
                yield f"{said.user} in {zone} had a letter at {hour} o'clock: {said.at} {said.text[:200]!r}"
    yield from (f"{user} had {count} letters on {day}" for (user, day), count in counts.items() if count > MOST)
