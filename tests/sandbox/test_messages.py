"""Messages as the Web API writes and reads them: threads, metadata, files, ephemerals, response URLs."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable
from urllib.error import HTTPError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from tests.sandbox.listening import Json, Listener

PILOTS = "C0PILOTS1"
Listen = Callable[..., Listener]
BUTTON = {"type": "button", "action_id": "go", "value": "7", "text": {"type": "plain_text", "text": "Go"}}
CARD = [{"type": "actions", "block_id": "card", "elements": [BUTTON]}]


def test_history_leaves_replies_out_and_replies_begin_with_the_parent(client: WebClient, priya: Person) -> None:
    root = client.chat_postMessage(channel=PILOTS, text="root")["ts"]
    priya.say("pilots", "one", thread_ts=root)
    client.chat_postMessage(channel=PILOTS, text="two", thread_ts=root)
    client.chat_postMessage(channel=PILOTS, text="three", thread_ts=root, reply_broadcast=True)
    history = client.conversations_history(channel=PILOTS)["messages"]
    assert [m["text"] for m in history] == ["three", "root"]
    assert (history[1]["reply_count"], history[1]["reply_users"]) == (3, ["U0PRIYA01", "U0SHIPREADY"])
    replies = client.conversations_replies(channel=PILOTS, ts=root)["messages"]
    assert [m["text"] for m in replies] == ["root", "one", "two", "three"]


def test_pages_are_followed_to_the_end(client: WebClient, driver: Driver) -> None:
    driver.settings(strict_limits=False)
    root = client.chat_postMessage(channel=PILOTS, text="0")["ts"]
    for number in range(1, 8):
        client.chat_postMessage(channel=PILOTS, text=str(number), thread_ts=root)
    pages = [p["messages"] for p in client.conversations_replies(channel=PILOTS, ts=root, limit=3)]
    assert [[m["text"] for m in p] for p in pages] == [["0", "1", "2"], ["3", "4", "5"], ["6", "7"]]


def test_since_when_and_until_when(client: WebClient) -> None:
    stamps = [str(client.chat_postMessage(channel=PILOTS, text=str(n))["ts"]) for n in range(3)]
    newer = client.conversations_history(channel=PILOTS, oldest=stamps[0])["messages"]
    assert [m["text"] for m in newer] == ["2", "1"]
    older = client.conversations_history(channel=PILOTS, latest=stamps[1], inclusive=True)["messages"]
    assert [m["text"] for m in older] == ["1", "0"]


def test_metadata_is_shown_to_those_who_ask(client: WebClient) -> None:
    metadata = {"event_type": "notice", "event_payload": {"id": "n1"}}
    root = client.chat_postMessage(channel=PILOTS, text="x", metadata=metadata)["ts"]
    assert "metadata" not in client.conversations_history(channel=PILOTS)["messages"][0]
    shown = client.conversations_history(channel=PILOTS, include_all_metadata=True)["messages"][0]
    assert shown["metadata"] == metadata
    thread = client.conversations_replies(channel=PILOTS, ts=root, include_all_metadata=True)["messages"]
    assert thread[0]["metadata"] == metadata


def test_an_update_keeps_metadata_and_tells_the_app(client: WebClient, listen: Listen, driver: Driver) -> None:
    listener = listen()
    metadata = {"event_type": "notice", "event_payload": {"id": "n1"}}
    posted = client.chat_postMessage(channel=PILOTS, text="x", blocks=CARD, metadata=metadata)
    client.chat_update(channel=PILOTS, ts=posted["ts"], text="y")
    driver.idle()
    assert listener.of("message_changed")[0]["message"]["text"] == "y"
    shown = client.conversations_history(channel=PILOTS, include_all_metadata=True)["messages"][0]
    assert (shown["metadata"], shown.get("blocks")) == (metadata, None)


def test_a_message_to_a_person_opens_a_direct_message(client: WebClient, priya: Person) -> None:
    posted = client.chat_postMessage(channel=priya.id, text="hello")
    assert str(posted["channel"]).startswith("D")
    assert [m["text"] for m in priya.dm_messages()] == ["hello"]
    assert client.chat_postMessage(channel=posted["channel"], text="again")["ok"]


def test_a_direct_message_reaches_the_app(listen: Listen, driver: Driver, priya: Person) -> None:
    listener = listen()
    priya.say(priya.dm(), "help")
    driver.idle()
    assert (listener.events[0]["channel_type"], listener.events[0]["text"]) == ("im", "help")


def test_ephemerals_are_seen_by_one_and_stand_in_no_history(client: WebClient, priya: Person, driver: Driver) -> None:
    client.chat_postEphemeral(channel=PILOTS, user=priya.id, text="only you")
    assert [m["text"] for m in priya.messages("pilots")] == ["only you"]
    assert driver.person("U0TOM0001").messages("pilots") == []
    assert client.conversations_history(channel=PILOTS)["messages"] == []


def test_permalinks_of_messages_and_replies(client: WebClient) -> None:
    root = str(client.chat_postMessage(channel=PILOTS, text="root")["ts"])
    reply = str(client.chat_postMessage(channel=PILOTS, text="reply", thread_ts=root)["ts"])
    link = client.chat_getPermalink(channel=PILOTS, message_ts=reply)["permalink"]
    expected = f"https://northfield.slack.com/archives/{PILOTS}/p{reply.replace('.', '')}?thread_ts={root}&cid={PILOTS}"
    assert link == expected


def test_reactions_are_counted(client: WebClient, priya: Person) -> None:
    ts = client.chat_postMessage(channel=PILOTS, text="x")["ts"]
    client.reactions_add(channel=PILOTS, timestamp=ts, name="eyes")
    priya.react({"channel": PILOTS, "ts": ts}, "eyes")
    reactions = client.conversations_history(channel=PILOTS)["messages"][0]["reactions"]
    assert reactions == [{"name": "eyes", "users": ["U0SHIPREADY", "U0PRIYA01"], "count": 2}]
    client.reactions_remove(channel=PILOTS, timestamp=ts, name="eyes")
    assert client.conversations_history(channel=PILOTS)["messages"][0]["reactions"][0]["count"] == 1


def test_a_file_is_uploaded_into_a_thread(client: WebClient, priya: Person) -> None:
    root = str(client.chat_postMessage(channel=PILOTS, text="root")["ts"])
    client.files_upload_v2(
        channel=PILOTS, thread_ts=root, filename="record.md", content="# Record", title="The record",
        initial_comment="Here it is", alt_txt="What is on record",
    )  # fmt: skip
    shared = priya.thread("pilots", root)[1]
    assert (shared["subtype"], shared["text"]) == ("file_share", "Here it is")
    item = shared["files"][0]
    assert (item["name"], item["title"]) == ("record.md", "The record")
    assert urllib.request.urlopen(item["url_private"]).read() == b"# Record"


def test_people_and_channels_are_listed_as_the_app_may_see_them(client: WebClient) -> None:
    members = {m["id"]: m for m in client.users_list()["members"]}
    assert "U0EXT0001" not in members
    assert members["U0GONE001"]["deleted"] is True
    assert members["U0GUEST02"]["is_ultra_restricted"] is True
    assert members["U0ADMIN01"]["is_admin"] is True
    stranger = client.users_info(user="U0EXT0001")["user"]
    assert stranger["team_id"] == "T0PARTNER"
    names = [c["name"] for c in client.conversations_list(types="public_channel,private_channel")["channels"]]
    assert "general" in names
    assert "finance" not in names
    mine = client.users_conversations(types="public_channel,private_channel", exclude_archived=True)["channels"]
    assert [c["name"] for c in mine] == ["pilots", "notices", "partner-ledger"]
    assert "U0GUEST01" in client.conversations_members(channel=PILOTS)["members"]
    assert client.conversations_info(channel="C0PARTNER")["channel"]["is_ext_shared"] is True


def respond(url: str, **body: object) -> str:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    return str(urllib.request.urlopen(request).read().decode())


def press_card(client: WebClient, priya: Person, listener: Listener, thread_ts: str = "") -> Json:
    ts = client.chat_postMessage(channel=PILOTS, text="card", blocks=CARD, thread_ts=thread_ts or None)["ts"]
    priya.press({"channel": PILOTS, "ts": ts}, "go")
    return next(r.payload for r in reversed(listener.requests) if r.payload.get("type") == "block_actions")


def test_the_payload_of_a_click(client: WebClient, priya: Person, listen: Listen) -> None:
    root = str(client.chat_postMessage(channel=PILOTS, text="root")["ts"])
    payload = press_card(client, priya, listen(), root)
    action = payload["actions"][0]
    assert (action["action_id"], action["block_id"], action["value"]) == ("go", "card", "7")
    assert payload["container"]["thread_ts"] == payload["message"]["thread_ts"] == root
    assert (payload["user"]["team_id"], payload["channel"]["name"]) == ("T0SANDBOX", "pilots")


def test_a_response_url_replaces_adds_and_deletes_five_times(client: WebClient, priya: Person, listen: Listen) -> None:
    url = press_card(client, priya, listen())["response_url"]
    assert respond(url, text="new card", replace_original=True) == "ok"
    respond(url, text="psst")
    respond(url, text="for all", response_type="in_channel")
    assert [m["text"] for m in priya.messages("pilots")] == ["new card", "psst", "for all"]
    respond(url, delete_original=True)
    assert [m["text"] for m in priya.messages("pilots")] == ["psst", "for all"]
    respond(url, text="five")
    with pytest.raises(HTTPError, match="404"):
        respond(url, text="six")


def test_a_click_on_an_ephemeral_carries_no_message_and_may_replace_it(
    client: WebClient, priya: Person, listen: Listen
) -> None:
    listener = listen()
    client.chat_postEphemeral(channel=PILOTS, user=priya.id, text="psst", blocks=CARD)
    priya.press(priya.ephemerals("pilots")[0], "go")
    payload = listener.requests[-1].payload
    assert payload["container"]["is_ephemeral"] is True
    assert "message" not in payload
    respond(payload["response_url"], text="changed", replace_original=True)
    assert [m["text"] for m in priya.ephemerals("pilots")] == ["changed"]


def test_a_response_url_reaches_where_the_bot_is_not(priya: Person, listen: Listen) -> None:
    listener = listen()
    priya.command("/shipready start", "finance")
    assert listener.requests[-1].payload["channel_name"] == "privategroup"
    respond(listener.requests[-1].payload["response_url"], text="Invite me")
    assert [m["text"] for m in priya.ephemerals("finance")] == ["Invite me"]


def test_shortcuts_on_messages_and_without(priya: Person, listen: Listen) -> None:
    listener = listen()
    root = priya.say("pilots", "root")
    reply = priya.say("pilots", "an answer", thread_ts=root["ts"])
    assert priya.shortcut("record", reply)["ok"]
    payload = listener.requests[-1].payload
    assert (payload["type"], payload["callback_id"]) == ("message_action", "record")
    assert (payload["message"]["thread_ts"], payload["message_ts"]) == (root["ts"], reply["ts"])
    assert priya.shortcut("start")["ok"]
    assert listener.requests[-1].payload["type"] == "shortcut"
    assert priya.shortcut("start", reply)["error"] == "no_such_action"


def many(times: int, call: Callable[[], object]) -> None:
    for _ in range(times):
        call()


def test_a_channel_takes_one_message_a_second(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        many(10, lambda: client.chat_postMessage(channel=PILOTS, text="x"))
    assert (refused.value.response.status_code, refused.value.response["error"]) == (429, "ratelimited")
    assert int(refused.value.response.headers["Retry-After"]) >= 1


def test_a_method_takes_as_many_calls_a_minute_as_its_tier_says(client: WebClient) -> None:
    many(20, client.users_list)
    with pytest.raises(SlackApiError, match="ratelimited"):
        many(10, client.users_list)
    assert client.auth_test()["ok"]


def test_limits_can_be_switched_off(client: WebClient, driver: Driver) -> None:
    driver.settings(strict_limits=False)
    many(10, lambda: client.chat_postMessage(channel=PILOTS, text="x"))
    assert len(driver.messages("pilots")) == 10


def test_a_choice_in_a_message_is_in_its_state(client: WebClient, priya: Person, listen: Listen) -> None:
    listener = listen()
    options = [{"text": {"type": "plain_text", "text": v.upper()}, "value": v} for v in ("x", "y")]
    select = {"type": "static_select", "action_id": "pick", "options": options}
    blocks = [{"type": "actions", "block_id": "b", "elements": [select]}]
    ts = client.chat_postMessage(channel=PILOTS, text="card", blocks=blocks)["ts"]
    priya.press({"channel": PILOTS, "ts": ts}, "pick", "y")
    payload = next(r.payload for r in reversed(listener.requests) if r.payload.get("type") == "block_actions")
    assert payload["actions"][0]["selected_option"]["value"] == "y"
    assert payload["state"]["values"]["b"]["pick"] == {"type": "static_select", "selected_option": options[1]}
