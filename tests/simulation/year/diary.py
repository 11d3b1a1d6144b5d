"""The diary of a year: what people did and what Slack holds, written down by the simulation and not by the bot."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.sandbox.state import Channel, Message
from bot.sandbox.workspace import BOT_USER
from tests.simulation.year.places import home_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Pressed:
    """Somebody pressed a button: its id and value; ``taken``: the bot answered."""

    at: datetime
    user: str
    action: str
    value: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot as it was posted. ``user``: whose direct message it is, "" in a channel."""

    at: datetime
    channel: str
    ts: str
    thread_ts: str
    user: str
    text: str
    notice: str


@dataclass
class Diary:
    """Everything that happened."""

    pressed: list[Pressed] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    downs: list[tuple[datetime, datetime]] = field(default_factory=list)
    events: list[tuple[datetime, str]] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    zones: dict[str, list[tuple[datetime, str]]] = field(default_factory=lambda: defaultdict(list))
    aways: dict[str, list[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(list))
    down_since: datetime | None = None
    _read: dict[str, str] = field(default_factory=dict)

    def note(self, at: datetime, what: str) -> None:
        """Something that the script did."""
        self.events.append((at, what))

    def find(self, what: str) -> None:
        """Something that must not be."""
        self.findings.append(what)

    def zone(self, user: str, at: datetime) -> str:
        """Where somebody was."""
        moves = self.zones[user]
        index = bisect_right([moved for moved, _ in moves], at)
        return moves[index - 1][1] if index else home_of(user)

    def moved_near(self, user: str, at: datetime, within: timedelta) -> bool:
        """Whether somebody moved to another zone shortly before or after."""
        return any(abs(at - moved) <= within for moved, _ in self.zones[user])

    def away_until(self, user: str, at: datetime) -> datetime | None:
        """Until when the status that somebody had then says that they are away."""
        return next((until for since, until in reversed(self.aways[user]) if since <= at), None)

    def was_down(self, since: datetime, until: datetime) -> bool:
        """Whether the bot was not at work for a part of this time."""
        return any(begin < until and end > since for begin, end in self.downs)

    def read(self, channel: Channel) -> list[Message]:
        """What the bot has posted in a channel since it was read last; it is in the diary now."""
        last, fresh = self._read.get(channel.id, ""), []
        for message in reversed(channel.messages.values()):
            if message.ts <= last:
                break
            fresh.append(message)
        if fresh:
            self._read[channel.id] = fresh[0].ts
        mine = [message for message in reversed(fresh) if message.user == BOT_USER and not message.is_tombstone]
        self.said += [_said(channel, message) for message in mine]
        return mine


def _said(channel: Channel, message: Message) -> Said:
    user = next((member for member in channel.members if member != BOT_USER), "") if channel.kind == "im" else ""
    notice = str((message.metadata or {}).get("event_payload", {}).get("notice", ""))
    at = EPOCH + timedelta(microseconds=int(message.ts.replace(".", "")))
    return Said(at, channel.id, message.ts, message.thread_ts, user, message.text, notice)
