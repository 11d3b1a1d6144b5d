"""The frame of every form: a modal whose private_metadata names a draft, never an authority (docs/ids.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.slack.pages.blocks import Block, plain

ViewDict = dict[str, Any]

TITLE = 24
"""Characters of a modal's title and of its buttons (Slack's limit)."""


@dataclass(frozen=True, slots=True)
class DraftRef:
    """An open form: the draft's token and the revision of its group when it was opened."""

    token: str = ""
    revision: int = 0

    @property
    def metadata(self) -> str:
        """The modal's private_metadata."""
        return json.dumps({"draft": self.token, "revision": self.revision})


def modal(
    form: str,
    title: str,
    blocks: Sequence[Block],
    draft: DraftRef,
    *,
    submit: str | None = "Save",
    close: str = "Close",
) -> ViewDict:
    """A modal with the callback_id ``form``. ``submit`` None: it has nothing to send."""
    view: ViewDict = {
        "type": "modal",
        "callback_id": form,
        "title": plain(title, TITLE),
        "close": plain(close, TITLE),
        "private_metadata": draft.metadata,
        "blocks": list(blocks),
    }
    return view if submit is None else view | {"submit": plain(submit, TITLE)}
