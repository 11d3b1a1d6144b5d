"""What a message may contain (docs.slack.dev/reference/methods/chat.postMessage)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.door.blocks import check_blocks
from bot.sandbox.door.limits import (
    ATTACHMENTS,
    BLOCK_CHARACTERS,
    MARKDOWN,
    MESSAGE_BLOCKS,
    MESSAGE_TEXT,
    METADATA_BYTES,
)
from bot.sandbox.refusal import Json, RefusalError, refuse_with


@dataclass
class Contents:
    """The checked contents of a message; blocks and elements without ids have been given some."""

    text: str
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)


def check_contents(
    text: str, blocks: Any, attachments: Any, markdown_text: str = "", *, capped: bool = True
) -> Contents:
    """Check the contents of a message as Slack does; raises RefusalError. A text above 40,000 characters is cut.

    `capped` is off for response URLs, for which Slack does not count the characters of all blocks together."""
    if markdown_text and (text or blocks):
        raise RefusalError("markdown_text_conflict")
    if not (text or blocks or attachments or markdown_text):
        raise RefusalError("no_text")
    if len(markdown_text) > MARKDOWN:
        raise RefusalError("msg_too_long")
    checked = check_message_blocks(blocks, capped=capped) if blocks else []
    shown = (text or markdown_text or fallback_text(checked))[:MESSAGE_TEXT]
    return Contents(shown, checked, check_attachments(attachments) if attachments else [])


def check_message_blocks(blocks: Any, *, capped: bool) -> list[Json]:
    """Check the blocks of a message; raises `invalid_blocks`, `invalid_blocks_format` or `msg_blocks_too_long`."""
    if not isinstance(blocks, list):
        raise RefusalError("invalid_blocks_format")
    checked, problems = check_blocks(blocks, "message", MESSAGE_BLOCKS)
    if problems:
        raise refuse_with("invalid_blocks", problems)
    if sum(block.get("type") == "table" for block in checked) > 1:
        raise RefusalError("invalid_attachments", response_metadata={"messages": ["only_one_table_allowed"]})
    if capped and characters(checked) > BLOCK_CHARACTERS:
        raise RefusalError("msg_blocks_too_long")
    return checked


def check_attachments(attachments: Any) -> list[Json]:
    """Check attachments, whose blocks follow the rules of a message; raises RefusalError."""
    if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
        raise RefusalError("invalid_attachments")
    if len(attachments) > ATTACHMENTS:
        raise RefusalError("too_many_attachments")
    return [
        {**a, "blocks": check_message_blocks(a["blocks"], capped=True)} if "blocks" in a else a for a in attachments
    ]


def check_metadata(metadata: Any) -> Json | None:
    """Check message metadata: an event type and a flat payload; raises RefusalError."""
    if metadata is None:
        return None
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not kind or not isinstance(payload, dict):
        raise RefusalError("invalid_metadata_format")
    if set(metadata) - {"event_type", "event_payload", "entities"}:
        raise RefusalError("invalid_metadata_schema")
    if len(json.dumps(metadata)) > METADATA_BYTES:
        raise RefusalError("metadata_too_large")
    return {"event_type": kind, "event_payload": payload}


def characters(node: Any) -> int:
    """The characters of text over all blocks together, as Slack's undocumented limit counts them (bolt-js #2509)."""
    if isinstance(node, list):
        return sum(map(characters, node))
    if isinstance(node, dict):
        return sum(len(v) if k == "text" and isinstance(v, str) else characters(v) for k, v in node.items())
    return 0


def fallback_text(blocks: list[Json]) -> str:
    """The text that Slack derives from blocks when a message has none."""
    parts = [b["text"]["text"] for b in blocks if isinstance(b.get("text"), dict)]
    return " ".join(parts) or "This content can't be displayed."
