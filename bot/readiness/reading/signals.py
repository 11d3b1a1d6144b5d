"""How a failure comes to light, and who acts: read from the clauses of one segment."""

from __future__ import annotations

import re

from bot.readiness.facts import Value
from bot.readiness.reading.passage import SpotKind
from bot.readiness.reading.piece import P, Piece

_NOTHING = re.compile(
    r"\bnothing (?:would )?shows? (?:it|this|that)\b|\bnobody (?:would |will )?(?:notices?"
    r"|sees?|knows)\b|\bno (?:check|alert|signal)s? (?:at all|today|yet)\b",
    re.I,
)
_ALERT = re.compile(
    r"(?<!no )\balerts?\b(?! fatigue)|\balarms?\b|(?<!wiki )(?<!web )(?<!status )(?<!the )(?<!error "
    r")(?<!vendor )\bpage[sd]?\b(?! (?:is|shows|says|where))"
    rf"|\bpagerduty\b|\b(?:e-?)?mails {P}|\bemails {P}|\balarmiert\b|\balerta\b",
    re.I,
)
_BLOCKS = re.compile(
    r"\bcheck\b[^.;\n]{0,30}\bblocks?\b|\bblocks? (?:it|them|the|that)\b|\bwithh(?:eld|olds?)\b"
    r"|\b(?:drops?|rejects?|stops?) and flags?\b"
    r"|\b(?:drop|reject) (?:and flag )?(?:it|them)\b|\bno (?:source|match) ?(?:->|→) ?no answer\b",
    re.I,
)
_OFTEN = (
    r"(?:daily|weekly|monthly|month-end|(?:each|every) (?:\w+ )?(?:day|morning|week|month|monday"
    r"|tuesday|wednesday|thursday|friday)|mondays|fridays)"
)
_LOOKS = (
    r"(?:samples?|reviews?|re-?reads?|reconciliations?|reconciles?|compares?|looks?|reads?"
    r"|audits?|second read|spot[- ]checks?|checks by hand)"
)
_CHECKS = re.compile(rf"\b{_OFTEN}\b[^.;\n]{{0,60}}\b{_LOOKS}\b|\b{_LOOKS}\b[^.;\n]{{0,60}}\b{_OFTEN}\b", re.I)
_COMPLAINS = re.compile(
    r"\b(?:users?|customers?|clerks?|somebody|someone|people|agents?|suppliers?)\b (?:\w+ )?(?:complains?"
    r"|tells? us|reports? it|calls? us|writes? in)\b",
    re.I,
)
_ON_CALL = re.compile(r"\b(?P<team>[\w&-]{2,30}) on-call\b(?: rota| engineer| team)?", re.I)
_NO_TEAM = frozenset(
    [
        "page",
        "pages",
        "paged",
        "alert",
        "alerts",
        "mail",
        "mails",
        "the",
        "our",
        "to",
        "call",
        "calls",
        "by",
        "is",
        "and",
        "then",
        "week's",
        "an",
        "a",
        "min",
        "via",
    ]
)
_SHE = re.compile(r"^\W{0,2}(?:and |then )?(?:she|he|they|who)\b", re.I)


def signal_of(piece: Piece) -> tuple[str, int] | None:
    """The signal named, and where its words end; an alert counts before a check, and
    "nothing shows it" before all."""
    mask = piece.mask
    patterns = (
        ("nothing_shows_it", _NOTHING),
        ("alert_reaches_person", _ALERT),
        ("check_blocks_it", _BLOCKS),
        ("person_checks_on_schedule", _CHECKS),
        ("somebody_complains", _COMPLAINS),
    )
    found = ((signal, match.end()) for signal, pattern in patterns if (match := pattern.search(mask)))
    return next(found, None)


def who_acts(action: Piece | None, segment: Piece) -> tuple[Value, bool] | None:
    """Who acts, and whether that is a guess: the person in the clause of the action, the only one in the segment, or
    a rota."""
    in_action = action.spots(SpotKind.PERSON) if action else []
    near = in_action or segment.spots(SpotKind.PERSON)
    if in_action or len({spot.value for spot in near}) == 1:
        return {"user": near[0].value}, near[0].proposal or not in_action
    if near:
        return ({"user": near[-1].value}, True) if action and _SHE.search(action.mask) else None
    rota = _ON_CALL.search(segment.mask)
    named = rota and rota["team"][0].isalpha() and rota["team"].lower() not in _NO_TEAM
    return ({"rota": rota.group()}, True) if rota and named else None
