"""What the cards say, against what the facts say now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.records import pilots
from bot.records.store import open_store
from bot.slack.pages.card import card
from bot.slack.pages.floor import floor
from bot.work.desk import Desk, Pace
from bot.work.views import view_of
from tests.simulation.ledger import Json


def stale(database: Path, team: str, now: datetime, messages: dict[tuple[str, str], Json]) -> Iterator[str]:
    """Cards and floors in Slack that are not what the facts give: the verdict there is ``verdict`` of the record."""
    store = open_store(f"sqlite:///{database}")
    try:
        with store.read() as session:
            desk = Desk(session, team, now, Pace())
            for pilot in pilots.all_of(session, team):
                view = view_of(desk, pilot)
                for kind, page in (("card", card(view)), ("floor", floor(view))):
                    post = view.posts.get((kind, ""))
                    shown = messages.get((post.channel, post.ts)) if post else None
                    if shown is not None and shown["text"] != page.text:
                        yield f"wrong: the {kind} of {pilot.name} says {shown['text']!r}, and now is {page.text!r}"
    finally:
        store.close()
