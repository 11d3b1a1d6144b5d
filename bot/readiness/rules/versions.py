"""Whether a model's version is a fixed one (MODEL: dependencies, the tokens that move)."""

from __future__ import annotations

import re

MOVING = {"latest", "preview", "stable", "default", "current"}
DATE = re.compile(r"(?<!\d)(19|20)\d\d[-_./]?(0[1-9]|1[0-2])([-_./]?(0[1-9]|[12]\d|3[01]))?(?!\d)", re.ASCII)
DIGEST = re.compile(r"sha256:[0-9a-f]{6,}|(?<![0-9a-z])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}(?![0-9a-z])")


def moves(version: str) -> bool:
    """True for a version with a moving token and neither a date (with its year) nor a digest beside it."""
    words = version.casefold()
    if not MOVING & set(re.split(r"[\W_]+", words)):
        return False
    return not (DATE.search(words) or DIGEST.search(words))
