"""What a page gives for a notice. The pages are elsewhere; the courier knows only this shape."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any, Protocol

from bot.records.outcomes import Outcome
from bot.records.tables import Notice


class Rendered(Protocol):
    """A message (``text``, ``blocks``), a ``view`` for App Home, a ``file`` (name, bytes, title) or a ``reaction``.

    ``broadcast`` shows a reply in the channel too; ``remove`` takes the reaction away.
    """

    @property
    def text(self) -> str: ...
    @property
    def blocks(self) -> list[dict[str, Any]]: ...
    @property
    def broadcast(self) -> bool: ...
    @property
    def file(self) -> tuple[str, bytes, str] | None: ...
    @property
    def view(self) -> dict[str, Any] | None: ...
    @property
    def reaction(self) -> str | None: ...
    @property
    def remove(self) -> bool: ...


Render = Callable[[Notice], Rendered | None]
"""Gives what to say now, from the facts of this moment; None: nothing any more."""

OnError = Callable[[Notice, str], Outcome]
"""Decides what becomes of a notice that Slack refused with this error code; may write to the database."""

OnFound = Callable[[Notice], None]
"""Hears that a message whose answer was lost is in Slack, and known from now on."""


def found_silently(notice: Notice) -> None:
    """Nothing follows from it."""
    del notice


def digest(rendered: Rendered) -> str:
    """Tells one wording of a message from another."""
    whole = json.dumps([rendered.text, rendered.blocks], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()[:32]
