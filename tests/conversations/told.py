"""What people are told in a transcript: commands typed or mentioned, cards, and words to one person alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from bot.sandbox.person import Person
from tests.conversations.stage import Json, Stage

PRIYA, NGOZI, TOM, EMEKA, SIPHO = "U0PRIYA01", "U0NGOZI01", "U0TOM0001", "U0CLERK77", "U0SIPHO01"
ADMIN, GUEST, OUTSIDER, GONE = "U0ADMIN01", "U0GUEST01", "U0EXT0001", "U0GONE001"
NAME = "Invoice Coder"


class Told:
    """A stage with Priya's words and what she is told; ``tmp`` is where its database is."""

    def __init__(self, on: Stage, tmp: Path) -> None:
        self.on = on
        self.database = tmp / "shipready.db"
        self.priya = on.person(PRIYA)
        self.ngozi = on.person(NGOZI)
        self.tom = on.person(TOM)
        self._heard: dict[tuple[str, str, str], int] = {}

    def wait(self, look: Callable[[], object], timeout: float = 15) -> object:
        """Wait at most ``timeout`` seconds until ``look`` gives something true; gives it."""
        return self.on.driver.wait_for(look, timeout)

    def command(self, text: str, person: Person | None = None, channel: str = "pilots") -> str:
        """Type ``/shipready <text>``: the words of the answer to the person alone ("" where a form opened)."""
        outcome = (person or self.priya).command(f"/shipready {text}", channel)
        assert outcome["ok"], outcome
        return str((outcome["response"] or {}).get("text", ""))

    def mention(self, text: str, thread_ts: str = "", person: Person | None = None, channel: str = "pilots") -> str:
        """Write ``@Shipready <text>``: the words of the answer to the person alone."""
        who = person or self.priya
        before = len(who.ephemerals(channel))
        who.say(channel, f"@shipready {text}", thread_ts=thread_ts or None)
        self.wait(lambda: len(who.ephemerals(channel)) > before)
        return str(who.ephemerals(channel)[-1]["text"])

    def hear(self, text: str, person: Person | None = None, channel: str = "pilots") -> Json:
        """What is said to the person alone in a channel and contains ``text``, once it is there."""
        who = person or self.priya
        return self.on.driver.wait_for(lambda: next((m for m in who.ephemerals(channel) if text in m["text"]), None))

    def heard(self, text: str, person: Person | None = None, channel: str = "pilots") -> None:
        """The same, once for each time that it is said: what was heard before does not count."""
        who = person or self.priya
        key = (who.id, channel, text)
        self._heard[key] = self._heard.get(key, 0) + 1
        self.wait(lambda: sum(text in m["text"] for m in who.ephemerals(channel)) >= self._heard[key])

    def start(self, name: str = NAME, channel: str = "pilots") -> Json:
        """Start a pilot; its card, once its first question is asked."""
        assert "The thread is open" in self.command(f"start {name}", channel=channel)
        card = self.card(name, channel)
        self.on.in_thread(card, "1 of 5")
        return card

    def card(self, name: str = NAME, channel: str = "pilots", text: str = "") -> Json:
        """The card of a pilot as everybody sees it, once it is there and says ``text``."""
        return self.on.driver.wait_for(lambda: next(iter(self.cards(name, channel, text)), None))

    def cards(self, name: str = NAME, channel: str = "pilots", text: str = "") -> list[Json]:
        """The cards of pilots with this name in a channel, the latest first."""
        found = [m for m in self.on.driver.messages(channel) if m["text"].startswith(f"*{name}*")]
        return [m for m in reversed(found) if text in m["text"] and not m.get("is_ephemeral")]

    def said(self, channel: str = "pilots") -> list[str]:
        """The texts that everybody sees in a channel (threads are not shown there)."""
        return [m["text"] for m in self.on.driver.messages(channel) if not m.get("is_ephemeral")]

    def form(self, person: Person | None = None, callback_id: str = "") -> Json:
        """The form that is open for the person, once it is."""
        who = person or self.priya

        def shown() -> Json | None:
            modal = who.modal()
            return modal if modal and (not callback_id or modal["callback_id"] == callback_id) else None

        return self.on.driver.wait_for(shown)

    def open(self, card: Json, action_id: str, value: str | None = None, person: Person | None = None) -> Json:
        """Press a button that opens a form; the form."""
        who = person or self.priya
        assert who.press(card, action_id, value)["ok"]
        return self.form(who)

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of the bot's database."""
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(sql, values).fetchall()

    def facts(self) -> list[tuple[object, ...]]:
        """The facts on record: kind and who said it."""
        return self.rows("select kind, by from fact order by id")

    def settled(self, message: Json, card: Json, timeout: float = 15) -> None:
        """Wait until a reply has its check mark."""
        self.wait(lambda: reacted(self.on.thread(card), message, "white_check_mark"), timeout)


def reacted(thread: Sequence[Json], message: Json, name: str) -> bool:
    """Whether a message of a thread has the reaction."""
    found = [one for one in thread if one["ts"] == message["ts"]]
    return any(reaction["name"] == name for one in found for reaction in one.get("reactions", []))


def button(message: Json, action_id: str, text: str = "") -> Json | None:
    """A button of a message or form with this id, and these words where given."""
    elements = [
        one for block in message["blocks"] for one in [*block.get("elements", []), block.get("accessory") or {}]
    ]
    mine = [one for one in elements if one.get("action_id") == action_id]
    return next((one for one in mine if text in one.get("text", {}).get("text", "")), None)
