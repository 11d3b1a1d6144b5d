"""What is done about a failure first, and by whom: read from the steps of one stretch of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.readiness.facts import Value
from bot.readiness.reading.passage import SpotKind
from bot.readiness.reading.piece import MOST_PIECES, NW, P, Piece, sentences
from bot.readiness.reading.roles import ME, person_at

_ACTOR = rf"(?:{P}|{ME}|(?:we|you|she|he|they|on-call|somebody|someone)\b)"
_STEP = re.compile(
    rf"[()\[\]]|[,،、，](?!\d)|\s?(?:->|→|=>|[–—]|:(?=\s))\s?|\s-\s|\s(?:and|but|so|then"
    rf"|und)\s(?:then\s)?(?={_ACTOR})",
    re.I,
)
_VERB = (
    r"(?:re-?)?(?:starts?|runs?|fix(?:es)?|corrects?|stops?|switch(?:es)?|turns?|tr(?:y|ies)|sync(?:s|hroni[sz]es)?"
    r"|loads?|updates?|pulls?|revers(?:e|es)|moves?|disables?|verts?|calls?|tells?|informs?|blocks?|sets?|deletes?"
    r"|removes?|adjusts?|do(?:es)?|repairs?|posts?|places?|escalates?|opens?|raises?|flags?|pauses?|kills?"
    r"|und(?:o|oes)|cleans?|voids?|cancels?|sends?|notif(?:y|ies)|rolls? back|check(?:s|ed)? again|takes? (?:it|over)"
    r"|holds?|looks? (?:at|into)|reads? raw|keys? (?:it|them|by|in)|hands?|builds?|startet|korrigiert|stoppt)"
)
_LEAD = r"(?:(?:and|then|so|und|first|firstly|next|zuerst|dann),?\s){0,2}"
_OPENING = re.compile(
    rf"{NW}{{0,3}}(?:(?:first(?: of all)?|firstly|next|then|and|so|zuerst|dann|und),?\s){{1,3}}", re.I
)
_DONE = re.compile(rf"^{NW}{{0,3}}{_LEAD}(?:also |would |will ){{0,2}}(?:{_VERB})\b", re.I)
_SOMEBODY_DOES = re.compile(
    rf"^{NW}{{0,3}}{_LEAD}(?!nobody|nothing|no |which|it\b|this|that|users?\b|customers?\b|people|if\b|when\b)"
    rf"(?:(?:the|our|an?)\s)?[\w-]{{2,30}}(?:\s[\w-]{{2,30}})?\s(?:then |also )?(?:{_VERB})\s"
    r"(?:it|the|that|them|this|all|by hand|a|over)\b",
    re.I,
)
"""The controller corrects it: a role with a deed and its object."""
_SUBJECT = re.compile(
    rf"^{NW}{{0,3}}{_LEAD}(?P<who>{P}|{ME}|(?P<they>she|he|they|who|we)\b|on-call\b)"
    rf"(?:\s(?:then|also|will|would|just|immediately|always)){{0,2}}\s(?P<verb>\w[\w-]*)",
    re.I,
)
_SAID_PLAINLY = re.compile(r"(?:\bdrafts? |\bbot |= ?)off\b|\broll ?back\b|\bby hand\b|\bfix \+|\breads? raw\b", re.I)
_NO_ACTION = re.compile(
    r"^\W{0,3}(?:first action\W*$|plan\W*$|we accept|we tolerate|users see|metric|alerts?\b|page\b)", re.I
)
_NOT_DONE = re.compile(
    r"^(?:is|are|was|has|have|had|can|could|may|might|would|will|should|gets?|sees?|notices?|knows?|thinks?|complains?"
    r"|finds?|catch(?:es)?|samples?|checks?|reviews?|compares?|reads?|audits?)$",
    re.I,
)
_AND = re.compile(r"\s(?:and|und)\s(?:then\s)?", re.I)
_ON_CALL = re.compile(r"\b(?P<team>[\w&-]{2,30}) on-call\b(?: rota| engineer| team)?", re.I)
_NO_TEAM = re.compile(r"pages?|paged|alerts?|mails?|the|our|to|calls?|by|is|and|then|week's|an?|min|via", re.I)


def without_lead(action: Piece) -> Piece:
    """The action without the "First" or "then" before it."""
    opening = _OPENING.match(action.mask)
    return action.cut(opening.end()) if opening else action


def steps(piece: Piece) -> Iterator[Piece]:
    """The parts of a stretch between commas, arrows and brackets, and where somebody begins to act; only those with
    words."""
    for count, sentence in enumerate(sentences(piece)):
        if count >= MOST_PIECES:
            return
        start = 0
        for end in _STEP.finditer(sentence.mask):
            yield from _worded(sentence.cut(start, end.start()))
            start = end.end()
        yield from _worded(sentence.cut(start))


def _worded(piece: Piece) -> tuple[Piece, ...]:
    return (piece,) if any(character.isalpha() for character in piece.text) else ()


def first_action(parts: list[Piece], signal_end: int) -> Piece | None:
    """The first thing that is done after the signal: somebody doing something, or a deed by itself.

    ``signal_end`` is where the words of the signal end in the passage. "She would see it" and "which is fine" are none.
    """
    for part in parts:
        if part.end > signal_end > part.start:
            joined = _AND.search(part.mask, signal_end - part.start)
            rest = part.cut(joined.end()) if joined else None
            if rest and _DONE.search(rest.mask):
                return rest
        elif part.start >= signal_end and _is_action(part.mask):
            return part
    return None


def _is_action(mask: str) -> bool:
    if _NO_ACTION.search(mask):
        return False
    subject = _SUBJECT.search(mask)
    if subject:
        return not _NOT_DONE.search(subject["verb"]) or bool(_SAID_PLAINLY.search(mask))
    return bool(_DONE.search(mask) or _SOMEBODY_DOES.search(mask) or _SAID_PLAINLY.search(mask))


def who_acts(action: Piece | None, segment: Piece) -> tuple[Value, bool] | None:
    """Who acts, and whether that is a guess: who begins the clause of the action, the only person in the stretch, or a
    rota. Somebody who is only told of it is not the one who acts."""
    subject = _SUBJECT.search(action.mask) if action else None
    if action and subject and not subject["they"] and not subject["who"].lower().startswith("on-call"):
        found = person_at(action, subject.start("who"))
        return ({"user": found[0]}, found[1]) if found else None
    before = segment.cut(0, action.start - segment.start) if action else segment
    people = (before.spots(SpotKind.PERSON) if action else []) or segment.spots(SpotKind.PERSON)
    if subject and subject["they"] and people:
        return {"user": people[-1].value}, True
    if len({spot.value for spot in people}) == 1:
        return {"user": people[0].value}, True
    return None if people else _rota(segment)


def _rota(segment: Piece) -> tuple[Value, bool] | None:
    rota = _ON_CALL.search(segment.mask)
    named = rota and rota["team"][0].isalpha() and not _NO_TEAM.fullmatch(rota["team"])
    return ({"rota": rota.group()}, True) if rota and named else None
