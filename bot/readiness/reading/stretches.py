"""Dividing an answer about failures into stretches that speak of one failure each, with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from bot.readiness.reading.bare_words import bare, only_loudness
from bot.readiness.reading.loudness import hides, is_vague, names_failure, shows
from bot.readiness.reading.piece import NW, P, Piece, clauses, items, sentences
from bot.readiness.reading.plan import PLAN_PART
from bot.readiness.reading.response import steps
from bot.readiness.reading.signals import signal_of

_LABEL = re.compile(
    r"\b(?:(?P<loud>loud|laut|ruidos[oa]|easy to (?:see|spot)|obvious|seen by all|everyone sees)|(?P<quiet>quiet|silent"
    r"|leise|silencios[oa]|(?:easy to (?:miss|overlook)|hard to (?:see|spot|notice)))"
    r"|(?P<invisible>invisible|hidden|unsichtbar))(?:\s(?:ones?|failures?|faults?))?(?:\s\([^()\n]{1,40}\))?"
    r"(?:\s?(?:[:=–—]|->|-\s)|(?<=ne|re|lt)\s(?:is|would be)\s(?:when|that|if)\s)",
    re.I,
)
_ARROW = re.compile(r"\s?(?:->|→|=>|[–—]|:(?=\s))\s?")
_PAGES = re.compile(r"\s(?:pages|alerts|mails|emails)\s", re.I)
_OR_IT = re.compile(
    r"(?:,|\s)\s?(?:or|but)\s(?=(?:it|sometimes|else|quietly|silently|the [\w ]{1,30} (?:is|are|gets?))\b)",
    re.I,
)
_IT = re.compile(rf"{NW}{{0,3}}(?:it|sometimes)\s(?:may |can |just |also )?(?!would|will)\w", re.I)
_MARK = re.compile(rf"{NW}{{0,4}}\(?\d{{1,2}}[.)]\s")
_WHEN = re.compile(r"\b(?:when(?:ever)?|if|once|as soon as)\s(?P<what>.{3,200}?)(?:\s(?:and|then)\s|$)", re.I | re.S)
_RESPONDS = re.compile(
    rf"^{NW}{{0,3}}(?:(?:and|then|so|first|in that case),?\s){{0,2}}(?:{P}|(?:I|we|she|he|they|then|(?:an?|no) alert"
    rf"|alerts?|on-call|if (?:she"
    r"|he|they|we|so)|(?:the|our|a|there is an?|there's an?)(?: [\w-]+){0,3} (?:check|alert|alarm|sample|review"
    r"|monitor)"
    r")\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is said of one failure: the ``label`` somebody gave it ("" for none), the whole, and the words that say
    what goes wrong."""

    label: str
    piece: Piece
    what: Piece


def stretches(piece: Piece) -> Iterator[Stretch]:
    """The failures of an answer: first what stands before the first label, then from label to label; each ends where
    the plan is spoken of."""
    labels = list(_LABEL.finditer(piece.mask))
    plans = [match.start() for match in PLAN_PART.finditer(piece.mask)]
    yield from _unlabelled(piece.cut(0, labels[0].start() if labels else None))
    starts = [*(label.start() for label in labels), len(piece.mask)]
    stops = iter(plans)
    stop = next(stops, None)
    for label, (_, following) in zip(labels, pairwise(starts), strict=True):
        while stop is not None and stop <= label.end():
            stop = next(stops, None)
        segment = piece.cut(label.end(), min(stop, following) if stop is not None else following)
        what = _first_step(segment)
        if what:
            yield Stretch(label.lastgroup or "", segment, what)


def labelled(piece: Piece) -> bool:
    """Whether somebody wrote loud, quiet or invisible as a label in the piece."""
    return bool(_LABEL.search(piece.mask))


def _first_step(segment: Piece) -> Piece | None:
    """What goes wrong, of a failure with a label: its first clause, up to an arrow or an alert."""
    for clause in chain.from_iterable(map(clauses, sentences(segment))):
        cuts = [0, *(place for arrow in _ARROW.finditer(clause.mask) for place in arrow.span()), len(clause.mask)]
        for start, end in zip(cuts[::2], cuts[1::2], strict=True):
            step = clause.cut(start, end)
            if any(character.isalpha() for character in step.text):
                paged = _PAGES.search(step.mask)
                return step.cut(0, paged.start()) if paged else step
    return None


def _unlabelled(piece: Piece) -> Iterator[Stretch]:
    listed = items(piece)
    groups = [[item] for item in listed] if listed else _running(chain.from_iterable(map(_parts, sentences(piece))))
    for group in groups:
        whole = Piece(piece.passage, group[0].start, group[-1].end, group[0].asks)
        telling = names_failure(whole) or hides(whole) or shows(whole) or (listed and signal_of(whole))
        what = _what(group) if telling and not PLAN_PART.search(group[0].mask) else None
        if what:
            yield Stretch("", whole, what)


def _parts(sentence: Piece) -> Iterator[Piece]:
    """A sentence, divided where it turns to another failure: "it crashes or it quietly returns …"."""
    start = 0
    for turn in _OR_IT.finditer(sentence.mask):
        yield sentence.cut(start, turn.start())
        start = turn.end()
    yield sentence.cut(start)


def _running(parts: Iterable[Piece]) -> Iterator[list[Piece]]:
    """In running text each sentence that names a failure begins one; the sentences after it say more of it."""
    group: list[Piece] = []
    for part in parts:
        if part.asks or is_vague(part) or PLAN_PART.search(part.mask):
            if group:
                yield group
            group = []
        elif _begins(part, group):
            if group:
                yield group
            group = [part]
        elif group:
            group.append(part)
    if group:
        yield group


def _begins(part: Piece, group: list[Piece]) -> bool:
    if not names_failure(part):
        return (not group or bool(_IT.match(part.mask))) and (hides(part) or shows(part))
    return not group or not _RESPONDS.search(part.mask)


def _what(group: list[Piece]) -> Piece | None:
    """The words that say what goes wrong: from the first step that does to the last before who sees it or acts."""
    mark = _MARK.match(group[0].mask)
    own = list(steps(group[0].cut(mark.end() if mark else 0)))
    first = next((number for number, step in enumerate(own) if names_failure(step)), None)
    if first is None:
        return own[0] if own and _may_name(own[0]) else None
    if _RESPONDS.search(own[first].mask):
        return _condition(own[first])
    last = first
    while last + 1 < len(own) and not _is_aftermath(own[last + 1]):
        last += 1
    return bare(Piece(own[first].passage, own[first].start, own[last].end))


def _may_name(step: Piece) -> bool:
    """Whether the step can be what goes wrong: neither who sees it, nor who acts, nor only that it is loud."""
    return not (hides(step) or _RESPONDS.search(step.mask) or only_loudness(step))


def _condition(step: Piece) -> Piece | None:
    """What goes wrong in "Tom gets an alert when the job crashes and restarts it": the job crashes."""
    found = _WHEN.search(step.mask)
    return step.cut(found.start("what"), found.end("what")) if found else None


def _is_aftermath(step: Piece) -> bool:
    """Whether the step no longer says what goes wrong, but who sees it and what is done."""
    return hides(step) or shows(step) or signal_of(step) is not None or bool(_RESPONDS.search(step.mask))
