"""How a failure comes to light: read from the words of one stretch of text."""

from __future__ import annotations

import re

from bot.readiness.reading.piece import P, Piece

_NOTHING = re.compile(
    r"\bnothing (?:would )?shows? (?:it|this|that)\b|\b(?:nobody|no one) (?:would |will )?(?:notices?"
    r"|sees?|knows)\b(?!(?: \w+){0,2} (?:until|for|unless|before|till)\b)"
    r"|\bno (?:check|alert|signal)s? (?:at all|today|yet)\b",
    re.I,
)
_ALERT = re.compile(
    r"\balerts?\b(?! fatigue)|\balarms?\b|(?<!wiki )(?<!web )(?<!status )(?<!the )(?<!error "
    r")(?<!vendor )(?<!blank )(?<!empty )(?<!white )(?<!this )(?<!home )\bpage[sd]?\b(?! (?:is|shows|says|where))"
    rf"|\bpage[sd]? {P}|\bpager(?:duty)?\b|\b(?:e-?)?mails {P}|\bemails {P}|\balarmiert\b|\balerta\b",
    re.I,
)
_BLOCKS = re.compile(
    r"\bcheck\b[^.;\n]{0,30}\bblocks?\b|\bblocks? (?:it|them|the|that)\b|\bblocked by\b|\bwithh(?:eld|olds?)\b"
    r"|\b(?:drops?|rejects?|stops?) and flags?\b"
    r"|\b(?:drop|reject) (?:and flag )?(?:it|them)\b|\bno (?:source|match) ?(?:->|→) ?no answer\b",
    re.I,
)
_OFTEN = (
    r"(?:daily|weekly|monthly|quarterly|month-end|fortnightly|(?:a|per) (?:day|week|month)"
    r"|(?:each|every) (?:\w+ )?(?:day|morning|week|month|quarter|monday"
    r"|tuesday|wednesday|thursday|friday)|(?:mon|tues|wednes|thurs|fri)days|jede woche|jeden \w{6,10})"
)
_LOOKS = (
    r"(?:samples?|reviews?|re-?reads?|reconciliations?|reconciles?|compares?|looks?|reads?"
    r"|audits?|goes (?:over|through)(?= ~?\d)|controls(?= (?:all|~?\d))|controlling"
    r"|second read|spot[- ]checks?|checks by hand|stichproben?)"
)
_CHECKS = re.compile(
    rf"\b{_OFTEN}\b[^.;\n]{{0,60}}\b{_LOOKS}\b|\b{_LOOKS}\b[^.;\n]{{0,60}}\b{_OFTEN}\b"
    rf"|{P}(?: also| then)? (?:spot-)?(?:checks|prüft)\b[^.;\n]{{0,60}}\b{_OFTEN}\b",
    re.I,
)
_COMPLAINS = re.compile(
    r"\b(?:users?|customers?|clerks?|somebody|someone|everyone|everybody|people|agents?|suppliers?)\b"
    r" (?:\w+ )?(?:complains?|tells? us|reports? it|calls? us|writes? in)\b",
    re.I,
)
_NEGATED = re.compile(r"(?:\b(?:no|not|never|without|nobody|neither|nor)\b|n['’]t)[^.,;:\n]{0,16}$", re.I)
_PATTERNS = (
    ("alert_reaches_person", _ALERT),
    ("check_blocks_it", _BLOCKS),
    ("person_checks_on_schedule", _CHECKS),
    ("somebody_complains", _COMPLAINS),
)


def signal_of(piece: Piece) -> tuple[str, int] | None:
    """The signal named, and where its words end in the piece; an alert counts before a check, and
    "nothing shows it" only where no other is named ("nobody notices unless Tom's weekly sample finds it")."""
    mask = piece.mask
    for signal, pattern in _PATTERNS:
        for match in pattern.finditer(mask):
            if not _NEGATED.search(mask[max(0, match.start() - 24) : match.start()]):
                return signal, match.end()
    nothing = _NOTHING.search(mask)
    return ("nothing_shows_it", nothing.end()) if nothing else None
