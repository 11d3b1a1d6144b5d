"""Text as it comes from outside: made harmless to keep, and folded for comparing. Linear in the length, never
raises."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KEPT_JOINERS = "\u200c\u200d"  # Persian and Indic words and emoji need them
_DROPPED = {"Cf", "Co", "Cs"}
_UNDECOMPOSED = {"ł": "l", "ø": "o", "đ": "d", "ß": "s", "æ": "a", "œ": "o", "ı": "i", "ð": "d", "þ": "t"}
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


@lru_cache(maxsize=8192)
def _harmless(character: str) -> str:
    """The character itself, a space for a control or separator, nothing for invisible, overriding or private ones."""
    if character in "\n" + _KEPT_JOINERS:
        return character
    category = unicodedata.category(character)
    if category in _DROPPED:
        return ""
    if category == "Zl" or category == "Zp":
        return "\n"
    return " " if category in ("Cc", "Zs") else character


def clean(text: str) -> str:
    """The text composed (NFC), without control, zero-width, direction-overriding, private-use and surrogate characters;
    runs of spaces and of newlines collapsed, trimmed. Text with nothing visible becomes the empty string."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    kept = _LINES.sub("\n", _SPACES.sub(" ", "".join(map(_harmless, composed)))).strip()
    return kept if any(unicodedata.category(character)[0] in "LNPS" for character in kept) else ""


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].lower()[:1]
    return _UNDECOMPOSED.get(base, base)


def fold(text: str) -> str:
    """The text in lower case and without accents, character for character: offsets in it are offsets in the text."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))
