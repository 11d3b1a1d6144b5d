"""One person of a transcript: writes, presses and fills in, and reads what the bot says to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.sandbox.person import Person
from tests.conversations.stage import Json

if TYPE_CHECKING:
    from tests.conversations.thread import Thread

CHANNEL = "pilots"


class Somebody:
    """One person in the thread."""

    def __init__(self, thread: Thread, person: Person) -> None:
        self.thread = thread
        self.person = person
        self.clicks = 0

    def says(self, words: str, **more: object) -> Json:
        """A reply in the thread."""
        return self.person.say(CHANNEL, words, thread_ts=self.thread.root, **more)

    def attaches(self, name: str, words: str) -> Json:
        """A reply with a file."""
        return self.person.upload(CHANNEL, name, "content", words, thread_ts=self.thread.root)

    def edits(self, reply: Json, words: str) -> Json:
        """Another wording of one's reply."""
        return self.person.edit(reply, words)

    def deletes(self, reply: Json) -> None:
        """Take a reply back."""
        self.person.delete(reply)

    def goes(self) -> None:
        """The account is deactivated; returns when the bot has heard of it."""
        self.person.change(deleted=True)
        self.thread.on.driver.idle()

    def comes_back(self) -> None:
        """The account is active again; returns when the bot has heard of it."""
        self.person.change(deleted=False)
        self.thread.on.driver.idle()

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
            return self._pressed(self.person.press_in_modal(*hit[1]))
        message, press = self.thread.until(lambda: self._look_for(on, words, beside))
        return self._pressed(self.person.press(message, *press))

    def presses_privately(self, words: str, *, beside: str = "") -> Json:
        """A button of a direct message of the bot."""
        self.clicks += 1
        message, press = self.thread.until(lambda: first(reversed(self.direct()), words, beside))
        return self._pressed(self.person.press(message, *press))

    def _look_for(self, on: Json | None, words: str, beside: str) -> tuple[Json, Press] | None:
        return first([on] if on else reversed(self.thread.messages()), words, beside)

    @staticmethod
    def _pressed(outcome: Json) -> Json:
        assert outcome["ok"], outcome
        return outcome

    def sees_form(self, title: str = "") -> Json:
        """The form that is open, once it is (with this title)."""
        form: Json = self.thread.until(lambda: titled(self.person.modal(), title))
        return form

    def sends(self, values: Json | None = None, **slots: object) -> Json:
        """Fill in the fields of the open form, named by their slots, and hand it in."""
        self.clicks += 1
        form = self.sees_form()
        row = form["blocks"] if form["callback_id"].startswith("row:") else []
        prefix = next((one["block_id"].split(".")[0] + "." for one in row if one["type"] == "input"), "")
        fields = {f"{prefix}{slot}": value for slot, value in {**(values or {}), **slots}.items()}
        for block in form["blocks"]:
            if block.get("dispatch_action") and block["block_id"] in fields:  # a choice that the bot hears of at once
                self.person.press_in_modal(block["block_id"], fields[block["block_id"]])
        return self._pressed(self.person.submit(fields))

    def leaves_the_form(self) -> None:
        """Close what is open, if anything is."""
        if self.person.modal():
            self.person.close(everything=True)

    def is_told(self, *texts: str) -> Json:
        """What is said to this person alone, with these words, once it is there."""
        return self.thread.reads(lambda: self.person.ephemerals(CHANNEL), texts)

    def gets(self, *texts: str) -> Json:
        """The latest direct message of the bot with these words, once it is there."""
        return self.thread.reads(self.direct, texts)

    def direct(self) -> list[Json]:
        """The direct messages of the bot, those in their threads too."""
        channel = self.person.dm()
        above = self.person.messages(channel)
        threads = [self.person.thread(channel, one["ts"])[1:] for one in above if one.get("reply_count")]
        return sorted([*above, *(one for thread in threads for one in thread)], key=lambda one: str(one["ts"]))

    def letters(self, text: str = "") -> list[str]:
        """The texts of the bot's direct messages that hold these words."""
        return [one["text"] for one in self.direct() if text in one["text"]]


Press = tuple[str, str]
"""A button: its action_id and its value."""


def first(messages: Iterable[Json], words: str, beside: str) -> tuple[Json, Press] | None:
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
                    return message, (element["action_id"], one.get("value", ""))
    return None


def titled(form: Json | None, title: str) -> Json | None:
    """The form, if it is open and has the title."""
    return form if form and title in form["title"]["text"] else None
