"""What every listener works with: the store, the clock, Slack, and the way back to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.clock import Clock
from bot.records.store import Store
from bot.slack.background import Background
from bot.slack.lists import Lists
from bot.slack.whisper import Whisper
from bot.work.desk import Desk, Pace


@dataclass(frozen=True, slots=True)
class Office:
    """The bot of one workspace: ``team`` is its Slack team id, ``user`` the bot's own user id, ``bot`` its bot id.

    ``lists`` asks Slack patiently, for the ``background``; before an acknowledgement ``client`` asks once.
    ``address`` is the workspace's own, to which links to messages belong (https://….slack.com/).
    """

    store: Store
    clock: Clock
    pace: Pace
    client: WebClient
    whisper: Whisper
    background: Background
    lists: Lists
    team: str
    user: str
    bot: str
    workspace: str = ""
    address: str = ""

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """One transaction, committed when the block ends and rolled back when it raises."""
        with self.store.write() as session:
            yield Desk(session, self.team, self.clock.now(), self.pace)

    @contextmanager
    def reading_desk(self) -> Iterator[Desk]:
        """The same for looking only: nothing that is done with it is kept."""
        with self.store.read() as session:
            yield Desk(session, self.team, self.clock.now(), self.pace)
