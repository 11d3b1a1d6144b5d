"""What people did, as they and Slack saw it: kept apart from the bot, to be held against its records at the end."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

FAILED = "Something failed on my side"
"""How the bot begins when nobody knows what it stored before it failed."""
NEVER_LEFT = ("dispatch_failed", "no_such_action", "no_modal", "validation", "not_allowed")
"""Outcomes of what never reached the bot."""


@dataclass
class Said:
    """A message in a pilot's thread: its marks (unique words), the latest last, and whether it was deleted."""

    channel: str
    ts: str
    thread_ts: str
    author: str
    marks: list[str]
    counts: bool = True  # its author is a full member
    deleted: bool = False


@dataclass
class Deed:
    """Something that must have its effect once: a press, a command, or a form from its opening to its last submission.

    ``what`` names the effect, ``mark`` a word in it that is nowhere else ("" where there is no room for one). ``sure``
    is how often its effect was acknowledged, ``maybe`` how often the answer stayed out.
    """

    what: str
    by: str
    pilot: str = ""
    mark: str = ""
    sure: int = 0
    maybe: int = 0
    at: str = field(default_factory=lambda: f"{datetime.now(UTC):%H:%M:%S.%f}")


@dataclass
class Ledger:
    """Everything that was done. For any thread."""

    said: list[Said] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)  # marks of messages outside the threads
    deeds: list[Deed] = field(default_factory=list)
    unstored: list[Said] = field(default_factory=list)  # acknowledged, and not on record when the bot was killed
    sent: Counter[str] = field(default_factory=Counter)  # "press:sure", "command:maybe", …: what reached the bot
    notes: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _marks: int = 0

    def mark(self) -> str:
        """A word that was never used before."""
        with self._lock:
            self._marks += 1
            return f"zq{self._marks:04d}x"

    def say(self, said: Said) -> Said:
        """Note a message of a thread."""
        with self._lock:
            self.said.append(said)
        return said

    def deed(self, deed: Deed) -> Deed:
        """Note a deed that begins."""
        with self._lock:
            self.deeds.append(deed)
        return deed

    def took(self, kind: str, outcome: Json) -> str:
        """Note how a press, command or submission went: gives ``sure``, ``maybe`` or ``never`` (it did not leave)."""
        how = "sure" if outcome.get("acked") else "never" if outcome.get("error") in NEVER_LEFT else "maybe"
        how = "maybe" if FAILED in str(outcome.get("response")) else how
        with self._lock:
            self.sent[f"{kind}:{how}"] += 1
        return how

    def note(self, sentence: str) -> None:
        """Note what happened, for whoever replays the seed."""
        with self._lock:
            self.notes.append(f"{datetime.now(UTC):%H:%M:%S.%f} {sentence}")
