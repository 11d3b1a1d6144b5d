"""Shared by the tests of reading: people, entries, and what was read as plain values."""

from __future__ import annotations

from datetime import date, datetime

from bot.readiness.facts import MemberState, Value
from bot.readiness.reading import Entry, Person, Reading, read

ON = date(2026, 11, 24)  # a Tuesday

NGOZI = Person("U0NGOZI01", "Ngozi Okonkwo", "ngozi", "ngozi@example.com", MemberState.ACTIVE)
TOM = Person("U0TOM0001", "Tom Beard", "", "", MemberState.ACTIVE)
PRIYA = Person("U0PRIYA01", "Priya Raman", "", "", MemberState.ACTIVE)
YOKO = Person("U0YOKO001", "田中 陽子", "", "", MemberState.ACTIVE)
AHMED = Person("U0AHMED01", "أحمد فاروق", "", "", MemberState.ACTIVE)
MIKOLAJ = Person("U0MIKOL01", "Mikołaj Wiśniewski", "", "", MemberState.ACTIVE)
WILL = Person("U0WILL001", "Will Grant", "", "", MemberState.ACTIVE)
BOT = Person("U0BOT0001", "Shipready Bot", "", "", MemberState.BOT)
PEOPLE = (NGOZI, TOM, PRIYA, YOKO, AHMED, MIKOLAJ, WILL, BOT)


def entry(text: str, ts: str = "1.0", author: str = PRIYA.id, asked: str = "") -> Entry:
    return Entry(ts, author, text, datetime(2026, 11, 24, 10, 12), asked)


def reading(conversation: str, *texts: str | Entry, people: tuple[Person, ...] = PEOPLE) -> Reading:
    entries = [text if isinstance(text, Entry) else entry(text, f"{n}.0") for n, text in enumerate(texts, 1)]
    return read(conversation, entries, people, ON)


def slots(conversation: str, *texts: str | Entry, people: tuple[Person, ...] = PEOPLE) -> dict[str, Value]:
    return {name: found.value for name, found in reading(conversation, *texts, people=people).slots.items()}


def rows(conversation: str, *texts: str | Entry) -> list[tuple[str, dict[str, Value]]]:
    found = reading(conversation, *texts).rows
    return [(row.kind, {name: each.value for name, each in row.slots.items()}) for row in found]
