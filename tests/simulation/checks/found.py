"""What a seed leaves behind, for the checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.simulation.ledger import Json, Ledger

Row = dict[str, Any]
Page = tuple[int, str, str]
"""One message of the bot, whenever it was said: the pilot's id (0: none), kind and key of its notices."""


@dataclass(frozen=True, slots=True)
class Found:
    """The ledger, the bot's rows by table, its messages in Slack, everybody's by channel and ts, and its log."""

    ledger: Ledger
    rows: dict[str, list[Row]]
    posts: list[Json]
    messages: dict[tuple[str, str], Json]
    log: str

    def pages(self) -> dict[int, Page]:
        """What each notice is about, by its id."""
        return {notice["id"]: page_of(notice) for notice in self.rows["notice"]}

    def shown(self) -> list[tuple[Page, Json]]:
        """The bot's messages that say which notice they are."""
        pages = self.pages()
        named = [post for post in self.posts if post.get("metadata")]
        return [(pages[int(post["metadata"]["event_payload"]["notice"])], post) for post in named]


def page_of(row: Row) -> Page:
    """The page of a notice or post."""
    return row["pilot"] or 0, row["kind"], row["key"]


def compared(what: str, effects: int, least: int, most: int) -> Iterator[str]:
    """A sentence when there are fewer than ``least`` or more than ``most``."""
    if effects < least:
        yield f"lost: {what}: {effects} of {least}"
    if effects > most:
        yield f"doubled: {what}: {effects}, and at most {most} are right"
