"""Rate limits by Slack's tiers, against real time (docs.slack.dev/apis/web-api/rate-limits)."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

from bot.sandbox.refusal import RefusalError
from bot.sandbox.settings import SandboxSettings

TIER_1, TIER_2, TIER_3, TIER_4, SPECIAL = 20, 20, 50, 100, 300
PER_MINUTE: dict[str, int] = {
    "apps.connections.open": TIER_1,
    "auth.test": SPECIAL,
    "chat.postMessage": SPECIAL,
    "chat.getPermalink": SPECIAL,
    "chat.update": TIER_3,
    "chat.delete": TIER_3,
    "chat.postEphemeral": TIER_4,
    "views.open": TIER_4,
    "views.update": TIER_4,
    "views.push": TIER_4,
    "views.publish": TIER_4,
    "users.info": TIER_4,
    "users.list": TIER_2,
    "users.conversations": TIER_2,
    "conversations.list": TIER_2,
    "conversations.info": TIER_3,
    "conversations.join": TIER_3,
    "conversations.open": TIER_3,
    "conversations.members": TIER_4,
    "conversations.history": TIER_3,
    "conversations.replies": TIER_3,
    "reactions.add": TIER_3,
    "reactions.remove": TIER_2,
    "reactions.get": TIER_3,
    "files.getUploadURLExternal": TIER_4,
    "files.completeUploadExternal": TIER_4,
    "files.info": TIER_4,
    "team.info": TIER_3,
}
CHANNEL_BURST = 3


@dataclass
class Bucket:
    """A token bucket: `capacity` at once, then `per_second`."""

    capacity: float
    per_second: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Take one token; gives 0, or the seconds until there is one (and takes none)."""
        self.level = min(self.capacity, self.level + (now - self.at) * self.per_second)
        self.at = now
        if self.level >= 1:
            self.level -= 1
            return 0.0
        return (1 - self.level) / self.per_second


class Rates:
    """The buckets of one app in one workspace: per method, and one message a second per channel."""

    def __init__(self, settings: SandboxSettings) -> None:
        self._settings = settings
        self._buckets: dict[str, Bucket] = {}

    def check_method(self, method: str) -> None:
        """Count a call; raises RefusalError (429, `ratelimited`) when the tier's minute is used up."""
        limit = PER_MINUTE.get(method, TIER_3)
        # Slack's tiers are floors ("50+ per minute"), so a tenth more is let through.
        self._take(method, limit * 1.1 + 1, limit * 1.1 / 60)

    def check_channel(self, channel: str) -> None:
        """Count a message posted into a channel, by whatever way; raises RefusalError above one a second."""
        self._take(f"channel {channel}", CHANNEL_BURST, 1.05)

    def _take(self, key: str, capacity: float, per_second: float) -> None:
        if not self._settings.strict_limits:
            return
        now = time.monotonic()
        bucket = self._buckets.setdefault(key, Bucket(capacity, per_second, capacity, now))
        wait = bucket.wait(now)
        if wait:
            raise too_many(math.ceil(wait))


def too_many(seconds: int) -> RefusalError:
    """Slack's 429 with `Retry-After`."""
    return RefusalError("ratelimited", status=429, headers={"Retry-After": str(seconds)})
