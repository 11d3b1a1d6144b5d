"""Reading what is said of a dependency: stability, dates, rotation, by hand, who holds it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bot.readiness.reading.dates import Day
from bot.readiness.reading.finds import Finds
from bot.readiness.reading.kinds import version_of
from bot.readiness.reading.passage import DATE, SpotKind
from bot.readiness.reading.piece import NW, D, P, Piece, sentences

_NO_PROMISE = re.compile(
    r"nobody's (?:promise|job)|no (?:contract|promise|guarantee|sla)\b|without (?:a )?contract"
    r"|free (?:tier|plan|trial|account)|\btrial\b|hackathon"
    r"|best[- ]effort|(?:my|his|her) own (?:\w+ )?(?:key|account|login|password)"
    r"|personal (?:key|account|login)|borrowed",
    re.I,
)
_NEGATED = re.compile(r"\b(?:no|nobody's|not|never|without|none of the)\W+(?:\w+\W+)?$", re.I)
_INTERNAL = re.compile(
    r"\b(?:ours|our own|internal(?:ly)?|in-house|self[- ]hosted|owned by us|own (?:server|gpu"
    r"|hardware|table|job|cluster)s?|eigene[rs]?|propi[oa])\b",
    re.I,
)
_CONTRACT = re.compile(
    r"\b(?:contract(?:ually)?(?! (?:data\w*|tables?|lists?|texts?|templates?|archive|repository|clauses?)\b)|msa"
    r"|vertrag|(?:under an|licen[sc]e|service|framework) agreement|contrato)\b",
    re.I,
)
_UNTIL = re.compile(
    rf"\b(?:until|till|to|through|ends(?: on)?|runs to|runs until|expires(?: on)?|bis|hasta)\s(?:the "
    rf")?{D}",
    re.I,
)
_ROTATED = re.compile(
    rf"\b(?:rotated|rotation|changed|renewed|last(?: (?:rotated|changed|rotation))?|rotiert)(?: "
    rf"on| was|:)?\s{D}",
    re.I,
)
_RETIRES = re.compile(
    rf"\b(?:retire[sd]?|retirement|shut ?down|shuts down|sunset|end of life|eol|deprecated)(?: "
    rf"date)?(?: on| is|:|=)?\s{D}",
    re.I,
)
_NONE_ANNOUNCED = re.compile(
    r"\bno(?:ne| (?:retirement|shut ?down|end|sunset)(?: date)?)(?: is| yet)? announced\b", re.I
)
_MANAGED = re.compile(
    r"(?<!not )\bmanaged identity\b|(?<!not )\bis managed\b|\bmanaged[^\w]{0,3}$|\bvault\b.{0,40}\brotat(?:es"
    r"|ed|ion)\b",
    re.I,
)
_DAYS = re.compile(
    r"\b(?:rotat\w{1,4}\s)?(?:every|each|alle)\s(\d{1,4})\s?(?:d|days?|tage)\b|\brotat(?:es"
    r"|ed|ion)\s(?:every\s)?(\d{1,4})\s?(?:d|days?)\b",
    re.I,
)
_PERIODS = {"weekly": 7, "monthly": 30, "quarterly": 90, "yearly": 365, "annually": 365}
_PERIOD = re.compile(
    rf"\brotat\w{{1,4}}\b.{{0,25}}?\b({'|'.join(_PERIODS)})\b|^{NW}*({'|'.join(_PERIODS)}){NW}*$", re.I
)
_BY_HAND = re.compile(
    rf"\b(?:by hand|manually|manual export|von hand|a mano)\b|{P}\s(?:exports?|uploads?|copies"
    rf"|downloads?|sends?|puts)\b|\bby {P} on\b",
    re.I,
)
_NOT_BY_HAND = re.compile(
    r"\bnot by hand\b|\bno manual\b|\b(?:scheduled|automatic(?:ally)?|automated|cron|nightly"
    r"|hourly|stream|kafka|airflow)\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:not|never|nobody|no one|nothing|without|no longer|isn't|aren't)\b[^.;\n]{0,40}\b(?:by hand|manual(?:ly)?)\b",
    re.I,
)
_PINNED = re.compile(r"(?<!not )(?<!n't )(?<!never )(?<!-)\bpinned\b", re.I)
_NOT_PINNED = re.compile(r"\b(?:not|isn't|never) pinned\b|\bun-?pinned\b|\blatest\b", re.I)
_HOLDER = re.compile(
    rf"\b(?:owner|owned by|held by|inhaber|responsable)(?: is|:|=)?\s?(?P<who>{P})|\((?P<sole>{P})\)", re.I
)
_MINE = re.compile(
    r"\b(?:is|it['’]s) mine\b|\bmy (?:own |personal ){0,2}(?:api )?(?:key|password|account|login|token)\b", re.I
)
_DEPUTY = re.compile(rf"\b(?:deputy|back-?up|stand-in|if (?:she|he) is out)(?: is|:|=|,)?\s?(?P<who>{P})", re.I)
_IF_GONE = re.compile(
    r"^\W{0,3}(?:if (?:it|that|this|they|the \w{1,30}|he|she) (?:stops?|fails?|is (?:gone|late"
    r"|down)|goes|breaks)|without it)\b",
    re.I,
)


def read_attributes(finds: Finds, kind: str, piece: Piece) -> None:
    """Adds to a row's finds what the piece says of a dependency of this kind."""
    _read_stability(finds, piece)
    for reader in _BY_KIND.get(kind, ()):
        reader(finds, piece)
    for match in _HOLDER.finditer(piece.mask):
        spot = piece.spot_at(match.start("who" if match["who"] else "sole"))
        if spot:
            finds.first("held_by", spot.value, piece.ts, spot.proposal)
    if _MINE.search(piece.mask):
        finds.first("held_by", piece.passage.entry.author, piece.ts)
    for sentence in sentences(piece):
        if _IF_GONE.search(sentence.mask) and not sentence.asks:
            finds.first("if_gone", sentence.said[:500], piece.ts)


def _read_stability(finds: Finds, piece: Piece) -> None:
    mask = piece.mask
    found = set()
    if _positive(_CONTRACT, mask):
        found.add("contract")
    if _positive(_INTERNAL, mask):
        found.add("internal")
    if _positive(_NO_PROMISE, mask):
        found.add("none")
    if len(found) == 1:
        finds.add("stability", found.pop(), piece.ts)
    if found <= {"contract"} and _CONTRACT.search(mask):
        _read_date(finds, "until", piece, _UNTIL, Day.after)


def _positive(pattern: re.Pattern[str], mask: str) -> bool:
    """Whether the pattern stands in the text without a "no" before it."""
    return any(not _NEGATED.search(mask[max(0, m.start() - 20) : m.start()]) for m in pattern.finditer(mask))


def _read_date(
    finds: Finds, slot: str, piece: Piece, pattern: re.Pattern[str], resolve: Callable[[Day, date], date | None]
) -> None:
    for match in pattern.finditer(piece.mask):
        offset = match.start() + match.group().index(DATE)
        spot = piece.spot_at(offset)
        found = resolve(spot.day, piece.passage.anchor) if spot and spot.kind is SpotKind.DATE and spot.day else None
        if found:
            finds.first(slot, found.isoformat(), piece.ts)


def _read_data(finds: Finds, piece: Piece) -> None:
    by_hand, not_by_hand = _BY_HAND.search(piece.mask), _NOT_BY_HAND.search(piece.mask)
    if _DENIED.search(piece.mask):
        by_hand, not_by_hand = None, by_hand
    if bool(by_hand) != bool(not_by_hand):
        finds.add("by_hand", "yes" if by_hand else "no", piece.ts)


def _read_model(finds: Finds, piece: Piece) -> None:
    finds.first("version", version_of(piece), piece.ts)
    pinned, loose = _PINNED.search(piece.mask), _NOT_PINNED.search(piece.mask)
    if bool(pinned) != bool(loose):
        finds.add("pinned", "yes" if pinned else "no", piece.ts)
    if _NONE_ANNOUNCED.search(piece.mask):
        finds.add("retires_on", "none_announced", piece.ts)
    _read_date(finds, "retires_on", piece, _RETIRES, Day.after)


def _read_credential(finds: Finds, piece: Piece) -> None:
    _read_date(finds, "rotated_on", piece, _ROTATED, Day.before)
    if _MANAGED.search(piece.mask):
        finds.first("rotated_on", "managed", piece.ts)
    days, period = _DAYS.search(piece.mask), _PERIOD.search(piece.mask)
    if days:
        finds.first("rotate_every_days", int(days[1] or days[2]), piece.ts)
    elif period:
        finds.first("rotate_every_days", _PERIODS[(period[1] or period[2]).lower()], piece.ts)


def _read_person(finds: Finds, piece: Piece) -> None:
    for match in _DEPUTY.finditer(piece.mask):
        spot = piece.spot_at(match.start("who"))
        if spot:
            finds.first("deputy", spot.value, piece.ts, spot.proposal)


_BY_KIND: dict[str, tuple[Callable[[Finds, Piece], None], ...]] = {
    "data": (_read_data,),
    "model": (_read_model,),
    "credential": (_read_credential,),
    "person": (_read_person,),
}
