"""The words of the transcripts: a pilot's thread, with the people who write, press and read in it."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.conversations.somebody import CHANNEL, Somebody
from tests.conversations.stage import Json, Stage, stage

PRIYA, NGOZI, TOM, EMEKA, SIPHO, ERIK = "U0PRIYA01", "U0NGOZI01", "U0TOM0001", "U0CLERK77", "U0SIPHO01", "U0ERIK001"
NAME = "Invoice Coder"
TODAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
"""The Tuesday on which the transcripts begin."""

WAITING = """
    select count(*) from notice where state in ('due', 'claimed', 'unknown')
    union all select count(*) from question where settle_at is not null
    union all select count(*) from verdict where look_at < :soon
    union all select count(*) from appointment where at < :soon
    union all select count(*) from checkin where state in ('planned', 'open') and next_at < :soon
    union all select count(*) from ask where state = 'planned' and due_at < :soon
    union all select count(*) from letter where remind_at < :soon
"""
"""What the bot still has to do by itself, up to a moment."""


class Thread:
    """A pilot's thread as everybody sees it."""

    def __init__(self, on: Stage, database: Path, name: str = NAME) -> None:
        self.on = on
        self.name = name
        self.root: str = on.card(name, CHANNEL)["ts"]
        self._database = database
        self.priya, self.ngozi, self.tom = (self.somebody(user) for user in (PRIYA, NGOZI, TOM))
        self.emeka, self.sipho, self.erik = (self.somebody(user) for user in (EMEKA, SIPHO, ERIK))

    def somebody(self, user: str) -> Somebody:
        """One of the people."""
        return Somebody(self, self.on.person(user))

    @property
    def card(self) -> Json:
        """The card at the thread's head."""
        return self.messages()[0]

    def messages(self) -> list[Json]:
        """The thread, its card first."""
        return self.on.driver.messages(CHANNEL, self.root)

    def words(self) -> str:
        """Everything that can be read in the thread."""
        return "\n".join(message["text"] for message in self.messages())

    def shows(self, *texts: str) -> Json:
        """The latest message of the thread with all these words, once it is there."""
        return self.reads(self.messages, texts)

    def reads(self, messages: Callable[[], list[Json]], texts: tuple[str, ...]) -> Json:
        """The latest of the messages with all these words, once it is there."""
        try:
            found: Json = self.until(lambda: next((one for one in reversed(messages()) if has(one, texts)), None))
        except TimeoutError:
            there = "\n---\n".join(one["text"] for one in messages())
            raise AssertionError(f"nothing says {texts}; there is:\n{there}") from None
        return found

    def shown(self, text: str) -> int:
        """How many messages of the thread hold these words now."""
        return sum(text in message["text"] for message in self.messages())

    def in_channel(self, text: str) -> list[Json]:
        """The messages with these words that the channel itself shows (replies only if they were shown there too)."""
        return [one for one in self.on.driver.messages(CHANNEL) if text in one["text"]]

    def content(self, file: Json) -> str:
        """What is in a file of the thread."""
        with urlopen(f"{self.on.sandbox.url}/files/{file['id']}") as answer:
            return str(answer.read().decode())

    def reactions(self, message: Json) -> set[str]:
        """The reactions to a reply."""
        now = next(one for one in self.messages() if one["ts"] == message["ts"])
        return {reaction["name"] for reaction in now.get("reactions", [])}

    def records(self, *replies: Json) -> None:
        """Wait until each of the replies has its check mark."""
        self.until(lambda: all("white_check_mark" in self.reactions(reply) for reply in replies))

    def until(self, look: Callable[[], Any]) -> Any:
        """Wait until ``look`` finds something; gives it."""
        return self.on.driver.wait_for(look)

    def is_quiet(self) -> None:
        """Wait until nothing is on its way, nothing is due and nothing is to be said any more."""
        self.on.driver.idle()
        end, soon = time.monotonic() + 10, f"{self.now() + timedelta(seconds=5):%Y-%m-%d %H:%M:%S}"
        while any(count for (count,) in self.rows(WAITING, soon=soon)):
            assert time.monotonic() < end, "the bot did not come to rest"
            self.on.driver.get("changes", since=10**9, timeout=0.02)

    def rows(self, sql: str, *values: object, **named: object) -> list[tuple[Any, ...]]:
        """Rows of the bot's database."""
        with closing(sqlite3.connect(self._database)) as connection:
            return connection.execute(sql, named or values).fetchall()

    def saved(self, group: str) -> list[tuple[Json, list[str], str]]:
        """Every save of a group: its slots, the ts of the replies they came from, and who saved."""
        facts = self.rows("select slots, cites, by from fact where kind = 'saved' and \"group\" = ? order by id", group)
        return [(json.loads(slots), json.loads(cites), by) for slots, cites, by in facts]

    def passes(self, **much: float) -> None:
        """Let time pass: seconds=, minutes=, days=."""
        self.on.set_clock(self.now() + timedelta(**much))

    def now(self) -> datetime:
        """The moment on everybody's clock (aware UTC)."""
        return datetime.fromisoformat(self.on.driver.get("state")["now"])


def has(message: Json, texts: tuple[str, ...]) -> bool:
    """Whether a message holds all these words."""
    return all(text in message["text"] for text in texts)


@contextmanager
def pilot(directory: Path, *, now: datetime = TODAY, **env: str) -> Iterator[Thread]:
    """A stage on which Priya has just started a pilot: its thread, with the first question asked."""
    with stage(directory, None, now=now, **env) as on:
        assert on.person(PRIYA).command(f"/shipready start {NAME}", CHANNEL)["ok"]
        thread = Thread(on, directory / "shipready.db")
        thread.shows("1 of 5 · Who owns it?")
        yield thread
