"""Every payload that the transcripts made the bot send keeps to Slack's documented limits and its own promises.

Run after the transcripts (`make test`), which leave the calls in artifacts/calls.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from bot.slack.pages.blocks import Message
from tests.conversations.stage import CALLS
from tests.slack.limits import check_message, check_view

Json = dict[str, Any]
POSTS = {"chat.postMessage", "chat.postEphemeral", "response_url", "ack:slash_command"}
DECODED = ("blocks", "view", "metadata")


def recorded() -> list[Json]:
    """The different calls that were recorded; empty when no transcript has run."""
    lines = {line for path in sorted(CALLS.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()}
    return [decoded(json.loads(line)) for line in sorted(lines)]


def decoded(call: Json) -> Json:
    """A call with what travels as JSON inside a form taken apart."""
    args = call.get("args") or {}
    for key in DECODED:
        if isinstance(args.get(key), str):
            args[key] = json.loads(args[key])
    return {"method": call["method"], "args": args}


CALLED = recorded()


def of(*methods: str) -> list[Json]:
    return [call["args"] for call in CALLED if call["method"] in methods]


def test_the_transcripts_left_their_calls() -> None:
    counts = Counter(call["method"] for call in CALLED)
    print(dict(counts))
    assert counts["chat.postMessage"] > 50, "run `make test` first"
    assert counts["chat.update"] > 50
    assert counts["views.open"] > 20


@pytest.mark.parametrize("method", sorted(POSTS | {"chat.update"}))
def test_messages_keep_to_the_limits(method: str) -> None:
    for args in of(method):
        message = Message(text=args.get("text") or "", blocks=args.get("blocks") or [])
        if message.text or message.blocks:
            assert check_message(message) == [], message.text[:200]


def test_forms_and_home_keep_to_the_limits() -> None:
    for args in of("views.open", "views.push", "views.update", "views.publish"):
        assert check_view(args["view"]) == [], args["view"].get("callback_id")


def test_answers_to_forms_keep_to_the_limits() -> None:
    for args in of("ack:view_submission"):
        if "view" in args:
            assert check_view(args["view"]) == []
        assert all(0 < len(sentence) <= 2000 for sentence in args.get("errors", {}).values())


def test_no_post_unfurls_or_parses_what_people_typed() -> None:
    for args in of("chat.postMessage", "chat.update"):
        assert args.get("parse") == "none"
    posts = [args for args in of("chat.postMessage") if args.get("metadata")]
    assert posts
    for args in posts:
        assert str(args.get("unfurl_links")).lower() in ("false", "0")
        assert str(args.get("unfurl_media")).lower() in ("false", "0")


def test_metadata_names_the_notice_and_nothing_else() -> None:
    for args in of("chat.postMessage"):
        if args.get("metadata"):
            assert args["metadata"]["event_type"] == "shipready_notice"
            assert list(args["metadata"]["event_payload"]) == ["notice"]


def test_no_call_needs_a_method_beyond_the_manifest() -> None:
    known = {
        "auth.test", "apps.connections.open", "users.list", "users.info", "users.conversations", "conversations.info",
        "conversations.members", "conversations.replies", "conversations.history", "chat.postMessage", "chat.update",
        "chat.postEphemeral", "views.open", "views.push", "views.update", "views.publish", "reactions.add",
        "files.getUploadURLExternal", "files.completeUploadExternal", "response_url", "ack:slash_command",
        "ack:view_submission", "ack:block_actions", "ack:message_action",
    }  # fmt: skip
    assert {call["method"] for call in CALLED} <= known
