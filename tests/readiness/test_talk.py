"""What is talk and what is an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readiness.talk import count_words, is_talk


@pytest.mark.parametrize(
    ("text", "asked", "has_value", "talk"),
    [
        ("// let me check with Sam first, this is not for the record", True, True, True),
        ("  //later", True, False, True),
        ("https://wiki.example.com//x", True, True, False),
        ("Who is on call on Sundays?", True, True, True),
        ("Really? Is it Ngozi?", True, True, True),
        ("¿Quién es?", True, False, True),
        ("誰ですか？ 本当？", True, False, True),
        ("من؟", True, False, True),
        ('Is that so?" :thinking_face:', True, False, True),
        ("Ngozi owns it. Is that fine?", False, True, False),
        ("see https://example.com/a?b=c for the whole of the list", False, False, False),
        ("ok", False, False, True),
        ("ok", True, False, False),
        (":joy:", False, False, True),
        ("one two three four five six", False, False, True),
        ("one two three four five six seven", False, False, False),
        ("Tom Beard", False, True, False),
        ("田中さんがこのシステムの責任者で夜間は当直です", False, False, False),
        ("はい", False, False, True),
        ("", False, False, True),
        ("", True, False, False),
    ],
)
def test_talk(text: str, asked: bool, has_value: bool, talk: bool) -> None:
    assert is_talk(text, asked, has_value) is talk


def test_words_are_counted_in_scripts_without_spaces_too() -> None:
    assert count_words("we don't know") == 3
    assert count_words("田中陽子") == 2
    assert count_words(":) !!") == 0


@given(st.text(), st.booleans(), st.booleans())
def test_never_raises_and_marked_talk_is_always_talk(text: str, asked: bool, has_value: bool) -> None:
    assert is_talk(text, asked, has_value) in (True, False)
    assert is_talk("//" + text, asked, has_value)


@given(st.text())
def test_a_value_from_somebody_asked_is_talk_only_as_question_or_when_marked(text: str) -> None:
    if "?" not in text and "؟" not in text and "？" not in text and "//" not in text:
        assert not is_talk(text, True, True)
