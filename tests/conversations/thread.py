"""The words of the transcripts: a pilot's thread, and the people who write, press and read in it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.sandbox.person import Person
from tests.conversations.stage import Json, Stage, stage

PRIYA, NGOZI, TOM, EMEKA, SIPHO, ERIK = "U0PRIYA01", "U0NGOZI01", "U0TOM0001", "U0CLERK77", "U0SIPHO01", "U0ERIK001"
ALMA, HENRIK = "U0ADMIN01", "U0OWNER01"
NAME = "Invoice Coder"
CHANNEL = "pilots"
TODAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
"""The Tuesday on which the transcripts begin."""

WAITING = (
    "select count(*) from notice where state in ('due', 'claimed', 'unknown')",
    "select count(*) from question where settle_at is not null",
    "select count(*) from verdict where look_at is not null",
)
"""What the bot still has to do, by itself."""


class Thread:
    """A pilot's thread as everybody sees it."""

    def __init__(self, on: Stage, database: Path, name: str = NAME) -> None:
        self.on = on
        self.name = name
        self._database = database
        self.priya, self.ngozi, self.tom = (self.somebody(user) for user in (PRIYA, NGOZI, TOM))
        self.emeka, self.sipho, self.erik = (self.somebody(user) for user in (EMEKA, SIPHO, ERIK))

    def somebody(self, user: str) -> Somebody:
        """One of the people."""
        return Somebody(self, self.on.person(user))

    @property
    def card(self) -> Json:
        """The card at the thread's head, once it is there."""
        return self.on.card(self.name, CHANNEL)

    def messages(self) -> list[Json]:
        """The thread, its card first."""
        return self.on.thread(self.card)

    def words(self) -> str:
        """Everything that can be read in the thread."""
        return "\n".join(message["text"] for message in self.messages())

    def shows(self, *texts: str) -> Json:
        """The latest message of the thread with all these words, once it is there."""
        return self.until(lambda: next((one for one in reversed(self.messages()) if has(one, texts)), None))

    def shown(self, text: str) -> int:
        """How many messages of the thread hold these words now."""
        return sum(text in message["text"] for message in self.messages())

    def in_channel(self, text: str) -> list[Json]:
        """The messages with these words that the channel itself shows (replies only if they were shown there too)."""
        return [one for one in self.on.driver.messages(CHANNEL) if text in one["text"]]

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
        end = time.monotonic() + 10
        while any(self.rows(asked)[0][0] for asked in WAITING):
            assert time.monotonic() < end, "the bot did not come to rest"
            self.on.driver.get("changes", since=10**9, timeout=0.02)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of the bot's database."""
        with closing(sqlite3.connect(self._database)) as connection:
            return connection.execute(sql, values).fetchall()

    def passes(self, **much: float) -> None:
        """Let time pass: seconds=, minutes=, days=."""
        now = datetime.fromisoformat(self.on.driver.get("state")["now"])
        self.on.set_clock(now + timedelta(**much))


class Somebody:
    """One person in the thread."""

    def __init__(self, thread: Thread, person: Person) -> None:
        self.thread = thread
        self.person = person
        self.clicks = 0

    def says(self, words: str, **more: object) -> Json:
        """A reply in the thread."""
        return self.person.say(CHANNEL, words, thread_ts=self.thread.card["ts"], **more)

    def attaches(self, name: str, words: str) -> Json:
        """A reply with a file."""
        return self.person.upload(CHANNEL, name, "content", words, thread_ts=self.thread.card["ts"])

    def types(self, command: str) -> Json:
        """``/shipready <command>`` in the channel."""
        return self.person.command(f"/shipready {command}", CHANNEL)

    def presses(self, words: str, *, beside: str = "", on: Json | None = None) -> Json:
        """A button with these words: in the form that is open, else on a message of the thread, the latest first.

        ``beside``: words that stand next to the button. ``on``: that message and no other.
        """
        self.clicks += 1
        if on is None and (form := self.person.modal()):
            hit = found(form, words, beside)
            assert hit, f"no button {words!r} in {form['title']['text']}: {form['blocks']}"
            block, action, value = hit[1]
            return self._pressed(self.person.press_in_modal(action, value, block))
        message, (block, action, value) = self.thread.until(lambda: self._look_for(on, words, beside))
        return self._pressed(self.person.press(message, action, value, block))

    def presses_privately(self, words: str, *, beside: str = "") -> Json:
        """A button of a direct message of the bot."""
        self.clicks += 1
        look = lambda: first(reversed(self.person.dm_messages()), words, beside)  # noqa: E731
        message, (block, action, value) = self.thread.until(look)
        return self._pressed(self.person.press(message, action, value, block))

    def _look_for(self, on: Json | None, words: str, beside: str) -> tuple[Json, Press] | None:
        return first([on] if on else reversed(self.thread.messages()), words, beside)

    @staticmethod
    def _pressed(outcome: Json) -> Json:
        assert outcome["ok"], outcome
        return outcome

    def sees_form(self, title: str = "") -> Json:
        """The form that is open, once it is (with this title)."""
        return self.thread.until(lambda: titled(self.person.modal(), title))

    def sends(self, values: Json | None = None, **slots: object) -> Json:
        """Fill in the fields of the open form, named by their slots, and hand it in."""
        self.clicks += 1
        form = self.sees_form()
        row = form["blocks"] if form["callback_id"].startswith("row:") else []
        prefix = next((one["block_id"].split(".")[0] + "." for one in row if one["type"] == "input"), "")
        fields = {f"{prefix}{slot}": value for slot, value in {**(values or {}), **slots}.items()}
        return self._pressed(self.person.submit(fields))

    def leaves_the_form(self) -> None:
        """Close what is open, if anything is."""
        if self.person.modal():
            self.person.close(everything=True)

    def is_told(self, *texts: str) -> Json:
        """What is said to this person alone, with these words, once it is there."""
        return self.thread.until(
            lambda: next((one for one in reversed(self.person.ephemerals(CHANNEL)) if has(one, texts)), None)
        )

    def gets(self, *texts: str) -> Json:
        """The latest direct message of the bot with these words, once it is there."""
        return self.thread.until(
            lambda: next((one for one in reversed(self.person.dm_messages()) if has(one, texts)), None)
        )

    def letters(self, text: str = "") -> list[str]:
        """The texts of the bot's direct messages that hold these words."""
        return [one["text"] for one in self.person.dm_messages() if text in one["text"]]


Press = tuple[str, str, str]
"""A button: its block_id, its action_id and its value."""


def has(message: Json, texts: tuple[str, ...]) -> bool:
    """Whether a message holds all these words."""
    return all(text in message["text"] for text in texts)


def first(messages: Any, words: str, beside: str) -> tuple[Json, Press] | None:
    """The first of the messages that has the button, and the button."""
    return next((hit for message in messages if (hit := found(message, words, beside))), None)


def found(message: Json, words: str, beside: str = "") -> tuple[Json, Press] | None:
    """The button (or the entry of a menu) with these words."""
    heard = ""
    for block in message.get("blocks", []):
        heard = block.get("text", {}).get("text", heard)
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            for one in [element, *element.get("options", [])]:
                label = one.get("text")
                if isinstance(label, dict) and label["text"] == words and beside in heard and "action_id" in element:
                    return message, (block["block_id"], element["action_id"], one.get("value", ""))
    return None


def titled(form: Json | None, title: str) -> Json | None:
    """The form, if it is open and has the title."""
    return form if form and title in form["title"]["text"] else None


@contextmanager
def pilot(directory: Path, *, now: datetime = TODAY, **env: str) -> Iterator[Thread]:
    """A stage on which Priya has just started a pilot: its thread, with the first question asked."""
    with stage(directory, now=now, **env) as on:
        thread = Thread(on, directory / "shipready.db")
        assert thread.priya.types(f"start {NAME}")["ok"]
        thread.shows("1 of 5 · Who owns it?")
        yield thread
