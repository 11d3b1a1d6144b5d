"""Collecting what was read: later messages correct earlier ones, two different values in one message cancel each
other."""

from __future__ import annotations

from bot.readiness.facts import Value
from bot.readiness.reading.model import Read


class Finds:
    """What was read of one group or one row so far."""

    def __init__(self) -> None:
        self.reads: dict[str, Read] = {}
        self._doubtful: set[tuple[str, str]] = set()

    def add(self, slot: str, value: Value, ts: str, proposal: bool = False) -> None:
        """Takes a value read in the message ``ts``; empty ones are left out.

        The same value again adds its source. Another value of the same message leaves the slot unread (a wrong value is
        worse than none), unless one of the two was only a proposal; one of a later message takes the earlier one's
        place.
        """
        if value is None or value == "" or (slot, ts) in self._doubtful:
            return
        known = self.reads.get(slot)
        if known is None:
            self.reads[slot] = Read(value, (ts,), proposal)
        elif known.value == value:
            cites = known.cites if ts in known.cites else (*known.cites, ts)
            self.reads[slot] = Read(value, cites, known.proposal and proposal)
        elif ts not in known.cites:
            self.reads[slot] = Read(value, (ts,), proposal)
        else:
            self._settle(slot, known, Read(value, (ts,), proposal))

    def _settle(self, slot: str, known: Read, other: Read) -> None:
        if known.proposal == other.proposal:
            del self.reads[slot]
            self._doubtful.add((slot, other.cites[0]))
        elif known.proposal:
            self.reads[slot] = other

    def first(self, slot: str, value: Value, ts: str, proposal: bool = False) -> None:
        """As ``add``, but a slot that was read in this message already keeps what it has."""
        if slot not in self.reads or ts not in self.reads[slot].cites:
            self.add(slot, value, ts, proposal)
