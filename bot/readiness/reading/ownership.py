"""Reading "who owns it": owner and backup by the words beside them, and the sentences about cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.readiness.reading.cover import read_cover
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import Passage, SpotKind
from bot.readiness.reading.piece import NW, P, Piece, sentences, whole
from bot.readiness.reading.roles import ASIDE, WHO, holders, person_at

_IS = r"\s?(?:is|are|will be|would be|=|:|-|–|->|ist|es|est|jest|è)?\s?(?:now\s|@)?"
_OWNER = [
    re.compile(
        rf"(?<!not )(?<!co-)\b(?:owner|owned by|responsible|accountable|verantwortlich(?:e|er)?"
        rf"|responsable|dueñ[oa]|właściciel(?:em|ka)?|المسؤول){_IS}{WHO}",
        re.I,
    ),
    re.compile(
        rf"(?<!if ){WHO}{ASIDE}(?:(?:now|currently|still|will)\s)?"
        r"(?:owns?\b(?! (?:the|our|my|a) (?:export|key|data|table|feed|list|model)\b)"
        r"|(?:is|am|'m|will be) (?:now )?(?:the |its )?(?:owner|accountable|responsible|in charge)\b(?! "
        r"for (?:the|our) (?:export|key|data)\b)"
        r"|accepted|accepts|runs (?:it|the)\b|ist verantwortlich|es responsable)",
        re.I,
    ),
]
_OWNER += [
    re.compile(rf"(?:責任者|担当者|オーナー|負責人|负责人)\s?[は是:：]\s?{WHO}"),
    re.compile(rf"{WHO}(?:さん)?\s?[がは是]\s?(?:責任者|担当|オーナー|負責人|负责人)"),
]
_STEPS_IN = (
    r"(?:covers?\b|steps? in\b|stands? in\b|fills? in\b|takes? over (?:when|if|while)\b|(?:is"
    r"|am|'m|will be|as) (?:the |my |her |his |their )?"
    r"(?:backup|back-up|deputy|stand-in|substitute)\b|when (?:she|he|they|i) (?:is|are|am|'s) "
    r"(?:off|away|out|ill|sick)\b"
    r"|vertritt\b|springt ein\b|cubre\b)"
)
_BACKUP = [
    re.compile(
        r"\b(?:back-?\s?up|deputy|stand-in|substitute|second person|(?:vacation|holiday|leave) "
        r"cover|stellvertret\w{2,8}|vertretung|suplente|respaldo)"
        rf"(?: who can [^:.\n]{{1,60}}:|{_IS}){WHO}",
        re.I,
    ),
    re.compile(
        rf"\b(?:if|when) (?:she|he|they|i)(?:'s| is| are|'re| am|'m) (?:out|away|off|ill|sick|on "
        rf"leave)\s?[:,]?\s?{WHO}",
        re.I,
    ),
    re.compile(rf"\b(?:if|when) {P} is (?:out|away|off|ill|sick|on leave)\s?[:,]?\s?{WHO}", re.I),
    re.compile(rf"{WHO}{ASIDE}{_STEPS_IN}", re.I),
    re.compile(rf"{WHO}\s?\((?:the )?(?:backup|deputy|stand-in|vertretung)\)", re.I),
]
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
    backups = list(holders(sentence, _BACKUP))
    for user, proposal in backups:
        finds.add("backup", user, sentence.ts, proposal)
    for user, proposal in holders(sentence, _OWNER):
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
