"""What people do about the bot's messages: at once, late, or never. Each decision follows from the seed and what was
asked, so that it does not depend on the order in which threads run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SILENT = ""

CHOICES: Mapping[str, Mapping[str, float]] = {
    "still_mine": {"still_mine": 0.74, "ask_later": 0.07, "change": 0.05, SILENT: 0.14},
    "take_on": {"take_on": 0.15, "dont_know": 0.25, "away": 0.25, SILENT: 0.35},
    "no_later_date": {"no_later_date": 0.45, "look_up": 0.25, "dont_know": 0.1, SILENT: 0.2},
    "offer_yes": {"offer_yes": 0.55, "offer_no": 0.2, SILENT: 0.25},
    "agree_owner": {"agree_owner": 0.6, SILENT: 0.4},
    "accept": {"accept": 0.85, SILENT: 0.15},
    "own_it": {"own_it": 0.8, SILENT: 0.2},
    "take_over": {"take_over": 0.7, SILENT: 0.3},
    "undo_mine": {"undo_mine": 0.04, SILENT: 0.96},
}
"""By what marks a message: what is pressed in it, and how often."""

DELAYS = (2 * MINUTE, 20 * MINUTE, 3 * HOUR, 7 * HOUR, DAY, 2 * DAY + HOUR, 3 * DAY + 2 * HOUR, 4 * DAY, 9 * DAY)
WEIGHTS = (30, 25, 15, 8, 8, 8, 4, 1, 1)


def decide(seed: int, who: str, what: str, offered: set[str], at: datetime) -> list[tuple[datetime, str]]:
    """What somebody will press in a message that came at ``at``, and when: nothing where they stay silent."""
    random = Random(f"{seed} {who} {what} {sorted(offered)}")
    marks = [mark for mark in CHOICES if mark in offered]
    found = []
    for mark in marks:
        choice = random.choices(list(CHOICES[mark]), list(CHOICES[mark].values()))[0]
        later = random.choices(DELAYS, WEIGHTS)[0] + timedelta(seconds=random.randrange(120))
        if choice in offered:
            found.append((at + later, choice))
    return found
