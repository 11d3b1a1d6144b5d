"""Answers written as a list of labels: "who: Tom / how many: 20 / how often: weekly / last: 17 Nov"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import Passage
from bot.readiness.reading.piece import MOST_PIECES, NW, Piece, sentences, whole
from bot.readiness.reading.plain_value import plain_values
from bot.readiness.slots import GROUPS, Slot

_LABELS = {
    "review": {
        "reviewer": r"who|reviewer|name|wer|quién",
        "share": r"how many|how much|number|sample(?: size)?|amount|wie viele|cuántos",
        "every": r"how often|frequency|period|rhythm|wie oft|frecuencia",
        "last_on": r"last(?: time| check| review| one| done)?|zuletzt",
    },
    "replacement": {
        "path": r"how|fallback|instead|path|way|plan b|what",
        "who": r"who|people|wer|quién",
        "trigger": r"when|trigger|switch(?: over)?(?: when| after)?|wann|cuándo",
        "tried_on": r"(?:last )?(?:tried|tested|done|drill)(?: on)?|zuletzt",
    },
}
_PATTERNS = {
    (conversation, slot): re.compile(rf"^{NW}{{0,6}}(?:{words})\s?(?:[:=]|\s[–—-])\s?", re.I)
    for conversation, slots in _LABELS.items()
    for slot, words in slots.items()
}
_NOTHING = re.compile(rf"^{NW}*(?:nothing|never|nobody|none|n/a|no one|no|nichts|niemand|nie|nada|nadie|){NW}*$", re.I)


def read_labels(conversation: str, reading: Reading, passages: Sequence[Passage]) -> Reading:
    """The reading with the group's slots that stand behind their label, which says more than the words do."""
    slots = {slot.name: slot for slot in GROUPS[conversation].slots}
    finds = Finds()
    for passage in passages:
        for name, said in _labelled(conversation, passage):
            _add(finds, slots[name], said)
    return Reading({**reading.slots, **finds.reads}, reading.rows)


def _add(finds: Finds, slot: Slot, said: Piece) -> None:
    for value, proposal in plain_values(slot, said):
        finds.add(slot.name, value, said.ts, proposal)


def _labelled(conversation: str, passage: Passage) -> Iterator[tuple[str, Piece]]:
    """Slots with what stands behind their label; one label alone is hardly a list and counts like any other words."""
    found: dict[str, Piece] = {}
    for sentence in islice(sentences(whole(passage)), MOST_PIECES):
        for (group, slot), pattern in _PATTERNS.items():
            label = pattern.search(sentence.mask) if group == conversation and not sentence.asks else None
            if label and not _NOTHING.search(sentence.mask[label.end() :]):
                found.setdefault(slot, sentence.cut(label.end()))
    if len(found) >= 2:
        yield from found.items()
