"""Reading holds for any text: it never raises, is the same each time, and gives only values that may be kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.readiness.parse import parse, slots_of
from bot.readiness.slots import CONVERSATIONS, GROUPS
from tests.readiness.reading_help import ON, entry, reading

KEYS = [group.key for group in CONVERSATIONS]
WORDS = [
    "<@U0NGOZI01>",
    "<@U0TOM0001|tom>",
    "Tom",
    "Ngozi Okonkwo",
    "田中陽子",
    "أحمد فاروق",
    "owns it",
    "owner:",
    "backup is",
    "I",
    "reads",
    "20 of 400",
    "every 2 weeks",
    "daily",
    "loud:",
    "quiet -",
    "invisible =",
    "alert",
    "->",
    "3 Nov",
    "2026-11-03",
    "last Friday",
    "30 Feb",
    "model",
    "gpt-5-2025-08-07",
    "key",
    "rotated",
    "managed",
    "contract until",
    "by hand",
    "ours",
    "1)",
    "2)",
    "\n- ",
    "\n",
    ".",
    ",",
    ";",
    "?",
    "(",
    ")",
    "<https://wiki.example.com|plan>",
    "plan in",
    "after 2 h",
    "decides",
    "9-17 CET",
    "nights",
    "\u202e",
    "\u200b",
    "\ue000",
    "\ud800",
    "<!channel>",
    "*",
    "&lt;",
]
SAID = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=30).map(" ".join)
TEXTS = st.text(max_size=200) | SAID


@given(st.sampled_from(KEYS), st.lists(TEXTS, max_size=3))
@settings(max_examples=300, deadline=None)
def test_never_raises_reads_the_same_twice_and_only_what_may_be_kept(key: str, texts: list[str]) -> None:
    found = reading(key, *texts)
    assert found == reading(key, *texts)
    known = {f"{number}.0" for number in range(1, len(texts) + 1)}
    for kind, reads in ((None, found.slots), *((row.kind, row.slots) for row in found.rows)):
        slots = {slot.name: slot for slot in slots_of(GROUPS[key], kind)}
        for name, each in reads.items():
            assert parse(slots[name], each.value, ON) == each.value
            assert each.cites
            assert set(each.cites) <= known


@given(SAID)
@settings(max_examples=100, deadline=None)
def test_any_reply_to_a_follow_up_can_be_read(text: str) -> None:
    for key in KEYS:
        for slot in GROUPS[key].slots:
            reading(key, entry(text, asked=slot.name))


@given(
    st.sampled_from(
        [
            "The weather is fine.",
            "Thanks for asking!",
            "今日は晴れです。",
            "See you on Monday.",
            ":tada:",
            "We met in July.",
        ]
    )
)
@settings(deadline=None)
def test_an_unrelated_sentence_takes_no_mention_away(sentence: str) -> None:
    text = "<@U0NGOZI01> owns it. <@U0TOM0001> steps in."
    for said in (f"{sentence} {text}", f"{text} {sentence}", f"{text}\n{sentence}"):
        found = reading("ownership", said).slots
        assert (found["owner"].value, found["backup"].value) == ("U0NGOZI01", "U0TOM0001")
    found = reading("ownership", text, sentence).slots
    assert (found["owner"].value, found["backup"].value) == ("U0NGOZI01", "U0TOM0001")


LONG = [
    "<@U0NGOZI01>",
    "Tom reads 20 daily. ",
    "key,",
    "loud: ",
    "田中陽子",
    "((",
    "3 Nov ",
    "a-b-",
    "<@U1|",
    "\u202e",
    "\n- key",
    "I ",
    "a.b@c",
]


@pytest.mark.parametrize("unit", LONG)
@pytest.mark.parametrize("key", KEYS)
def test_forty_thousand_characters_are_read(key: str, unit: str) -> None:
    found = reading(key, (unit * 40_000)[:40_000])
    assert len(found.rows) <= 60


def test_an_unknown_conversation_gives_nothing() -> None:
    assert reading("playbook", "Ngozi owns it").empty
