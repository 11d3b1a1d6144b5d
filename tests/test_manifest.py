"""The manifest: what Slack accepts, no permission without an event or a call that needs it, each one explained."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Which permission an event needs ("": none). Source: https://docs.slack.dev/reference/events
EVENTS = {
    "app_home_opened": "",
    "app_mention": "app_mentions:read",
    "app_uninstalled": "",
    "channel_archive": "channels:read",
    "channel_deleted": "channels:read",
    "channel_id_changed": "channels:read",
    "channel_left": "channels:read",
    "channel_rename": "channels:read",
    "channel_unarchive": "channels:read",
    "group_archive": "groups:read",
    "group_deleted": "groups:read",
    "group_left": "groups:read",
    "group_rename": "groups:read",
    "group_unarchive": "groups:read",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "team_join": "users:read",
    "tokens_revoked": "",
    "user_change": "users:read",
}
# Permissions that calls need, and what people type and press.
CALLS = {"chat:write", "reactions:write", "files:write", "commands"}
# The twins in channels and private channels: who has one needs the other.
TWINS = ("archive", "unarchive", "rename", "deleted", "left")


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def scopes(manifest: dict[str, Any]) -> list[str]:
    asked: list[str] = manifest["oauth_config"]["scopes"]["bot"]
    return asked


@pytest.fixture(scope="module")
def events(manifest: dict[str, Any]) -> list[str]:
    heard: list[str] = manifest["settings"]["event_subscriptions"]["bot_events"]
    return heard


@pytest.fixture(scope="module")
def docs() -> str:
    return (ROOT / "docs" / "install.md").read_text(encoding="utf-8")


def test_every_event_is_known_and_heard_once(events: list[str]) -> None:
    assert sorted(events) == sorted(EVENTS)


def test_every_event_has_its_permission_and_no_permission_is_idle(scopes: list[str], events: list[str]) -> None:
    needed = {EVENTS[event] for event in events} - {""}
    assert sorted(scopes) == sorted(needed | CALLS)


def test_only_the_bot_has_permissions(manifest: dict[str, Any]) -> None:
    assert list(manifest["oauth_config"]["scopes"]) == ["bot"]


@pytest.mark.parametrize("twin", TWINS)
def test_private_channels_are_heard_like_public_ones(events: list[str], twin: str) -> None:
    assert {f"channel_{twin}", f"group_{twin}"} <= set(events)


def test_every_permission_is_justified_in_the_docs(scopes: list[str], docs: str) -> None:
    table = docs.split("## What each permission is for")[1].split("##")[0]
    assert sorted(re.findall(r"^\| `([\w:]+)` \| \S", table, re.MULTILINE)) == sorted(scopes)


def test_every_event_is_explained_in_the_docs(events: list[str], docs: str) -> None:
    assert [event for event in events if f"`{event}`" not in docs] == []


def test_the_command_passes_people_and_channels_as_ids(manifest: dict[str, Any]) -> None:
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == "/shipready"
    assert command["should_escape"] is True


def test_the_shortcut_files_a_message(manifest: dict[str, Any]) -> None:
    (shortcut,) = manifest["features"]["shortcuts"]
    assert (shortcut["name"], shortcut["type"], shortcut["callback_id"]) == (
        "Record as an answer",
        "message",
        "record_answer",
    )


def test_home_and_messages_are_open(manifest: dict[str, Any]) -> None:
    home = manifest["features"]["app_home"]
    assert home["home_tab_enabled"] is True
    assert home["messages_tab_enabled"] is True
    assert home["messages_tab_read_only_enabled"] is False


def test_it_connects_by_socket_and_needs_no_address(manifest: dict[str, Any]) -> None:
    settings = manifest["settings"]
    assert settings["socket_mode_enabled"] is True
    assert settings["interactivity"] == {"is_enabled": True}
    assert settings["org_deploy_enabled"] is False
    assert settings["token_rotation_enabled"] is False
    assert "http" not in json.dumps(manifest)


def test_guests_can_use_it(manifest: dict[str, Any]) -> None:
    # With either view Slack keeps guests out of the app.
    assert not {"agent_view", "assistant_view"} & set(manifest["features"])


@pytest.mark.parametrize(
    ("place", "least", "most"),
    [
        ("display_information.name", 1, 35),
        ("display_information.description", 1, 140),
        ("display_information.long_description", 175, 4000),
        ("features.bot_user.display_name", 1, 80),
        ("features.slash_commands.0.command", 2, 32),
        ("features.slash_commands.0.description", 1, 2000),
        ("features.slash_commands.0.usage_hint", 1, 1000),
        ("features.shortcuts.0.name", 1, 24),
        ("features.shortcuts.0.callback_id", 1, 255),
        ("features.shortcuts.0.description", 1, 150),
    ],
)
def test_lengths_are_within_slacks(manifest: dict[str, Any], place: str, least: int, most: int) -> None:
    found: Any = manifest
    for step in place.split("."):
        found = found[int(step)] if step.isdigit() else found[step]
    assert least <= len(found) <= most
