"""What goes into reading (entries, people) and what comes out (reads by slot, rows)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.readiness.facts import MemberState, Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One message that counts. ``text`` is Slack's text unescaped once, with its tokens (``<@U…>``,
    ``<https:…|label>``).

    ``ts`` is the message's timestamp, ``author`` a user id. ``at`` is its moment **in the channel's zone**: "yesterday"
    and dates without a year are counted from that day. ``asked`` is the slot that a follow-up had asked for when this
    was
    written ("": none): a short reply to it is then taken as that slot's value.
    """

    ts: str
    author: str
    text: str
    at: datetime
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A cached account; ``full_name``, ``display_name`` and ``email`` may be empty."""

    id: str
    full_name: str
    display_name: str
    email: str
    state: MemberState


@dataclass(frozen=True, slots=True)
class Read:
    """A value read from words. ``cites`` are the ts of its entries; ``proposal``: a first name or a guess at a role,
    to be
    looked at, rather than a mention or plain words."""

    value: Value
    cites: tuple[str, ...]
    proposal: bool = False


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row read from words: its kind ("" where rows have no kinds) and what was read of it."""

    kind: str
    slots: Mapping[str, Read]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one conversation. A slot that could not be read is absent."""

    slots: Mapping[str, Read] = field(default_factory=dict)
    rows: tuple[ReadRow, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.slots and not self.rows
