"""Slack's numbers (docs.slack.dev/reference/block-kit, the methods' pages, and the constants of slack_sdk 3.47)."""

from __future__ import annotations

MESSAGE_TEXT = 40_000
MARKDOWN = 12_000
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
ATTACHMENTS = 100
# Undocumented; reported as `msg_blocks_too_long` in bolt-js #2509 and #2867.
BLOCK_CHARACTERS = 12_000
# Slack documents the error `metadata_too_large` without a number; this is the sandbox's own.
METADATA_BYTES = 8_000
VIEW_BYTES = 250_000
IDS = 255
PRIVATE_METADATA = 3000
VIEW_TITLE = 24
LABEL = 75
OPTION_VALUE = 150
PLACEHOLDER = 150
URL = 3000
CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
