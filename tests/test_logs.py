"""Logs: no token, no password, no words of a channel; JSON when asked for."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def log() -> io.StringIO:
    stream = io.StringIO()
    logs.configure("DEBUG", "json", stream)
    return stream


def entry(log: io.StringIO) -> dict[str, object]:
    found: dict[str, object] = json.loads(log.getvalue())
    return found


def test_an_entry_is_one_line_of_json(log: io.StringIO) -> None:
    structlog.get_logger("shipready.test").info("stored", pilot=3)
    found = entry(log)
    assert (found["event"], found["pilot"], found["level"], found["logger"]) == ("stored", 3, "info", "shipready.test")
    assert str(found["timestamp"]).endswith("Z")


def test_text_is_one_line_too() -> None:
    stream = io.StringIO()
    logs.configure("INFO", "text", stream)
    structlog.get_logger("shipready.test").info("stored", pilot=3)
    structlog.get_logger("shipready.test").debug("not asked for")
    assert len(stream.getvalue().splitlines()) == 1
    assert "pilot=3" in stream.getvalue()


def test_the_standard_librarys_extra_values_are_kept_and_cleaned(log: io.StringIO) -> None:
    logging.getLogger("bot.courier").warning("late", extra={"notice": 7, "why": "xoxb-1-abc"})
    assert (entry(log)["notice"], entry(log)["why"]) == (7, "[token hidden]")


def test_what_slacks_libraries_say_is_kept_without_the_payload(log: io.StringIO) -> None:
    logging.getLogger("slack_bolt.App").warning("Unhandled request ({'event': {'text': 'our salaries'}})")
    assert entry(log)["event"] == "Unhandled request"


def test_their_debug_entries_are_never_written(log: io.StringIO) -> None:
    logging.getLogger("slack_sdk.socket_mode").debug("on_message: our salaries")
    assert log.getvalue() == ""


def test_tokens_and_passwords_are_taken_out(log: io.StringIO) -> None:
    try:
        raise RuntimeError("xoxb-1-abc at postgresql://bot:hunter2@db/x")
    except RuntimeError:
        structlog.get_logger("shipready.test").exception("failed", header="Bearer xapp-1-A-2-b", why="xoxe.xoxb-1-Z")
    for secret in ("xoxb-1", "hunter2", "xapp-1"):
        assert secret not in log.getvalue()
    assert "postgresql://bot:[hidden]@db/x" in str(entry(log)["exception"])
