"""Reading "who reviews the output": the person beside a verb of reviewing, and how much and how often they do it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import DATE, Passage, SpotKind
from bot.readiness.reading.piece import NW, D, P, Piece, sentences, whole
from bot.readiness.reading.rates import period_of, share_of
from bot.readiness.reading.roles import ASIDE, ME, WHO, person_at

_VERBS = (
    r"(?:samples?|reads?|checks?|reviews?|looks?|compares?|audits?|signs?|approves?|re-?reads?"
    r"|re-?checks?|spot[- ]?checks?|goes through(?= (?:all|every|each|them|about|~?\d|a (?:sample|random)))"
    r"|does(?= \d)|controls(?= (?:all|~?\d))|goes over(?= ~?\d)|verif(?:y|ies)|skims?"
    r"|prüft|liest|kontrolliert|revisa|comprueba|sprawdza)(?![\w-])"
)
_DOES = re.compile(rf"{WHO}\)?{ASIDE}(?:(?:always|also|still|personally|who)\s)?{_VERBS}", re.I)
_NAMED = re.compile(
    rf"\b(?:reviewer|reviewed by|checked by|approved by|looked at by|read by|audited by|sampled by|geprüft von"
    rf"|revisado "
    rf"por|(?:sample|second read|audit|review|check)(?: of \d{{1,6}}(?: \w{{1,20}})?)? by)(?: "
    rf"is|:|=)?\s?{WHO}|^{NW}{{0,3}}(?P<first>{P}):\s",
    re.I,
)
# Somebody named first with nothing said but how many or how often: "Ngozi. 20 per day"
_FIRST = re.compile(rf"^{NW}{{0,3}}{WHO}\s?(?:\([^()\n]{{0,60}}\)\s?)?(?:$|,\s|[–—-]\s|(?<=\s)(?=\d))", re.I)
_DOUBT = re.compile(r"\b(?:but|guess|maybe|perhaps|should|would|not|never|doesn|isn|don)\b", re.I)
_PAIR = re.compile(rf"{P}\s?(?:,|and|&|/|or|und|y)\s?{P}\s?,?\s?$", re.I)
_OTHER = re.compile(rf"(?:{P}|{ME})\s?(?:\([^()\n]{{0,60}}\)\s?)?(?:{_VERBS}|fixes|decides|approves)", re.I)
_LAST = re.compile(
    rf"\b(?:last|latest|most recent|first|letzte[rs]?|zuletzt|última)(?: (?:sample|check|review|audit|read"
    rf"|run|time|one|done|stichprobe|prüfung|revisión))?(?: it)?(?: was| took place| happened)?(?: on|:|,| am)?\s?{D}",
    re.I,
)


def read_review(passages: Sequence[Passage]) -> Reading:
    """The slots of ``review``. Share and period are read only from what is said of the reviewer."""
    finds = Finds()
    for passage in passages:
        for sentence in sentences(whole(passage)):
            if not sentence.asks:
                _read_reviewer(finds, sentence)
                _read_last(finds, sentence)
        _read_first(finds, list(sentences(whole(passage))))
    return Reading(finds.reads)


def _read_first(finds: Finds, said: list[Piece]) -> None:
    """Adds who is named first, as a proposal, where nobody is said to review and the rest tells a rate."""
    opening = said[0] if said else None
    match = _FIRST.search(opening.mask) if opening and not opening.asks else None
    if opening is None or match is None or "reviewer" in finds.reads:
        return
    told = opening if match.end() < len(opening.mask) else said[min(1, len(said) - 1)]
    rest = Piece(opening.passage, opening.start + match.end(), told.end)
    person = person_at(opening, match.start("who"))
    if person and _is_rate(rest):
        finds.add("reviewer", person[0], opening.ts, proposal=True)
        _read_rate(finds, rest, 0, 0)


def _is_rate(rest: Piece) -> bool:
    """Whether the words tell how much or how often, without doubt and of nobody else."""
    told = share_of(rest) is not None or period_of(rest) is not None
    return told and not _DOUBT.search(rest.mask) and not rest.spots(SpotKind.PERSON)


def _read_reviewer(finds: Finds, sentence: Piece) -> None:
    match = _DOES.search(sentence.mask) or _NAMED.search(sentence.mask)
    if match is None:
        return
    start = match.start("who") if match["who"] else match.start("first")
    if _PAIR.search(sentence.mask[: match.start("who") + len(match["who"])] if match["who"] else ""):
        return
    found = person_at(sentence, start)
    known = finds.reads.get("reviewer")
    if found is None or (known and known.value != found[0] and sentence.ts in known.cites):
        return
    finds.add("reviewer", found[0], sentence.ts, found[1])
    said_from = start if match.re is _DOES or match.start() == 0 else sentence.mask.rfind(",", 0, match.start()) + 1
    _read_rate(finds, sentence, said_from, match.end())


def _read_rate(finds: Finds, sentence: Piece, start: int, verb: int) -> None:
    """Adds share and period from the reviewer to the next person who does something."""
    other = _OTHER.search(sentence.mask, verb)
    said = sentence.cut(start, other.start() if other else None)
    share, period = share_of(said), period_of(said)
    finds.add("share", share, sentence.ts)
    if period:
        finds.add("every", period[0], sentence.ts)
        finds.add("every_days", period[1], sentence.ts)


def _read_last(finds: Finds, sentence: Piece) -> None:
    """Adds ``last_on``: a date after "last" or "first", or "yesterday" and "last Friday", which say it themselves."""
    for match in _LAST.finditer(sentence.mask):
        _add_day(finds, sentence, match.start() + match.group().index(DATE))
    for spot in sentence.spots(SpotKind.DATE):
        said = sentence.passage.text[spot.start : spot.end].lower()
        if said.startswith(("last ", "yesterday", "letzten ", "gestern", "ayer")) or said.endswith(" pasado"):
            _add_day(finds, sentence, spot.start - sentence.start)


def _add_day(finds: Finds, sentence: Piece, offset: int) -> None:
    spot = sentence.spot_at(offset)
    day = spot.day.before(sentence.passage.anchor) if spot and spot.day else None
    if day:
        finds.first("last_on", day.isoformat(), sentence.ts)
