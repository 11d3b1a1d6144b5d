"""Events as Slack sends them, and only those the app may have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox.driver import Driver
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from tests.sandbox.listening import EVENTS, Listener, manifest

Listen = Callable[..., Listener]
BOT = "U0SHIPREADY"


def test_a_reply_is_an_event_with_its_thread_and_its_envelope(priya: Person, listen: Listen, driver: Driver) -> None:
    listener = listen()
    root = priya.say("pilots", "one & <two>")
    priya.say("pilots", "reply", thread_ts=root["ts"])
    driver.idle()
    first, second = sorted(listener.events, key=lambda e: e["ts"])
    assert first["text"] == "one &amp; &lt;two&gt;"
    assert (first["type"], first["user"], first["channel_type"]) == ("message", "U0PRIYA01", "channel")
    assert (second["thread_ts"], second["parent_user_id"]) == (root["ts"], "U0PRIYA01")
    outer = listener.requests[0].payload
    assert outer["type"] == "event_callback"
    assert outer["event_id"].startswith("Ev")
    assert outer["authorizations"][0]["user_id"] == BOT
    assert outer["is_ext_shared_channel"] is False


def test_a_mention_comes_twice_as_message_and_as_app_mention(priya: Person, listen: Listen, driver: Driver) -> None:
    listener = listen()
    said = priya.say("pilots", "@shipready status")
    driver.idle()
    assert {e["type"] for e in listener.events} == {"message", "app_mention"}
    assert {e["ts"] for e in listener.events} == {said["ts"]}
    assert len({r.payload["event_id"] for r in listener.requests}) == 2


def test_edits_and_deletions_carry_what_was_there(priya: Person, listen: Listen, driver: Driver) -> None:
    listener = listen()
    said = priya.say("pilots", "before")
    priya.edit(said, "after")
    priya.delete(said)
    driver.idle()
    changed, deleted = listener.of("message_changed")[0], listener.of("message_deleted")[0]
    assert (changed["message"]["text"], changed["previous_message"]["text"]) == ("after", "before")
    assert changed["message"]["edited"] == {"user": "U0PRIYA01", "ts": changed["ts"]}
    assert (changed["hidden"], deleted["hidden"]) == (True, True)
    assert (deleted["deleted_ts"], deleted["previous_message"]["text"]) == (said["ts"], "after")


def test_a_deleted_parent_with_replies_becomes_a_tombstone(priya: Person, listen: Listen, driver: Driver) -> None:
    root = priya.say("pilots", "root")
    reply = priya.say("pilots", "reply", thread_ts=root["ts"])
    driver.idle()
    listener = listen()
    priya.delete(root)
    driver.idle()
    (event,) = listener.events
    assert event["subtype"] == "message_changed"
    assert (event["message"]["subtype"], event["message"]["user"]) == ("tombstone", "USLACKBOT")
    assert [m["ts"] for m in priya.thread("pilots", root["ts"])] == [root["ts"], reply["ts"]]
    priya.delete(reply)
    assert priya.thread("pilots", root["ts"]) == []


def test_subtypes_of_messages(priya: Person, listen: Listen, driver: Driver) -> None:
    listener = listen()
    root = priya.say("pilots", "root")
    priya.say("pilots", "to all", thread_ts=root["ts"], broadcast=True)
    priya.say("pilots", "dances", subtype="me_message")
    priya.upload("pilots", "plan.txt", "the plan", "attached", thread_ts=root["ts"])
    driver.post("bots/say", person="U0OTHERBOT", channel="pilots", text="beep", classic=True)
    driver.post("bots/say", person="U0OTHERBOT", channel="pilots", text="boop")
    driver.idle()
    assert listener.of("thread_broadcast")[0]["root"]["ts"] == root["ts"]
    assert listener.of("me_message")[0]["text"] == "dances"
    shared = listener.of("file_share")[0]
    assert (shared["files"][0]["name"], shared["thread_ts"]) == ("plan.txt", root["ts"])
    assert listener.of("bot_message")[0]["bot_id"] == "B0OTHERBOT"
    assert next(e for e in listener.events if e["text"] == "boop")["user"] == "U0OTHERBOT"


def test_nothing_is_heard_from_where_the_bot_is_not(priya: Person, listen: Listen, driver: Driver) -> None:
    listener = listen()
    priya.say("general", "@shipready are you here")
    priya.say("finance", "a secret")
    driver.idle()
    assert listener.events == []


def test_the_life_of_a_channel(listen: Listen, driver: Driver) -> None:
    listener = listen()
    channel = driver.post("channels/create", name="close", members=["U0PRIYA01"])["channel"]["id"]
    driver.post("invite", channel=channel, person=BOT, by="U0PRIYA01")
    driver.post("channels/change", channel=channel, name="closing")
    driver.post("channels/change", channel=channel, is_archived=True)
    driver.post("channels/change", channel=channel, is_archived=False)
    driver.post("channels/change", channel=channel, id="C0NEWID01")
    driver.post("kick", channel="C0NEWID01", person="U0PRIYA01")
    driver.post("kick", channel="C0NEWID01", person=BOT, by="U0ADMIN01")
    driver.idle()
    kinds = [e["type"] for e in listener.events if e["type"] != "message"]
    assert kinds == [
        *("member_joined_channel", "channel_rename", "channel_archive", "channel_unarchive", "channel_id_changed"),
        *("member_left_channel", "member_left_channel", "channel_left"),
    ]
    assert listener.of("member_joined_channel")[0] | {"event_ts": ""} == {
        **{"type": "member_joined_channel", "user": BOT, "channel": channel, "channel_type": "C"},
        **{"team": "T0SANDBOX", "inviter": "U0PRIYA01", "event_ts": ""},
    }
    assert listener.of("channel_rename")[0]["channel"]["name"] == "closing"
    assert listener.of("channel_id_changed")[0]["old_channel_id"] == channel
    assert listener.of("channel_left")[0]["channel"] == "C0NEWID01"


def test_private_channels_send_the_group_twins(listen: Listen, driver: Driver, priya: Person) -> None:
    driver.post("invite", channel="finance", person=BOT)
    driver.idle()
    listener = listen()
    priya.say("finance", "hello")
    driver.post("channels/change", channel="finance", name="treasury")
    driver.post("channels/change", channel="treasury", is_archived=True)
    driver.post("channels/change", channel="treasury", deleted=True)
    driver.idle()
    assert listener.of("message")[0]["channel_type"] == "group"
    kinds = [e["type"] for e in listener.events if e["type"] != "message"]
    assert kinds == ["group_rename", "group_archive", "group_deleted"]


def test_people_who_change_and_come(listen: Listen, driver: Driver, priya: Person) -> None:
    listener = listen()
    priya.change(deleted=True)
    driver.person("U0TOM0001").change(kind="single_guest")
    driver.post("people/create", name="new", real_name="New Here", id="W0NEW0001", tz="Asia/Tokyo", channels=["pilots"])
    driver.idle()
    gone, guest = listener.of("user_change")
    assert (gone["user"]["id"], gone["user"]["deleted"]) == ("U0PRIYA01", True)
    assert "tz" not in gone["user"]
    assert (guest["user"]["is_restricted"], guest["user"]["is_ultra_restricted"]) == (True, True)
    assert listener.of("team_join")[0]["user"]["tz"] == "Asia/Tokyo"
    assert listener.of("member_joined_channel")[0]["user"] == "W0NEW0001"


def test_app_home_is_told_of_at_every_opening(listen: Listen, driver: Driver, priya: Person, client: WebClient) -> None:
    listener = listen()
    assert priya.open_home() is None
    client.views_publish(user_id=priya.id, view={"type": "home", "blocks": [{"type": "divider"}]})
    view = priya.open_home()
    driver.idle()
    assert view is not None
    first, second = listener.of("app_home_opened")
    assert (first["tab"], "view" in first) == ("home", False)
    assert second["view"]["id"] == view["id"]


def test_uninstalling_sends_both_events_and_ends_the_token(
    listen: Listen, driver: Driver, client: WebClient, priya: Person
) -> None:
    listener = listen()
    driver.post("app/uninstall")
    driver.idle()
    assert {e["type"] for e in listener.events} == {"tokens_revoked", "app_uninstalled"}
    with pytest.raises(Exception, match="account_inactive"):
        client.auth_test()
    priya.say("pilots", "anybody?")
    assert driver.get("idle")["idle"]
    driver.post("app/install")
    assert client.auth_test()["ok"]


def test_people_of_other_companies_are_marked(listen: Listen, driver: Driver) -> None:
    listener = listen()
    driver.person("U0EXT0001").say("partner-ledger", "hello from outside")
    driver.idle()
    assert listener.requests[0].payload["is_ext_shared_channel"] is True
    assert listener.events[0]["user_team"] == "T0PARTNER"


UNHEARD: list[tuple[str, dict[str, Any]]] = [
    ("not subscribed", {"events": [e for e in EVENTS if e != "message.channels"]}),
    ("no scope", {"scopes": ["channels:read", "commands"]}),
]


@pytest.mark.parametrize("changes", [row[1] for row in UNHEARD], ids=[row[0] for row in UNHEARD])
def test_a_message_is_not_heard_when(changes: dict[str, Any]) -> None:
    with Sandbox(manifest(**changes)) as sandbox:
        driver, listener = Driver(sandbox.url), Listener(sandbox)
        driver.connected()
        driver.person("U0PRIYA01").say("pilots", "hello")
        driver.idle()
        assert listener.events == []
        listener.close()
