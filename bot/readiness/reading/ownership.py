"""Reading "who owns it": owner and backup by the words beside them, and the sentences about cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.readiness.reading.cover import read_cover
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.holding import BACKUP, OWNER
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import Passage, SpotKind
from bot.readiness.reading.piece import NW, P, Piece, sentences, whole
from bot.readiness.reading.roles import WHO, holders, person_at

# Somebody named first, and nothing said about them but perhaps a title, is taken for the owner, as a proposal.
_NAMED_FIRST = re.compile(rf"^{NW}{{0,3}}{WHO}\s?(?:$|[.,;(\n–—]|-\s|{P})", re.I)
_PAIR = re.compile(rf"{P}\s?(?:and|&|/|or|und|y|oder)\s?{P}", re.I)
_JOINED = re.compile(rf"{P}\s?(?:,|and|&|/|or|und|y|oder)\s?{P}", re.I)


def read_ownership(passages: Sequence[Passage]) -> Reading:
    """The slots of ``ownership``. Who built it, or stands in a question, is not thereby the owner."""
    finds = Finds()
    for passage in passages:
        for sentence in sentences(whole(passage)):
            _read_people(finds, sentence)
        if passage.entry.asked in ("", "owner"):
            _read_first(finds, whole(passage))
        read_cover(finds, passage)
    return Reading(finds.reads)


def _read_people(finds: Finds, sentence: Piece) -> None:
    backups = list(holders(sentence, BACKUP))
    for user, proposal in backups:
        finds.add("backup", user, sentence.ts, proposal)
    for user, proposal in holders(sentence, OWNER):
        if user not in dict(backups) and not _is_one_of_several(sentence, {user, *dict(backups)}):
            finds.add("owner", user, sentence.ts, proposal)


def _is_one_of_several(sentence: Piece, known: set[str]) -> bool:
    """Whether two people are named as one ("Ngozi and Tom own it"), of whom one has no other role."""
    pairs = (sentence.cut(match.start(), match.end()) for match in _PAIR.finditer(sentence.mask))
    return any(spot.value not in known for pair in pairs for spot in pair.spots(SpotKind.PERSON))


def _read_first(finds: Finds, piece: Piece) -> None:
    match = _NAMED_FIRST.search(piece.mask)
    first = person_at(piece, match.start("who")) if match else None
    if match is None or first is None or "owner" in finds.reads or _JOINED.match(piece.mask, match.start("who")):
        return
    opening = next(iter(sentences(piece)), None)
    backup = finds.reads.get("backup")
    if opening and not opening.asks and (backup is None or backup.value != first[0]):
        finds.add("owner", first[0], piece.ts, proposal=True)
