"""The workspace's people, channels, files and views, and how they are looked up."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.clock import SandboxClock, ts_of
from bot.sandbox.manifest import AppManifest
from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.state import Channel, FileItem, Notice, OpenView, Person

BOT_USER = "U0SHIPREADY"
BOT_ID = "B0SHIPREADY"
APP_ID = "A0SHIPREADY"
SLACKBOT = "USLACKBOT"


@dataclass
class Workspace:
    """Everything that a workspace holds."""

    team: Json
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, FileItem] = field(default_factory=dict)
    stacks: dict[str, list[OpenView]] = field(default_factory=dict)
    homes: dict[str, OpenView] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    installed: bool = True
    _count: int = 0

    def new_id(self, letter: str) -> str:
        """A fresh id with that first letter; the same sequence in every run."""
        self._count += 1
        return f"{letter}0{self._count:07X}"

    @property
    def bot(self) -> Person:
        """The app's own bot user."""
        return self.people[BOT_USER]

    def next_ts(self, channel: Channel, clock: SandboxClock) -> str:
        """The `ts` of the next message: the clock's, but always later than the channel's last one."""
        channel.last_micros = max(clock.micros(), channel.last_micros + 1)
        return ts_of(channel.last_micros)

    def find_channel(self, name: str) -> Channel:
        """A channel by id or name (`#` optional); raises ControlError when there is none."""
        found = self.channels.get(name)
        if found is None:
            plain = name.removeprefix("#")
            found = next((c for c in self.channels.values() if plain and c.name == plain), None)
        if found is None:
            raise ControlError("channel_not_found", f"There is no channel {name!r}.", 404)
        return found

    def find_person(self, person: str) -> Person:
        """A person by user id; raises ControlError when there is none."""
        if person not in self.people:
            raise ControlError("user_not_found", f"There is no person {person!r}.", 404)
        return self.people[person]

    def direct(self, person: str, other: str) -> Channel | None:
        """The direct message between two accounts, when it was ever opened."""
        pair = {person, other}
        return next((c for c in self.channels.values() if c.kind == "im" and set(c.members) == pair), None)

    def open_direct(self, person: str, other: str, now: int) -> Channel:
        """The direct message between two accounts, opened when needed; `now` in unix seconds."""
        found = self.direct(person, other)
        if found is None:
            found = Channel(self.new_id("D"), "", "im", [person, other], person, now, user=person)
            self.channels[found.id] = found
        return found


def person_from(row: Json, team_id: str, new_id: str) -> Person:
    """A person as the control API and the workspace's JSON describe one."""
    kind = row.get("kind", "member")
    uid = row.get("id") or new_id
    own_team = "T0PARTNER" if kind == "external" else team_id
    person = Person(
        uid,
        row["name"],
        row.get("real_name") or row["name"],
        row.get("team_id", own_team),
        kind,
        row.get("tz", "Europe/London"),
        row.get("locale", "en-GB"),
        bool(row.get("deleted")),
    )
    if kind == "bot":
        person.bot_id, person.app_id = "B" + uid[1:], "A" + uid[1:]
    return person


def channel_from(row: Json, new_id: str, now: int) -> Channel:
    """A channel as the control API and the workspace's JSON describe one; `bot` among the members is the app's bot."""
    members = [BOT_USER if m == "bot" else m for m in row.get("members", [])]
    return Channel(
        row.get("id") or new_id,
        row["name"],
        row.get("kind", "public"),
        members,
        members[0] if members else SLACKBOT,
        now,
        bool(row.get("is_general")),
        bool(row.get("is_archived")),
        bool(row.get("is_ext_shared")),
        bool(row.get("read_only")),
        row.get("topic", ""),
        row.get("purpose", ""),
    )


def load_workspace(described: Json, app: AppManifest, now: int) -> Workspace:
    """Build a workspace from its JSON (`team`, `people`, `channels`) and put the app's bot user into it."""
    space = Workspace(described["team"])
    team_id = space.team["id"]
    space.people[SLACKBOT] = Person(SLACKBOT, "slackbot", "Slackbot", team_id, "bot")
    handle = app.name.lower().replace(" ", "-")
    space.people[BOT_USER] = Person(BOT_USER, handle, app.name, team_id, "bot", bot_id=BOT_ID, app_id=APP_ID)
    for row in described.get("people", []):
        person = person_from(row, team_id, space.new_id("U"))
        space.people[person.id] = person
    for row in described.get("channels", []):
        channel = channel_from(row, space.new_id("C"), now)
        space.channels[channel.id] = channel
    return space
