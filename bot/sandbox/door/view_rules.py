"""What a modal or an App Home may be (docs.slack.dev/reference/views)."""

from __future__ import annotations

import json
from typing import Any

from bot.sandbox.door.blocks import check_blocks
from bot.sandbox.door.elements import Fields
from bot.sandbox.door.limits import IDS, PRIVATE_METADATA, VIEW_BLOCKS, VIEW_BYTES, VIEW_TITLE
from bot.sandbox.door.schema import anything, boolean, fields, one_of, plain_text, problem, string
from bot.sandbox.refusal import Json, RefusalError, refuse_with

OPTIONAL: Fields = {
    "private_metadata": string(PRIVATE_METADATA, 0),
    "callback_id": string(IDS, 0),
    "external_id": string(IDS, 0),
}
MODAL: Fields = {
    **OPTIONAL,
    "submit": plain_text(VIEW_TITLE),
    "close": plain_text(VIEW_TITLE),
    "clear_on_close": boolean,
    "notify_on_close": boolean,
    "submit_disabled": boolean,
}
REQUIRED: dict[str, Fields] = {
    "modal": {"type": one_of("modal"), "title": plain_text(VIEW_TITLE), "blocks": anything},
    "home": {"type": one_of("home"), "blocks": anything},
}


def check_view(view: Any, surface: str) -> Json:
    """Check a view for that surface (`modal` or `home`); gives it with ids filled in.

    Raises `invalid_arguments` with the problems, or `view_too_large` above 250 KB."""
    if not isinstance(view, dict):
        raise refuse_with("invalid_arguments", ["[ERROR] missing required field: view"])
    if len(json.dumps(view)) > VIEW_BYTES:
        raise RefusalError("view_too_large")
    problems: list[str] = []
    fields(view, "/view", problems, REQUIRED[surface], MODAL if surface == "modal" else OPTIONAL)
    blocks = _blocks(view.get("blocks"), surface, problems)
    if surface == "modal" and any(b["type"] == "input" for b in blocks) and not view.get("submit"):
        problem(problems, "/view", "missing required field: submit (the view has an input block)")
    if problems:
        raise refuse_with("invalid_arguments", problems)
    return {**{k: v for k, v in view.items() if v is not None}, "blocks": blocks}


def _blocks(blocks: Any, surface: str, problems: list[str]) -> list[Json]:
    if not isinstance(blocks, list):
        problem(problems, "/view/blocks", "must be an array")
        return []
    checked, found = check_blocks(blocks, surface, VIEW_BLOCKS, "/view/blocks")
    problems.extend(found)
    return checked
