"""The ledger against what the bot kept and what Slack holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.simulation.checks.deeds import deeds, interactions
from tests.simulation.checks.found import Found
from tests.simulation.checks.posts import files, notices, posts
from tests.simulation.checks.replies import replies
from tests.simulation.checks.words import faults, words

CHECKS: tuple[Callable[[Found], Iterator[str]], ...] = (
    replies,
    deeds,
    interactions,
    notices,
    posts,
    files,
    words,
    faults,
)


def differences(found: Found) -> list[str]:
    """Everything that is broken, each as a sentence that begins with ``lost``, ``doubled`` or ``wrong``."""
    return [sentence for check in CHECKS for sentence in check(found)]
