"""What is read of the shared pilots' answers, against what these people saved: right, or left unread."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.readiness.facts import MemberState
from bot.readiness.reading import Entry, Person, Reading, read

DATA = Path(__file__).parents[1] / "data"
PILOTS = {pilot["id"]: pilot for pilot in json.loads((DATA / "pilots.json").read_text(encoding="utf-8"))["pilots"]}
ANSWERS = json.loads((DATA / "answers.json").read_text(encoding="utf-8"))
ON = date(2026, 11, 24)
WORDED = {
    "name",
    "what",
    "first_action",
    "path",
    "trigger",
    "cover_hours",
    "cover_off_hours",
    "if_gone",
    "cost",
    "successor",
}

# Where a reading differs from what was saved, and why it may.
ACCOUNTED_FOR = {
    ("p01", "replacement", "who"): "a role, as a proposal; saved with more words",
    ("p05", "replacement", "who"): "a role, as a proposal; saved as the one who decides",
    ("p10", "replacement", "who"): "a role, as a proposal; saved as the desk",
    ("p05", "dependencies", "rotate_every_days"): "said (30d), not saved",
}


def of(pilot: Mapping[str, Any], conversation: str) -> Reading:
    people = [Person(p["slack_id"], p["name"], "", "", MemberState.ACTIVE) for p in pilot["people"]]
    said = [answer for answer in pilot["answers"] if answer["conversation"] == conversation]
    at = datetime(2026, 11, 24, 12)
    author = pilot["builder"]["slack_id"]
    entries = [Entry(f"{n}.0", answer.get("author", author), answer["text"], at) for n, answer in enumerate(said)]
    return read(conversation, entries, people, ON)


def compared(pilot: Mapping[str, Any], conversation: str) -> Iterator[tuple[str, object, object]]:
    """Slot, value read, value saved: of the group and of each row read with the saved row it stands for."""
    reading, saved = of(pilot, conversation), pilot["slots"][conversation]
    left = list(saved.get("rows", ()))
    pairs = [(reading.slots, saved)]
    for row in reading.rows:
        sort = row.kind or row.slots["loudness"].value
        match = next(each for each in left if sort in (each.get("kind"), each.get("loudness")))
        left.remove(match)
        pairs.append((row.slots, match))
    for reads, wanted in pairs:
        yield from ((slot, found.value, wanted.get(slot)) for slot, found in reads.items() if slot not in WORDED)


CASES = [(key, answer["conversation"]) for key, pilot in PILOTS.items() for answer in pilot["answers"]]


@pytest.mark.parametrize(("key", "conversation"), CASES)
def test_what_is_read_is_what_was_saved(key: str, conversation: str) -> None:
    wrong = {slot for slot, got, saved in compared(PILOTS[key], conversation) if got != saved}
    assert {slot for slot in wrong if (key, conversation, slot) not in ACCOUNTED_FOR} == set()


def test_enough_is_read_to_be_of_use() -> None:
    right = [1 for key, talk in CASES for _, got, saved in compared(PILOTS[key], talk) if got == saved]
    assert len(right) >= 90


@pytest.mark.parametrize(("key", "conversation"), CASES)
def test_texts_are_the_persons_own_words(key: str, conversation: str) -> None:
    pilot = PILOTS[key]
    said = " ".join(a["text"] for a in pilot["answers"] if a["conversation"] == conversation)
    reading = of(pilot, conversation)
    for reads in (reading.slots, *(row.slots for row in reading.rows)):
        for slot, found in reads.items():
            if slot in WORDED:
                assert str(found.value) in said


@pytest.mark.parametrize("text", ANSWERS["ownership"]["hollow"])
def test_no_group_or_vendor_is_read_as_a_person(text: str) -> None:
    people = [
        Person("U1", "Priya Raman", "", "", MemberState.ACTIVE),
        Person("U2", "Tom Beard", "", "", MemberState.ACTIVE),
    ]
    reading = read("ownership", [Entry("1", "U2", text, datetime(2026, 11, 24))], people, ON)
    assert not reading.slots


@pytest.mark.parametrize("text", [*ANSWERS["failure"]["hollow"], *ANSWERS["review"]["hollow"][2:]])
@pytest.mark.parametrize("conversation", ["failure", "review"])
def test_nothing_is_read_where_nothing_is_said(conversation: str, text: str) -> None:
    assert read(conversation, [Entry("1", "U2", text, datetime(2026, 11, 24))], [], ON).empty


@pytest.mark.parametrize("text", ANSWERS["replacement"]["hollow"])
def test_no_way_is_read_where_none_is_named(text: str) -> None:
    reading = read("replacement", [Entry("1", "U2", text, datetime(2026, 11, 24))], [], ON)
    assert "tried_on" not in reading.slots
    assert "path" not in reading.slots
