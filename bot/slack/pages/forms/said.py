"""What a form becomes when it cannot be sent: a sentence, and everything that was typed, to copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from bot.slack.pages.blocks import context, divider, escape, section
from bot.slack.pages.forms import words
from bot.slack.pages.forms.frame import DraftRef, ViewDict, modal

MOST = 40
"""Fields that are shown; no form has more."""
ROOM = 2900
PICKED = re.compile(r"[UWCG][A-Z0-9]{6,}|\d{4}-\d{2}-\d{2}|-?\d+")
CHOICES = frozenset(choice for choices in words.CHOICES.values() for choice in choices) | {"yes", "no"}


class Typed(Protocol):
    """What ``submissions.values_of`` read."""

    @property
    def slots(self) -> Mapping[str, Any]: ...

    @property
    def rows(self) -> Mapping[str, Mapping[str, Any]]: ...


def said(text: str, typed: Iterable[str] = ()) -> ViewDict:
    """A modal with the sentence ``text`` (mrkdwn) and, below it, what was typed (plain words)."""
    shown = [section(">" + escape(one)[:ROOM].replace("\n", "\n>")) for one in list(typed)[:MOST]]
    kept = [divider(), context("What you typed, so that you can copy it:"), *shown] if shown else []
    title = "Nothing was saved" if kept else "Please note"
    return modal("said", title, [section(text), *kept], DraftRef(), submit=None)


def typed_words(form: Typed) -> tuple[str, ...]:
    """The texts that people typed in a form; what was picked is left out."""
    places = (form.slots, *form.rows.values())
    return tuple(text for values in places for raw in values.values() for text in _texts(raw))


def _texts(raw: object) -> Iterator[str]:
    if isinstance(raw, Mapping):
        for part in raw.values():
            yield from _texts(part)
    elif isinstance(raw, str) and raw.strip() and raw not in CHOICES and not PICKED.fullmatch(raw):
        yield raw.strip()
