"""The words of the forms: complete, short, and none that people should not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.readiness.slots import GROUPS, Slot
from bot.slack.pages.forms import errors, small_words, words

NEVER = re.compile(r"\b(thin|hollow|slots?|probes?|on the hook|gates?)\b", re.IGNORECASE)
TITLE, OPTION, BUTTON, HINT = 24, 75, 30, 90
SLOTS = [(key, slot) for key, group in GROUPS.items() for slot in group.slots]
ROW_SLOTS = [
    (key, slot)
    for key, group in GROUPS.items()
    for slots in (group.rows.slots.values() if group.rows else ())
    for slot in slots
]


def strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, tuple):
        for value in node:
            yield from strings(value)


@pytest.mark.parametrize(("group", "slot"), [*SLOTS, *ROW_SLOTS], ids=lambda one: getattr(one, "name", one))
def test_every_slot_has_a_label_and_every_choice_a_text(group: str, slot: Slot) -> None:
    assert words.LABELS[group][slot.name]
    together = {"logged", "checked"}
    offered = together if slot.name in together else {*slot.choices, *([slot.word] if slot.word else [])}
    if offered:
        shown = words.CHOICES["logged" if slot.name in together else slot.name]
        assert set(shown) == offered
    assert not slot.word or words.OR[slot.name]


def test_labels_are_of_slots_that_exist() -> None:
    known = {(key, slot.name) for key, slot in [*SLOTS, *ROW_SLOTS]}
    told = {(key, name) for key, labels in (*words.LABELS.items(), *words.HINTS.items()) for name in labels}
    assert told <= known


def test_titles_buttons_and_options_are_short() -> None:
    titles = [*words.TITLES.values(), *words.ROW_TITLES.values(), *small_words.TITLES.values()]
    titles += small_words.SUBMITS.values()
    assert [one for one in titles if len(one) > TITLE] == []
    options = [text for choices in words.CHOICES.values() for text in choices.values()]
    assert [one for one in options if len(one) > OPTION] == []
    buttons = [words.ADD[key][0] for key in words.ADD] + [label for label, _ in small_words.MORE.values()]
    assert [one for one in buttons if len(one) > BUTTON] == []
    assert [one for one in strings(words.HINTS) if len(one) > HINT] == []


def test_no_word_of_the_code_is_shown_to_people() -> None:
    shown = [
        text
        for module in (words, small_words, errors)
        for name, node in vars(module).items()
        if name.isupper() and isinstance(node, dict | str)
        for text in strings(node)
    ]
    assert len(shown) > 150
    assert [text for text in shown if NEVER.search(text)] == []


def test_every_group_and_kind_has_its_words() -> None:
    assert set(words.TITLES) == set(words.INTRO) == set(words.LABELS) == set(GROUPS)
    kinds = {kind or key for key, group in GROUPS.items() for kind in (group.rows.slots if group.rows else ())}
    assert set(words.ADD) == set(words.ROW_TITLES) == kinds
    assert set(words.NO_ROWS) == set(words.NAMELESS) == {key for key, group in GROUPS.items() if group.rows}
