"""Logs: one line an entry on standard error, as text or JSON, with neither tokens nor the words of a channel."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog

Entry = MutableMapping[str, Any]

_TOKEN = re.compile(r"\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.%-]+")
_URL_PASSWORD = re.compile(r"(?<=://)([^\s:/@]*):[^\s@/]*@")
# They log whole payloads: a message from a channel must not reach a log, whatever level is asked for.
_LOUD = ("slack_sdk", "slack_bolt", "websockets")
# They tell of their own doings, which say nothing about the bot.
_CHATTY = ("alembic", "apscheduler", "uvicorn")


def configure(level: str = "INFO", form: str = "text", stream: TextIO | None = None) -> None:
    """Set up logging: ``level`` by name, ``form`` "text" or "json", ``stream`` standard error where it is None."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(form))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _LOUD:
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _shared() -> list[structlog.typing.Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _formatter(form: str) -> logging.Formatter:
    last: structlog.typing.Processor = structlog.processors.JSONRenderer()
    if form == "text":
        last = structlog.dev.ConsoleRenderer(colors=False)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_shared()[2:], structlog.stdlib.ExtraAdder()],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            without_payload,
            without_secrets,
            last,
        ],
    )


def without_payload(_logger: Any, _method: str, entry: Entry) -> Entry:
    """An entry of Slack's libraries, cut before its first brace: what follows is a payload."""
    event = entry.get("event")
    if isinstance(event, str) and str(entry.get("logger", "")).startswith("slack_"):
        entry["event"] = event.split("{", 1)[0].rstrip(" (:")
    return entry


def without_secrets(_logger: Any, _method: str, entry: Entry) -> Entry:
    """The entry with Slack tokens, and passwords inside addresses, taken out of every text."""
    for key, value in entry.items():
        if isinstance(value, str):
            entry[key] = redact(value)
    return entry


def redact(text: str) -> str:
    """``text`` with Slack tokens (xoxb-…, xapp-…) and passwords inside addresses replaced by a mark."""
    return _URL_PASSWORD.sub(r"\1:[hidden]@", _TOKEN.sub("[token hidden]", text))
