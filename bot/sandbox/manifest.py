"""The app as its manifest describes it: what it may do and what it is told."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.refusal import Json


@dataclass(frozen=True)
class AppManifest:
    """The parts of a Slack app manifest that the sandbox enforces."""

    name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: dict[str, Json]
    shortcuts: dict[str, Json]
    home_tab: bool
    messages_tab: bool
    interactivity: bool


def read_manifest(manifest: Json) -> AppManifest:
    """Take apart a manifest (the JSON of `manifest.json`); what is missing counts as switched off, as in Slack."""
    features = manifest.get("features", {})
    settings = manifest.get("settings", {})
    home = features.get("app_home", {})
    return AppManifest(
        name=features.get("bot_user", {}).get("display_name") or manifest["display_information"]["name"],
        scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
        commands={c["command"]: c for c in features.get("slash_commands", [])},
        shortcuts={s["callback_id"]: s for s in features.get("shortcuts", [])},
        home_tab=bool(home.get("home_tab_enabled")),
        messages_tab=bool(home.get("messages_tab_enabled")),
        interactivity=bool(settings.get("interactivity", {}).get("is_enabled")),
    )
