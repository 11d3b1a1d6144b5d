"""What is said of who sees a failure, where nobody wrote loud, quiet or invisible; and whether a failure is named."""

from __future__ import annotations

import re

from bot.readiness.reading.piece import D, Piece

_NOBODY_SEES = re.compile(
    r"\b(?:nobody|no one|noone|no-one|none of us|niemand|keiner)(?: (?:ever|would|will|really|else|of us)){0,2} "
    r"(?:notices?|noticed|sees?|saw|realises?|realizes?|spots?|knows|merkt|sieht)\b"
    r"|\bwithout (?:anyone|anybody|us|people|somebody|someone)(?: (?:ever|really))? (?:noticing|seeing|knowing)\b"
    r"|\bun(?:noticed|detected|bemerkt)\b",
    re.I,
)
_CAREFUL = re.compile(
    r"\b(?:silent(?:ly)?|quiet(?:ly)?|subt(?:le|ly)|slips? through|plausible|stillschweigend"
    r"|looks? (?:all )?(?:fine|right|ok(?:ay)?|good|normal|correct|plausible)"
    r"|(?:easy|easily) (?:to )?(?:miss(?:ed)?|overlook(?:ed)?)|(?:hard|difficult) to (?:spot|see|notice))\b",
    re.I,
)
_EVERYBODY = re.compile(
    r"\b(?:everybody|everyone|all of us|each user|jeder|alle)(?: (?:will|would|can|immediately|just|then)){0,2} "
    r"(?:sees?|notices?|gets?|complains?|knows|sehen)\b|\bsieht (?:es )?jeder\b|\bvisible (?:to|for) (?:all|every\w+)\b"
    r"|\b(?:users?|people|clerks?|agents?|customers?|planners?|staff|nurses?|they|you)"
    r"(?: (?:will|would|can|just|then)){0,2} (?:see|get)s? (?:only )?(?:an? |the )?(?:big |red |blank )?"
    r"(?:errors?|banner|spinner|blank|empty|timeouts?|red|white|'|\"|“|‘)",
    re.I,
)
_FAILS = re.compile(
    r"\b(?:hallucinat\w{1,5}|invent(?:s|ed)?|ma(?:kes?|de|king) (?:\w+ )?up|wrong(?:ly)?|incorrect(?:ly)?"
    r"|false(?! (?:positive|negative|alarm)s?\b)|falsche?[rsn]?"
    r"|mis(?:reads?|match\w*|label\w*|classif\w*|interpret\w*|rout\w*|sing|ses)|mix(?:es|ed) up|confus(?:es|ed|ing)"
    r"|stale|outdated|duplicates?|dupes|truncat\w{1,3}|rubbish|garbage|nonsense|drift(?:s|ed)?|crash(?:es|ed)?|dies"
    r"|(?:is|are|goes|was) (?:down|off|away|late|gone|unavailable)|outages?|times? out|time-?outs?|unreachable"
    r"|stops|breaks?|fails?|failing|weg ist|skips?|forgets?|drops?|too (?:few|many|low|high)"
    r"|old (?:prices|polic\w+|data|numbers|version)|from last (?:month|year|week)|upside down)\b"
    rf"|{D}['’]s\b",
    re.I,
)
_NOT_NAMED = re.compile(
    r"\b(?:something|anything|things?)(?: (?:is|are|goes|go|ever|would))? (?:wrong|breaks?|fails?|stops|crashes|down)\b"
    r"|\b(?:can|could|may|might|does|do|ever) go wrong\b|\b(?:if|when) it(?:['’]s| is| was| ever is) wrong\b"
    r"|(?:\b(?:not|never|hardly)|n['’]t)(?: (?:really|ever|yet|silently|quietly|just)){0,2} "
    r"(?:fail|break|crash|stop|wrong|drift|invent|hallucinate)\w*\b",
    re.I,
)
_NEGATED = re.compile(r"(?:\b(?:not|never|hardly)|n['’]t)\s(?:\w+\s){0,2}$", re.I)


def names_failure(piece: Piece) -> bool:
    """Whether the words say what goes wrong; "something breaks" and "doesn't fail" say nothing of that."""
    return bool(_FAILS.search(_NOT_NAMED.sub(" ", piece.mask)))


def is_vague(piece: Piece) -> bool:
    """Whether the words speak of failing without saying what goes wrong: "if it is wrong", "when something breaks"."""
    return bool(_FAILS.search(piece.mask)) and not names_failure(piece)


def hides(piece: Piece) -> bool:
    """Whether it is said that nobody sees it, or only who looks with care."""
    return _nobody_sees(piece.mask) or _is_said(_CAREFUL, piece.mask)


def shows(piece: Piece) -> bool:
    """Whether it is said that everybody sees it."""
    return _is_said(_EVERYBODY, piece.mask)


def loudness_of(piece: Piece, signal: str) -> str | None:
    """Who sees the failure, by the words; None where they say nothing, or two things.

    Nobody is said to see it and yet somebody looks or something stops it: then it is easy to miss, and not hidden.
    """
    unseen, careful, seen = _nobody_sees(piece.mask), _is_said(_CAREFUL, piece.mask), shows(piece)
    if seen:
        return None if unseen or careful else "loud"
    if unseen:
        return "quiet" if signal not in ("", "nothing_shows_it", "somebody_complains") else "invisible"
    return "quiet" if careful else None


def _nobody_sees(mask: str) -> bool:
    return bool(_NOBODY_SEES.search(mask))


def _is_said(pattern: re.Pattern[str], mask: str) -> bool:
    """Whether the pattern stands in the text without a "not" just before it."""
    return any(not _NEGATED.search(mask[max(0, m.start() - 24) : m.start()]) for m in pattern.finditer(mask))
