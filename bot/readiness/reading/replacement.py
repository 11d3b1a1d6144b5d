"""Reading "what replaces it": the way it is done instead, who does it, when it is switched, when that was last done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.readiness.reading.finds import Finds
from bot.readiness.reading.model import Reading
from bot.readiness.reading.passage import Passage, SpotKind
from bot.readiness.reading.piece import NW, P, Piece, clauses, sentences, whole

_LONGEST = 500
_FEWEST_WORDS = 3
_WAIT = re.compile(r"\bwait\b", re.I)
_NOT_A_PATH = re.compile(
    r"\b(?:n/a|not sure|won't|will not|never|uptime|don't know|hadn't thought|no idea|i guess"
    r"|should be easy|tbd|tbc|quickly|maybe|perhaps|have backups?|old way|vendor)\b",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:by hand|manual(?:ly)?|themsel(?:f|ves)|ourselves|instead|as before|like before|templates?"
    r"|excel|sheet|macro|rules engine|second model|old \w+"
    r"|dictate|key (?:in )?\w+|read (?:raw|all)|wait|faq page|phone|paper|hand)\b|von hand"
    r"|a mano|\.xlsx\b|\buses?\b|\bwrites?\b|\bplan by\b",
    re.I,
)
_PAST = re.compile(
    r"(?<!we always )(?<!we )\bdid\b|\b(?:done|tested|tried|drill|practised|practiced|rehearsed|exercise|last (?:time"
    r"|done)|for real|worked that way|geübt|probado)\b",
    re.I,
)
_AFTER = re.compile(
    r"\b(?:after|once|when|if|from|nach|switch (?:over )?after)\b[^.;\n]{0,60}?(?:\b\d{1,3}\s?(?:h"
    r"|hours?|min(?:utes?)?|days?|std|stunden|minuten)\b|\bhalf a day\b|\ba day\b|\ban hour\b)",
    re.I,
)
_SWITCH = re.compile(
    r"(?:and\s|then\s)?(?:(?:we|they|i|you|the team)\s)?(?:(?:would|will|then)\s)?(?:switch|change|go|move)(?:es)?"
    r"(?:\s(?:over|back))?(?:\sto (?:it|that|this|paper|manual|hand))?\s(?=(?:after|when|once|if|as soon as)\b)",
    re.I,
)
_DECIDES = re.compile(r"\b(?:decides?|calls it|makes the call|gives the word|entscheidet|decide)\b", re.I)
_DONE_WORDS = re.compile(
    r"\b(?:did (?:it|that|this)|done|tested|tried|drill(?:ed)?|practised|practiced|rehearsed"
    r"|last (?:did|done|worked|used)|last time was|game ?day|zuletzt|for real|geübt|getestet|probad[oa]|we did)\b",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:not|never|nie)\b[^.;\n]{0,20}\b(?:tried|tested|done)\b|\bagreed\b|\beval\b", re.I)
_ROLE = re.compile(
    r"^\W{0,3}(?:the |our )?(?P<role>(?:(?:AP|support|team|shift|fraud|claims|sales|back-office|duty) )?"
    r"(?:clerks|agents|analysts|doctors|recruiters|planners|leads|nurses|operators|editors"
    r"|reviewers|accountants|buyers|associates|colleagues|lawyers|paralegals|assistants|engineers|secretaries"
    r"|controllers))\b",
    re.I,
)
_DOER = re.compile(
    rf"^{NW}{{0,3}}(?:\w+ )?{P}(?:(?:, | and | & | und | y ){P})*\s(?!decides|calls|says|entscheidet)\w", re.I
)

_DO_IT = re.compile(
    rf"{P}(?:(?:, | and | & | und | y ){P})*\s(?:would |will |can )?(?:do|does|handles?) (?:it|this|that|them)\b", re.I
)


def read_replacement(passages: Sequence[Passage]) -> Reading:
    """The slots of ``replacement``; ``nothing_needed`` never, since words don't agree for somebody else."""
    finds = Finds()
    for passage in passages:
        for sentence in sentences(whole(passage)):
            if not sentence.asks:
                _read_trigger(finds, sentence)
                _read_tried(finds, sentence)
                _read_path(finds, sentence)
                _read_doers(finds, sentence)
    return Reading(finds.reads)


def _read_path(finds: Finds, sentence: Piece) -> None:
    """Adds the first sentence that says what is done instead, and who does it when it says that too."""
    mask = sentence.mask
    says = _INSTEAD.search(mask) and not (_NOT_A_PATH.search(mask) or _PAST.search(mask) or _AFTER.search(mask))
    if not says or "path" in finds.reads or len(mask.split()) < (2 if _WAIT.search(mask) else _FEWEST_WORDS):
        return
    finds.add("path", sentence.said[:_LONGEST], sentence.ts)
    role = _ROLE.search(mask)
    if _DOER.search(mask) and not _DO_IT.search(mask):
        _add_doers(finds, sentence)
    elif role:
        finds.add("who", {"rota": role["role"]}, sentence.ts, proposal=True)


def _read_doers(finds: Finds, sentence: Piece) -> None:
    """Adds who is said to do it, in the sentence of the way or in one of its own: that says more than a role."""
    done_by = _DO_IT.search(sentence.mask)
    if done_by and not _NOT_A_PATH.search(sentence.mask):
        known = finds.reads.get("who")
        if known and isinstance(known.value, dict) and "rota" in known.value:
            finds.reads.pop("who")
        _add_doers(finds, sentence.cut(done_by.start(), done_by.end()))


def _add_doers(finds: Finds, doing: Piece) -> None:
    doers = doing.spots(SpotKind.PERSON)
    users = list(dict.fromkeys(spot.value for spot in doers))
    finds.add("who", {"users": users} if users else None, doing.ts, any(spot.proposal for spot in doers))


def _read_trigger(finds: Finds, sentence: Piece) -> None:
    """Adds the clauses that say after what it is switched, or who decides, as they were written."""
    parts = [part for part in clauses(sentence) if _AFTER.search(part.mask) or _DECIDES.search(part.mask)]
    if not parts or _NOT_A_PATH.search(sentence.mask):
        return
    span = Piece(sentence.passage, parts[0].start, parts[-1].end)
    lead = _SWITCH.match(span.said)
    said = span.said[lead.end() :] if lead else span.said
    known = finds.reads.get("trigger")
    if known and sentence.ts in known.cites and isinstance(known.value, str):
        finds.reads.pop("trigger")
        said = f"{known.value}; {said}"
    finds.add("trigger", said[:_LONGEST], sentence.ts)


def _read_tried(finds: Finds, sentence: Piece) -> None:
    if not _DONE_WORDS.search(sentence.mask) or _NOT_DONE.search(sentence.mask):
        return
    for spot in sentence.spots(SpotKind.DATE):
        day = spot.day.before(sentence.passage.anchor) if spot.day else None
        if day:
            finds.first("tried_on", day.isoformat(), sentence.ts)
