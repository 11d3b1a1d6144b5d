"""Which replies in a pilot's thread are talk and not answers (EXPERIENCE: The thread of a pilot, 3)."""

from __future__ import annotations

import re

from bot.readiness.words import clean

SHORT_WORDS = 6

_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|(?<=[。！？])|\n")
_QUESTION_END = re.compile(r"[?？؟][!?？！؟]*$")
_TAIL = re.compile(r"(?:\s|[\"'”’)\]]|:[a-z0-9_+\-]{1,40}:)+$")
_WORD = re.compile(r"\w[\w'’-]*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


def is_talk(text: str, asked: bool, has_value: bool) -> bool:
    """Whether a reply is talk: ``//`` at the start, nothing but questions, or at most six words without a slot value by
    somebody who was not asked.

    ``asked``: the author was asked this question, or is the one it waits for. ``has_value``: ``reading.read`` found a
    value in this message alone. Never raises; linear in the length of the text.
    """
    words = clean(text)
    if words.startswith("//") or only_questions(words):
        return True
    return not asked and not has_value and count_words(words) <= SHORT_WORDS


def only_questions(text: str) -> bool:
    """Whether every sentence of the text ends with a question mark, and there is one."""
    sentences = [_trimmed(sentence) for sentence in _SENTENCE_END.split(text)]
    spoken = [sentence for sentence in sentences if _WORD.search(sentence)]
    return bool(spoken) and all(_QUESTION_END.search(sentence) for sentence in spoken)


def count_words(text: str) -> int:
    """The number of words; in scripts written without spaces two characters count as a word."""
    spaced = len(_WORD.findall(_UNSPACED.sub(" ", text)))
    return spaced + (len(_UNSPACED.findall(text)) + 1) // 2


def _trimmed(sentence: str) -> str:
    return _TAIL.sub("", sentence.strip())
