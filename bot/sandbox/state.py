"""What a workspace consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.refusal import Json

PersonKind = Literal["member", "admin", "owner", "multi_guest", "single_guest", "external", "bot"]
ChannelKind = Literal["public", "private", "im", "mpim"]
PERSON_KINDS: tuple[PersonKind, ...] = ("member", "admin", "owner", "multi_guest", "single_guest", "external", "bot")
CHANNEL_KINDS: tuple[ChannelKind, ...] = ("public", "private", "im", "mpim")


@dataclass
class Person:
    """An account: of a person, or of a bot (then `bot_id` is set)."""

    id: str
    name: str
    real_name: str
    team_id: str
    kind: PersonKind = "member"
    tz: str = "Europe/London"
    locale: str = "en-GB"
    deleted: bool = False
    left: bool = False
    status_text: str = ""
    status_emoji: str = ""
    status_expiration: int = 0
    updated: int = 0
    bot_id: str = ""
    app_id: str = ""

    @property
    def is_guest(self) -> bool:
        """Whether the account is a single- or multi-channel guest."""
        return self.kind in ("single_guest", "multi_guest")


@dataclass
class FileItem:
    """A file; `content` stays empty until it is uploaded."""

    id: str
    name: str
    owner: str
    title: str = ""
    alt_txt: str = ""
    mimetype: str = "application/octet-stream"
    length: int = 0
    content: bytes = b""
    uploaded: bool = False
    completed: bool = False
    created: int = 0


@dataclass
class Message:
    """A message; for ephemeral ones `viewer` is the only person who sees it."""

    ts: str
    channel: str
    user: str
    text: str
    subtype: str = ""
    bot_id: str = ""
    username: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    thread_ts: str = ""
    broadcast: bool = False
    files: list[FileItem] = field(default_factory=list)
    metadata: Json | None = None
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    client_msg_id: str = ""
    viewer: str = ""
    inviter: str = ""

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread under another message."""
        return bool(self.thread_ts) and self.thread_ts != self.ts

    @property
    def is_tombstone(self) -> bool:
        """Whether only the place of a deleted parent is left."""
        return self.subtype == "tombstone"


@dataclass
class Channel:
    """A conversation of any kind; `messages` is in order of `ts`, thread replies included."""

    id: str
    name: str
    kind: ChannelKind = "public"
    members: list[str] = field(default_factory=list)
    creator: str = ""
    created: int = 0
    is_general: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    read_only: bool = False
    topic: str = ""
    purpose: str = ""
    user: str = ""
    locked_threads: set[str] = field(default_factory=set)
    messages: dict[str, Message] = field(default_factory=dict)
    ephemerals: list[Message] = field(default_factory=list)
    last_micros: int = 0

    @property
    def is_private(self) -> bool:
        """Whether only members know of it."""
        return self.kind != "public"

    @property
    def is_direct(self) -> bool:
        """Whether it is a direct message, of two or of several."""
        return self.kind in ("im", "mpim")


@dataclass
class OpenView:
    """A modal in somebody's stack, or somebody's App Home."""

    id: str
    person: str
    body: Json
    hash: str
    values: dict[str, Json] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    root: str = ""
    previous: str = ""


@dataclass
class Notice:
    """What Slack itself tells a person: a command that timed out, a button without an answer."""

    seq: int
    person: str
    code: str
    text: str
    channel: str = ""
