"""What a piece of text is as the value of a slot, where it is known that it speaks of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.readiness.facts import Value
from bot.readiness.reading.passage import SpotKind
from bot.readiness.reading.piece import Piece
from bot.readiness.reading.rates import period_of, share_of
from bot.readiness.slots import Kind, Slot

_UNKNOWN = re.compile(
    r"^\W{0,3}(?:sorry,? |honestly,? |hm+,? )?(?:not (?:sure|yet|known|decided)|no idea|(?:I |we )?(?:don['’]t"
    r"|do not) know"
    r"|unknown|unclear|tb[acd]\b|keine ahnung|weiß nicht|no sé|good question|\?)",
    re.I,
)

_WHO = (Kind.USER, Kind.USER_OR_ROTA, Kind.USERS_OR_ROTA)
_ONLY_ME = re.compile(
    r"^\W{0,3}(?:(?:well|so|ok|yes|hm+),?\s){0,2}(?:(?:that|it|this)(?:['’]s| is| would be| will be|['’]d be)\s)?"
    r"(?:me|I|myself|ich|yo)(?:\s(?:again|too|as well|for now|i (?:think|guess)))?\W{0,3}$",
    re.I,
)
_NO_ROLE = (
    r"nobody|no|none|everyone|everybody|any(?:one|body)|some(?:one|body)|same|yes|it|that|this|they|we|us|he|she|see"
    r"|who(?:ever)?|good|nothing|still|maybe|probably|depends|ask|thanks?|ok(?:ay)?|sorry|later|done|not|all"
)
_ROLE = re.compile(
    rf"^(?:the |our |a )?(?P<role>(?!(?:{_NO_ROLE})\b)[A-Za-z&]{{2,20}}(?:[ -][A-Za-z&]{{2,20}}){{0,2}})$", re.I
)


def plain_values(slot: Slot, piece: Piece) -> Iterator[tuple[Value, bool]]:
    """The value, and whether it is a proposal: the only person, date or rate in the piece, a role, or its words; none
    where there are several."""
    if _UNKNOWN.search(piece.mask):
        return
    if slot.kind is Kind.TEXT:
        yield piece.said[: slot.maximum_length], False
    elif slot.kind in _WHO:
        yield from _people(slot, piece)
    elif slot.kind is Kind.DATE:
        yield _day(slot, piece), False
    elif slot.name == "share":
        yield share_of(piece), False
    elif slot.name == "every":
        period = period_of(piece)
        yield period[0] if period and period[1] is None else None, False


def _people(slot: Slot, piece: Piece) -> Iterator[tuple[Value, bool]]:
    """The people named, "me" as the author, else a role such as "the clerks" where the slot takes one."""
    people = {spot.value: spot.proposal for spot in piece.spots(SpotKind.PERSON)}
    if not people and _ONLY_ME.search(piece.mask):
        people = {piece.passage.entry.author: False}
    role = None if people or slot.kind is Kind.USER else _ROLE.search(piece.said)
    if role:
        yield {"rota": role["role"]}, True
    elif people and slot.kind is Kind.USERS_OR_ROTA:
        yield {"users": list(people)}, True
    elif len(people) == 1:
        user, proposal = next(iter(people.items()))
        yield {"user": user} if slot.kind is Kind.USER_OR_ROTA else user, proposal


def _day(slot: Slot, piece: Piece) -> str | None:
    days = [spot.day for spot in piece.spots(SpotKind.DATE) if spot.day]
    if len(days) != 1:
        return None
    anchor = piece.passage.anchor
    day = days[0].before(anchor) if slot.done else days[0].after(anchor)
    return day.isoformat() if day else None
