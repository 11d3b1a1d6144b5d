"""The strict door for calls: each row is a call the real Slack refuses in that situation, and the code it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import manifest, web

OPEN, GENERAL, SECRET, ARCHIVED, READ_ONLY = "C0PILOTS1", "C0GENERAL", "C0FINANCE", "C0CLOSING", "C0NOTICES"
NEVER = "1700000000.000001"
GONE, OTHER_BOT, PRIYA = "U0GONE001", "U0OTHERBOT", "U0PRIYA01"
HOME = {"type": "home", "blocks": []}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": []}
METADATA = {"event_type": "notice", "event_payload": {"id": "x" * 9000}}

# what, method, arguments, code; {said} a person's message, {own} the bot's, {reply} a reply, {locked} a locked thread
REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    ("an unknown method", "chat.postMesage", {}, "unknown_method"),
    ("no channel", "chat.postMessage", {"text": "x"}, "channel_not_found"),
    ("an unknown channel", "chat.postMessage", {"channel": "C0NEVER", "text": "x"}, "channel_not_found"),
    ("a public channel without the bot", "chat.postMessage", {"channel": GENERAL, "text": "x"}, "not_in_channel"),
    ("a private channel without the bot", "chat.postMessage", {"channel": SECRET, "text": "x"}, "channel_not_found"),
    ("an archived channel", "chat.postMessage", {"channel": ARCHIVED, "text": "x"}, "is_archived"),
    ("a read-only channel", "chat.postMessage", {"channel": READ_ONLY, "text": "x"},
     "restricted_action_read_only_channel"),
    ("no text", "chat.postMessage", {"channel": OPEN}, "no_text"),
    ("blocks that are not JSON", "chat.postMessage", {"channel": OPEN, "blocks": "[{"}, "invalid_blocks_format"),
    ("an unknown thread", "chat.postMessage", {"channel": OPEN, "text": "x", "thread_ts": NEVER}, "thread_not_found"),
    ("a reply as a thread", "chat.postMessage", {"channel": OPEN, "text": "x", "thread_ts": "{reply}"},
     "cannot_reply_to_message"),
    ("a locked thread", "chat.postMessage", {"channel": OPEN, "text": "x", "thread_ts": "{locked}"},
     "restricted_action_thread_locked"),
    ("a deactivated person", "chat.postMessage", {"channel": GONE, "text": "x"}, "is_inactive"),
    ("another bot", "chat.postMessage", {"channel": OTHER_BOT, "text": "x"}, "cannot_dm_bot"),
    ("metadata without a type", "chat.postMessage", {"channel": OPEN, "text": "x", "metadata": {"event_payload": {}}},
     "invalid_metadata_format"),
    ("metadata too large", "chat.postMessage", {"channel": OPEN, "text": "x", "metadata": METADATA},
     "metadata_too_large"),
    ("somebody else's message", "chat.update", {"channel": OPEN, "ts": "{said}", "text": "x"}, "cant_update_message"),
    ("an unknown message", "chat.update", {"channel": OPEN, "ts": NEVER, "text": "x"}, "message_not_found"),
    ("an update above 4,000", "chat.update", {"channel": OPEN, "ts": "{own}", "text": "x" * 4001}, "msg_too_long"),
    ("an update to nothing", "chat.update", {"channel": OPEN, "ts": "{own}"}, "no_text"),
    ("an update in an archived channel", "chat.update", {"channel": ARCHIVED, "ts": NEVER, "text": "x"}, "is_archived"),
    ("deleting somebody else's", "chat.delete", {"channel": OPEN, "ts": "{said}"}, "cant_delete_message"),
    ("deleting what is not there", "chat.delete", {"channel": OPEN, "ts": NEVER}, "message_not_found"),
    ("an ephemeral to nobody", "chat.postEphemeral", {"channel": OPEN, "user": "U0NEVER", "text": "x"},
     "user_not_found"),
    ("an ephemeral to one who is not there", "chat.postEphemeral", {"channel": OPEN, "user": "U0EXT0001", "text": "x"},
     "user_not_in_channel"),
    ("a link to nothing", "chat.getPermalink", {"channel": OPEN, "message_ts": NEVER}, "message_not_found"),
    ("the same reaction twice", "reactions.add", {"channel": OPEN, "timestamp": "{own}", "name": "eyes"},
     "already_reacted"),
    ("a reaction to nothing", "reactions.add", {"channel": OPEN, "timestamp": NEVER, "name": "eyes"},
     "message_not_found"),
    ("no such emoji name", "reactions.add", {"channel": OPEN, "timestamp": "{own}", "name": "No Name"}, "invalid_name"),
    ("a reaction that is not there", "reactions.remove", {"channel": OPEN, "timestamp": "{own}", "name": "tada"},
     "no_reaction"),
    ("a reaction where the bot is not", "reactions.add", {"channel": GENERAL, "timestamp": NEVER, "name": "eyes"},
     "not_in_channel"),
    ("an unknown person", "users.info", {"user": "U0NEVER"}, "user_not_found"),
    ("history of an unknown channel", "conversations.history", {"channel": "C0NEVER"}, "channel_not_found"),
    ("history where the bot is not", "conversations.history", {"channel": GENERAL}, "not_in_channel"),
    ("history above the limit", "conversations.history", {"channel": OPEN, "limit": 1000}, "invalid_limit"),
    ("a bad cursor", "conversations.history", {"channel": OPEN, "cursor": "x"}, "invalid_cursor"),
    ("an unknown thread to read", "conversations.replies", {"channel": OPEN, "ts": NEVER}, "thread_not_found"),
    ("members of a secret channel", "conversations.members", {"channel": SECRET}, "channel_not_found"),
    ("types that are none", "conversations.list", {"types": "secret"}, "invalid_types"),
    ("types without their scope", "conversations.list", {"types": "public_channel,im"}, "missing_scope"),
    ("opening a direct message without scope", "conversations.open", {"users": PRIYA}, "missing_scope"),
    ("joining without scope", "conversations.join", {"channel": GENERAL}, "missing_scope"),
    ("team.info without scope", "team.info", {}, "missing_scope"),
    ("a form without trigger", "views.open", {"view": MODAL}, "invalid_arguments"),
    ("a form with an unknown trigger", "views.open", {"view": MODAL, "trigger_id": "1.2.x"}, "invalid_trigger_id"),
    ("a form that is not open", "views.update", {"view": MODAL, "view_id": "V0NEVER"}, "not_found"),
    ("a home for nobody", "views.publish", {"user_id": "U0NEVER", "view": HOME}, "user_not_found"),
    ("a home that is a modal", "views.publish", {"user_id": PRIYA, "view": MODAL}, "invalid_arguments"),
    ("an upload of nothing", "files.getUploadURLExternal", {"filename": "x.txt", "length": 0}, "invalid_arguments"),
    ("an upload that was not sent", "files.completeUploadExternal", {"files": [{"id": "F0NEVER"}]}, "file_not_found"),
    ("a socket with the bot's token", "apps.connections.open", {}, "not_allowed_token_type"),
]  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[Sandbox, dict[str, str]]]:
    """One sandbox for all rows, with a message of each kind."""
    with Sandbox(manifest(), settings={"strict_limits": False}) as sandbox:
        driver, client = Driver(sandbox.url), web(sandbox)
        said = driver.person(PRIYA).say(OPEN, "hello")["ts"]
        reply = driver.person(PRIYA).say(OPEN, "hello again", thread_ts=said)["ts"]
        own = client.chat_postMessage(channel=OPEN, text="mine")["ts"]
        locked = client.chat_postMessage(channel=OPEN, text="locked")["ts"]
        client.reactions_add(channel=OPEN, timestamp=own, name="eyes")
        driver.post("threads/lock", channel=OPEN, ts=locked)
        yield sandbox, {"{said}": said, "{reply}": reply, "{own}": own, "{locked}": locked}
        driver.close()


@pytest.mark.parametrize(("method", "args", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(place: tuple[Sandbox, dict[str, str]], method: str, args: dict[str, Any], code: str) -> None:
    sandbox, named = place
    given = {k: named.get(v, v) if isinstance(v, str) else v for k, v in args.items()}
    with pytest.raises(SlackApiError) as refused:
        web(sandbox).api_call(method, json=given)
    assert refused.value.response["error"] == code


def test_a_missing_scope_says_what_is_needed(place: tuple[Sandbox, dict[str, str]]) -> None:
    with pytest.raises(SlackApiError) as refused:
        web(place[0]).conversations_open(users=PRIYA)
    assert refused.value.response["needed"] == "im:write"
    assert "chat:write" in refused.value.response["provided"].split(",")


WITHOUT = [
    ("chat:write", "chat.postMessage", {"channel": OPEN, "text": "x"}),
    ("chat:write", "chat.update", {"channel": OPEN, "ts": NEVER, "text": "x"}),
    ("reactions:write", "reactions.add", {"channel": OPEN, "timestamp": NEVER, "name": "eyes"}),
    ("users:read", "users.info", {"user": PRIYA}),
    ("channels:read", "conversations.info", {"channel": OPEN}),
    ("channels:history", "conversations.history", {"channel": OPEN}),
    ("channels:history", "conversations.replies", {"channel": OPEN, "ts": NEVER}),
    ("files:write", "files.getUploadURLExternal", {"filename": "x", "length": 1}),
]


@pytest.fixture(scope="module")
def bare() -> Iterator[Sandbox]:
    with Sandbox(manifest(scopes=["commands"])) as sandbox:
        yield sandbox


@pytest.mark.parametrize(("scope", "method", "args"), WITHOUT, ids=[f"{m} needs {s}" for s, m, _ in WITHOUT])
def test_each_method_needs_its_scope(bare: Sandbox, scope: str, method: str, args: dict[str, Any]) -> None:
    with pytest.raises(SlackApiError) as refused:
        web(bare).api_call(method, json=args)
    assert (refused.value.response["error"], refused.value.response["needed"]) == ("missing_scope", scope)


@pytest.mark.parametrize(("token", "code"), [("", "not_authed"), ("xoxb-somebody-else", "invalid_auth")])
def test_a_wrong_token_is_refused(bare: Sandbox, token: str, code: str) -> None:
    client = web(bare)
    client.token = token
    with pytest.raises(SlackApiError) as refused:
        client.auth_test()
    assert refused.value.response["error"] == code


def test_an_unknown_app_token_opens_no_socket(bare: Sandbox) -> None:
    with pytest.raises(SlackApiError) as refused:
        web(bare).apps_connections_open(app_token="xapp-somebody-else")
    assert refused.value.response["error"] == "invalid_auth"


def test_a_bot_without_messages_tab_writes_to_nobody() -> None:
    with Sandbox(manifest(messages_tab=False)) as sandbox, pytest.raises(SlackApiError) as refused:
        web(sandbox).chat_postMessage(channel=PRIYA, text="x")
    assert refused.value.response["error"] == "messages_tab_disabled"
