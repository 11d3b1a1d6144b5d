"""Everything one sandbox consists of, in one place for the functions that work on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sandbox.calls import CallLog
from bot.sandbox.changes import ChangeLog
from bot.sandbox.clock import SandboxClock
from bot.sandbox.defaults import WORKSPACE
from bot.sandbox.deliveries import Deliveries
from bot.sandbox.door.rates import Rates
from bot.sandbox.faults import Faults
from bot.sandbox.manifest import AppManifest, read_manifest
from bot.sandbox.refusal import Json
from bot.sandbox.response_urls import ResponseUrls
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.state import Channel, Notice
from bot.sandbox.triggers import Triggers
from bot.sandbox.workspace import BOT_USER, Workspace, load_workspace

BOT_TOKEN = "xoxb-sandbox-bot"
APP_TOKEN = "xapp-sandbox-app"


@dataclass
class World:
    """One sandbox: its workspace, its app, its time, its sockets and its faults. Only its event loop touches it."""

    app: AppManifest
    url: str
    described: Json
    settings: SandboxSettings = field(default_factory=SandboxSettings)

    def __post_init__(self) -> None:
        self.clock = SandboxClock()
        self.changes = ChangeLog()
        self.calls = CallLog(self.clock, self.settings.calls_kept)
        self.faults = Faults()
        self.deliveries = Deliveries(self.settings, self.faults, self.changes)
        self.rates = Rates(self.settings)
        self.triggers = Triggers(self.settings)
        self.response_urls = ResponseUrls()
        self.space: Workspace = load_workspace(self.described, self.app, self.clock.seconds())

    @property
    def team_id(self) -> str:
        """The id of the workspace the app is installed in."""
        return str(self.space.team["id"])

    def bot_in(self, channel: Channel) -> bool:
        """Whether the app's bot is a member of the channel."""
        return BOT_USER in channel.members

    def tell(self, person: str, code: str, text: str, channel: str = "") -> None:
        """Show a person what Slack itself would tell them."""
        seq = self.changes.add("notice", person=person, channel=channel)
        self.space.notices.append(Notice(seq, person, code, text, channel))


def make_world(manifest: Json, url: str, described: Json | None = None, settings: Json | None = None) -> World:
    """A sandbox's world for that app manifest, with the workspace described (default: a finance team)."""
    world = World(read_manifest(manifest), url, described or WORKSPACE)
    world.settings.take(settings or {})
    return world
