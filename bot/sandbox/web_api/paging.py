"""Cursors, as Slack's list methods hand them out."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TypeVar

from bot.sandbox.refusal import RefusalError
from bot.sandbox.web_api.call import Call

Item = TypeVar("Item")


def page(call: Call, items: Sequence[Item], default: int, most: int) -> tuple[list[Item], str]:
    """The items of the page that `cursor` and `limit` ask for, and the cursor of the next one ("" at the end)."""
    limit = call.number("limit", default, most)
    start = _start(call.text("cursor"))
    following = start + limit
    cursor = base64.b64encode(f"next:{following}".encode()).decode() if following < len(items) else ""
    return list(items[start:following]), cursor


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
    except ValueError as error:
        raise RefusalError("invalid_cursor") from error
