"""The one place for faults inside: logged with a reference, and said to the person with the same reference."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse

from bot.records.store import StoreProblem
from bot.slack import submissions
from bot.slack.answering import pushed, redraw
from bot.slack.incoming import at, text_at
from bot.slack.office import Office
from bot.slack.pages import refusals
from bot.slack.pages.blocks import Message
from bot.slack.pages.forms import said, typed_words
from bot.slack.unstored import not_taken
from bot.traces import trace_of

log = structlog.get_logger(__name__)
LAST_RETRY = "3"


class NotYetError(Exception):
    """An event that cannot be taken yet: it is not acknowledged, and Slack sends it again."""


def on_failure(office: Office, error: Exception, body: Mapping[str, Any], request: BoltRequest) -> BoltResponse | None:
    """Log the fault; an event is not acknowledged (Slack sends it again), everything else gets a sentence.

    Returning nothing answers 500. For events the person is told on the last retry only.
    """
    if isinstance(error, NotYetError):
        log.info("taken_later", why=str(error))
        return None
    reference = secrets.token_hex(4)
    log.error("fault", reference=reference, kind=text_at(body, "type") or "command", **_described(error))
    page = refusals.fault(reference)
    if "event" in body:
        if request.headers.get("x-slack-retry-num", [""])[0] == LAST_RETRY:
            not_taken(office, body["event"], reference)
        return None
    if "command" in body:
        return _json({"response_type": "ephemeral", "text": page.text, "blocks": page.blocks})
    if text_at(body, "type") == "view_submission":
        return _json(_in_form(body, page))
    if text_at(body, "view", "type") == "modal":
        office.whisper.later(_above_form, office, body, page)
    elif text_at(body, "response_url"):
        office.whisper.to_url(text_at(body, "response_url"), page)
    elif text_at(body, "user", "id"):
        office.whisper.in_channel(text_at(body, "user", "id"), page)
    return BoltResponse(status=200, body="")


def _described(error: Exception) -> dict[str, str]:
    """What the log may have of a fault: no words of an error but those that are the bot's own."""
    known = {"problem": str(error)} if isinstance(error, StoreProblem) else {}
    return {"error": type(error).__name__, "trace": trace_of(error), **known}


def _above_form(office: Office, body: Mapping[str, Any], page: Message) -> None:
    """The sentence above the open form; when it is too late for that, in its place, with what was typed to copy."""
    if not pushed(office, text_at(body, "trigger_id"), page):
        view = at(body, "view")
        typed = typed_words(submissions.values_of(view if isinstance(view, Mapping) else {}))
        redraw(office, text_at(view, "id"), said(page.text, typed))


def _json(body: Mapping[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(body), headers={"content-type": "application/json"})


def _in_form(body: Mapping[str, Any], page: Message) -> dict[str, Any]:
    """The sentence at the first field, so that the form stays open with all that was typed; without fields, alone."""
    blocks = at(body, "view", "blocks")
    inputs = [block for block in blocks if text_at(block, "type") == "input"] if isinstance(blocks, list) else []
    if inputs:
        return {"response_action": "errors", "errors": {text_at(inputs[0], "block_id"): page.text}}
    return {"response_action": "update", "view": said(page.text)}
