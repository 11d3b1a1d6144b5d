"""Slack's documented limits for messages and views, checked: what is wrong, as sentences; nothing when all is well.

From docs.slack.dev (Block Kit reference, chat.postMessage, modals) and, for the total of a message's blocks, from what
Slack answered in practice (bolt-js issue 2509).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.slack.pages.blocks import Message

Node = Mapping[str, Any]

LENGTHS = {
    ("section", "text"): 3000, ("header", "text"): 150, ("button", "text"): 75, ("button", "value"): 2000,
    ("button", "url"): 3000, ("button", "accessibility_label"): 75, ("input", "label"): 2000, ("input", "hint"): 2000,
    ("modal", "title"): 24, ("modal", "submit"): 24, ("modal", "close"): 24, ("image", "alt_text"): 2000,
    ("image", "image_url"): 3000, ("option", "text"): 75, ("option", "value"): 150, ("option", "description"): 75,
    ("confirm", "title"): 100, ("confirm", "text"): 300, ("confirm", "confirm"): 30, ("confirm", "deny"): 30,
}  # fmt: skip
ANYWHERE = {"block_id": 255, "action_id": 255, "callback_id": 255, "private_metadata": 3000, "placeholder": 150}
COUNTS = {
    ("section", "fields"): (1, 10), ("context", "elements"): (1, 10), ("actions", "elements"): (1, 25),
    ("overflow", "options"): (1, 5), ("static_select", "options"): (1, 100), ("radio_buttons", "options"): (1, 10),
    ("checkboxes", "options"): (1, 10),
}  # fmt: skip
PLAIN_ONLY = {"header", "button", "input", "modal", "option"}
SURFACES = {
    "message": {"section", "header", "context", "actions", "divider", "image"},
    "modal": {"section", "header", "context", "actions", "divider", "image", "input"},
    "home": {"section", "header", "context", "actions", "divider", "image", "input"},
}
INPUTS = {
    "plain_text_input", "number_input", "datepicker", "static_select", "radio_buttons", "checkboxes", "users_select",
    "multi_users_select", "conversations_select",
}  # fmt: skip
BLOCKS = {"message": 50, "modal": 100, "home": 100}
TEXT = 4000
ALL_BLOCKS = 10_000
VIEW_BYTES = 250_000


def check_message(message: Message) -> list[str]:
    """What Slack (or the bot's own budget) would refuse about a message."""
    if message.view is not None:
        return check_view(message.view)
    if message.remove or message.reaction or message.file:
        return []
    found = [] if message.text.strip() else ["a message needs a text"]
    if len(message.text) > TEXT:
        found.append(f"text has {len(message.text)} characters, more than {TEXT}")
    total = sum(len(one) for one in _strings(message.blocks, "text"))
    if total > ALL_BLOCKS:
        found.append(f"the blocks have {total} characters, more than {ALL_BLOCKS}")
    return [*found, *_blocks(message.blocks, "message")]


def check_view(view: Node) -> list[str]:
    """What Slack would refuse about a modal or App Home view."""
    surface = view.get("type")
    if surface not in ("modal", "home"):
        return [f"a view of type {surface!r}"]
    blocks = view.get("blocks", [])
    found = [*_blocks(blocks, surface), *_lengths(view, "view")]
    if surface == "modal":
        found += [f"a modal needs a {key}" for key in ("title",) if key not in view]
        if any(block.get("type") == "input" for block in blocks) and "submit" not in view:
            found.append("a modal with a field needs submit")
    elif {"submit", "close", "title"} & set(view):
        found.append("App Home has no title, submit or close")
    if len(json.dumps(view).encode()) > VIEW_BYTES:
        found.append(f"the view is larger than {VIEW_BYTES} bytes")
    return found


def _blocks(blocks: Sequence[Node], surface: str) -> list[str]:
    found = [f"{len(blocks)} blocks, more than {BLOCKS[surface]}"] if len(blocks) > BLOCKS[surface] else []
    names = Counter(block["block_id"] for block in blocks if "block_id" in block)
    found += [f"block_id {name!r} stands {times} times" for name, times in names.items() if times > 1]
    for index, block in enumerate(blocks):
        where = f"blocks[{index}] ({block.get('block_id', block.get('type'))})"
        if block.get("type") not in SURFACES[surface]:
            found.append(f"{where}: {block.get('type')!r} does not go into a {surface}")
        found += [*_block(block, where), *_lengths(block, where)]
    return found


def _block(block: Node, where: str) -> Iterator[str]:
    if block.get("type") == "section" and not (block.get("text") or block.get("fields")):
        yield f"{where}: a section needs text or fields"
    if block.get("type") == "input" and block["element"]["type"] not in INPUTS:
        yield f"{where}: {block['element']['type']!r} is no field"
    elements = [one for one in (*block.get("elements", ()), block.get("accessory"), block.get("element")) if one]
    names = Counter(one["action_id"] for one in elements if "action_id" in one)
    yield from (f"{where}: action_id {name!r} stands {times} times" for name, times in names.items() if times > 1)
    for one in elements:
        yield from _element(one, where)


def _element(element: Node, where: str) -> Iterator[str]:
    """What a field opens with has to be one of its options, and not longer than it takes."""
    options = element.get("options", ())
    picked = [*element.get("initial_options", ()), *filter(None, [element.get("initial_option")])]
    yield from (f"{where}: opens with an option that is not there" for one in picked if one not in options)
    if "initial_options" in element and not element["initial_options"]:
        yield f"{where}: initial_options is empty"
    values = Counter(one["value"] for one in options)
    yield from (f"{where}: option {value!r} stands {times} times" for value, times in values.items() if times > 1)
    if element.get("type") == "plain_text_input":
        longest = element.get("max_length", 3000)
        if not 1 <= longest <= 3000:
            yield f"{where}: max_length {longest} is not 1 to 3000"
        if len(element.get("initial_value", "")) > longest:
            yield f"{where}: opens with more than {longest} characters"
    if element.get("type") in ("button", "overflow") and "action_id" not in element:
        yield f"{where}: a button without an action_id"


def _lengths(node: object, where: str, kind: str = "") -> Iterator[str]:
    """Lengths and counts of everything in the node; the blocks of a view are looked at one by one elsewhere."""
    if isinstance(node, list):
        for one in node:
            yield from _lengths(one, where, kind)
    if not isinstance(node, dict):
        return
    kind = str(node.get("type", kind))
    if kind in ("plain_text", "mrkdwn") and not 1 <= len(node["text"]) <= 3000:
        yield f"{where}: a text of {len(node['text'])} characters"
    for key, value in node.items():
        yield from _length(kind, key, value, where)
        if key == "blocks":
            continue
        inner = "option" if key in ("options", "initial_option", "initial_options") else str(key)
        yield from _lengths(value, where, inner)


def _length(kind: str, key: str, value: Any, where: str) -> Iterator[str]:
    most = LENGTHS.get((kind, key)) or ANYWHERE.get(key)
    words = value.get("text") if isinstance(value, dict) else value
    if most and isinstance(words, str) and not 1 <= len(words) <= most:
        yield f"{where}: {kind}.{key} has {len(words)} characters, allowed are 1 to {most}"
    if (kind, key) in COUNTS and not COUNTS[kind, key][0] <= len(value) <= COUNTS[kind, key][1]:
        yield f"{where}: {kind}.{key} has {len(value)} entries"
    if kind in PLAIN_ONLY and isinstance(value, dict) and value.get("type") == "mrkdwn":
        yield f"{where}: {kind}.{key} takes plain text only"


def _strings(node: object, key: str) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _strings(one, key)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == key and isinstance(value, str):
                yield value
            else:
                yield from _strings(value, key)
