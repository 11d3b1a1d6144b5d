"""What goes wrong, bare: without "it can happen that" before it and "and nobody sees it" after it."""

from __future__ import annotations

import re

from bot.readiness.reading.piece import NW, Piece

_IT_HAPPENS = re.compile(
    rf"{NW}{{0,3}}(?:it (?:can|could|may|might) (?:be|happen) that|sometimes"
    r"|the (?:most serious|worst|biggest|main|usual) (?:failure|problem|risk|fault|one)"
    r" (?:is|would be)(?: that| when)?)\s",
    re.I,
)
_AND_UNSEEN = re.compile(
    r"\s(?:and|but|so)\s(?:nobody|no-?one|no one|none of us"
    r"|(?:you|we|they)\s(?:would not|wouldn['’]t|won['’]t|don['’]t))"
    r"\s(?:\w+\s)?(?:sees?|notices?|knows?|spots?)\b",
    re.I,
)
_ONLY_LOUDNESS = re.compile(
    rf"^{NW}*(?:(?:it|that|this)(?:['’]?s| is| would be)\s)?(?:\w+\s)?(?:loud|quiet|invisible|obvious|hidden){NW}*$",
    re.I,
)


def bare(what: Piece) -> Piece:
    """The piece with only what goes wrong: who sees it is another slot's."""
    lead, tail = _IT_HAPPENS.match(what.mask), _AND_UNSEEN.search(what.mask)
    return what.cut(lead.end() if lead else 0, tail.start() if tail else None)


def only_loudness(step: Piece) -> bool:
    """Whether the step says that it is loud or quiet, and not what is."""
    return bool(_ONLY_LOUDNESS.search(step.mask))
