"""The blocks of Block Kit, where each may stand and what it may hold (docs.slack.dev/reference/block-kit/blocks)."""

from __future__ import annotations

import itertools
from typing import Any

from bot.sandbox.door.elements import IN_ACTIONS, IN_INPUT, IN_SECTION, Fields, element
from bot.sandbox.door.limits import IDS, MARKDOWN, URL
from bot.sandbox.door.schema import (
    Check,
    anything,
    boolean,
    fields,
    integer,
    items,
    mrkdwn_or_plain,
    one_of,
    plain_text,
    problem,
    string,
)
from bot.sandbox.refusal import Json

MESSAGE, MODAL, HOME = "message", "modal", "home"
EVERYWHERE = frozenset({MESSAGE, MODAL, HOME})
STATUS = one_of("pending", "in_progress", "complete", "error")


def _context_element(value: Any, at: str, problems: list[str]) -> None:
    if isinstance(value, dict) and value.get("type") == "image":
        element({"image"})(value, at, problems)
    else:
        mrkdwn_or_plain(3000)(value, at, problems)


def _child_block(value: Any, at: str, problems: list[str]) -> None:
    check_block(value, at, MESSAGE, problems)


def _row(value: Any, at: str, problems: list[str]) -> None:
    items(anything, 1, 20)(value, at, problems)


IMAGE: Fields = {"image_url": string(URL), "slack_file": anything, "title": plain_text(2000)}
CARD: Fields = {
    "title": mrkdwn_or_plain(150),
    "subtitle": mrkdwn_or_plain(150),
    "body": mrkdwn_or_plain(200),
    "subtext": mrkdwn_or_plain(150),
    "icon": anything,
    "hero_image": anything,
    "actions": items(element({"button"}), 1, 3),
    "slack_icon": anything,
}
TASK: Fields = {
    "task_id": string(IDS),
    "title": string(IDS),
    "details": anything,
    "output": anything,
    "sources": anything,
    "status": STATUS,
}

# type -> (where it may stand, required, optional)
BLOCKS: dict[str, tuple[frozenset[str], Fields, Fields]] = {
    "section": (
        EVERYWHERE,
        {},
        {
            "text": mrkdwn_or_plain(3000),
            "fields": items(mrkdwn_or_plain(2000), 1, 10),
            "accessory": element(IN_SECTION),
            "expand": boolean,
        },
    ),
    "header": (EVERYWHERE, {"text": plain_text(150)}, {"level": integer(1, 4)}),
    "divider": (EVERYWHERE, {}, {}),
    "context": (EVERYWHERE, {"elements": items(_context_element, 1, 10)}, {}),
    "actions": (EVERYWHERE, {"elements": items(element(IN_ACTIONS), 1, 25)}, {}),
    "image": (EVERYWHERE, {"alt_text": string(2000)}, IMAGE),
    "input": (
        EVERYWHERE,
        {"label": plain_text(2000), "element": element(IN_INPUT)},
        {"hint": plain_text(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "rich_text": (EVERYWHERE, {"elements": items(anything, 1, 1000)}, {}),
    "video": (
        EVERYWHERE,
        {"alt_text": string(2000), "title": plain_text(199), "thumbnail_url": string(URL), "video_url": string(URL)},
        {
            "author_name": string(49),
            "description": plain_text(200),
            "provider_icon_url": string(URL),
            "provider_name": string(IDS),
            "title_url": string(URL),
        },
    ),
    "file": (frozenset({MESSAGE}), {"external_id": string(IDS), "source": one_of("remote")}, {}),
    "markdown": (frozenset({MESSAGE}), {"text": string(MARKDOWN)}, {}),
    "table": (frozenset({MESSAGE}), {"rows": items(_row, 1, 100)}, {"column_settings": items(anything, 1, 20)}),
    "data_table": (
        frozenset({MESSAGE}),
        {"rows": items(_row, 2, 101), "caption": anything},
        {"page_size": integer(1, 100), "row_header_column_index": integer(0, 19), "column_settings": anything},
    ),
    "data_visualization": (frozenset({MESSAGE}), {"title": anything, "chart": anything}, {}),
    "plan": (frozenset({MESSAGE}), {"title": anything}, {"tasks": items(anything, 0, 50), "plan_id": string(IDS)}),
    "task_card": (frozenset({MESSAGE}), {"task_id": string(IDS), "title": anything}, TASK),
    "context_actions": (
        frozenset({MESSAGE}),
        {"elements": items(element({"feedback_buttons", "icon_button"}), 1, 5)},
        {},
    ),
    "card": (EVERYWHERE, {}, CARD),
    "carousel": (frozenset({MESSAGE, HOME}), {"elements": items(anything, 1, 10)}, {}),
    "container": (
        frozenset({MESSAGE}),
        {"title": mrkdwn_or_plain(150), "child_blocks": items(_child_block, 1, 10)},
        {
            "subtitle": mrkdwn_or_plain(150),
            "is_collapsible": boolean,
            "width": anything,
            "default_collapsed": boolean,
            "icon": anything,
        },
    ),
    "alert": (
        frozenset({MODAL}),
        {"text": mrkdwn_or_plain(3000)},
        {"level": one_of("default", "info", "warning", "error", "success")},
    ),
}
_ids = itertools.count(1)


def check_block(block: Any, at: str, surface: str, problems: list[str]) -> None:
    """Check one block for that surface (`message`, `modal`, `home`), noting problems."""
    kind = block.get("type") if isinstance(block, dict) else None
    spec = BLOCKS.get(str(kind))
    if spec is None or surface not in spec[0]:
        problem(problems, f"{at}/type", f"unsupported type: {kind}")
        return
    required: dict[str, Check] = {"type": anything, **spec[1]}
    fields(block, at, problems, required, {"block_id": string(IDS), **spec[2]})
    if kind == "section" and not (block.get("text") or block.get("fields")):
        problem(problems, at, "must define either text or fields")
    if kind == "image" and not (block.get("image_url") or block.get("slack_file")):
        problem(problems, at, "must define either image_url or slack_file")
    if kind == "card" and not any(block.get(part) for part in ("hero_image", "title", "actions", "body")):
        problem(problems, at, "must define at least one of hero_image, title, actions, body")


def check_blocks(blocks: list[Any], surface: str, most: int, at: str = "/blocks") -> tuple[list[Json], list[str]]:
    """Check all blocks of a message or view; gives them with ids where there were none, and the problems found."""
    problems: list[str] = []
    if len(blocks) > most:
        problem(problems, at, f"no more than {most} items allowed")
    for number, block in enumerate(blocks):
        check_block(block, f"{at}/{number}", surface, problems)
    if problems:
        return [], problems
    checked = [_with_ids(block) for block in blocks]
    _check_unique(checked, at, problems)
    return checked, problems


def _with_ids(block: Json) -> Json:
    """The block with a block_id, and each of its elements with an action_id, as Slack fills them in."""
    filled = {k: v for k, v in block.items() if v is not None}
    filled.setdefault("block_id", f"b{next(_ids)}")
    for name in ("element", "accessory"):
        if name in filled:
            filled[name] = _identified(filled[name])
    if filled["type"] in ("actions", "context_actions"):
        filled["elements"] = [_identified(e) for e in filled["elements"]]
    return filled


def _identified(part: Json) -> Json:
    return part if part["type"] == "image" or part.get("action_id") else {**part, "action_id": f"a{next(_ids)}"}


def _check_unique(blocks: list[Json], at: str, problems: list[str]) -> None:
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        if block["block_id"] in seen:
            problem(problems, f"{at}/{number}/block_id", f"block_id {block['block_id']!r} already exists")
        seen.add(block["block_id"])
        actions = [e["action_id"] for e in _interactive(block)]
        for action_id in sorted({a for a in actions if actions.count(a) > 1}):
            problem(problems, f"{at}/{number}/elements", f"action_id {action_id!r} already exists")


def _interactive(block: Json) -> list[Json]:
    inside = [block.get("element"), block.get("accessory"), *block.get("elements", [])]
    return [e for e in inside if isinstance(e, dict) and "action_id" in e]
