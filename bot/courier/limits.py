"""How fast, how long and how often. Tiers are calls per method, workspace and minute (docs.slack.dev, rate limits)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType

POST = "chat.postMessage"
UPDATE = "chat.update"
PUBLISH = "views.publish"
REACT = "reactions.add"
UNREACT = "reactions.remove"
UPLOAD = "files.completeUploadExternal"
REPLIES = "conversations.replies"
HISTORY = "conversations.history"

TIER_2, TIER_3, TIER_4 = 20, 50, 100
TIERS: Mapping[str, int] = MappingProxyType(
    {
        POST: 300,
        UPDATE: TIER_3,
        PUBLISH: TIER_4,
        REACT: TIER_3,
        UNREACT: TIER_2,
        UPLOAD: TIER_4,
        REPLIES: TIER_3,
        HISTORY: TIER_3,
    }
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The courier's numbers.

    ``per_minute`` is per method, 0 or absent: unlimited; ``gap`` lies between two messages of a channel; ``halved``:
    how long half the pace is kept after a 429; ``lease`` must be longer than the slowest call; ``tries`` are for
    refusals that nobody foresaw, not for outages.
    """

    per_minute: Mapping[str, int] = field(default_factory=lambda: TIERS)
    gap: timedelta = timedelta(seconds=1)
    halved: timedelta = timedelta(minutes=1)
    reaction_late: timedelta = timedelta(seconds=30)
    look_up_after: timedelta = timedelta(seconds=10)
    look_back: timedelta = timedelta(minutes=1)
    lease: timedelta = timedelta(seconds=90)
    first_pause: timedelta = timedelta(seconds=2)
    longest_pause: timedelta = timedelta(minutes=5)
    tries: int = 8
    workers: int = 2
