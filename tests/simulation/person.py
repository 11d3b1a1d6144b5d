"""One person of a simulation: does one thing after another, each by its own dice, so that a seed replays."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from random import Random

from bot.sandbox.refusal import ControlError
from tests.simulation.forms import Forms, count
from tests.simulation.ledger import Deed, Json, Ledger, Said
from tests.simulation.town import CHANNEL, GUEST, Button, Town, buttons
from tests.simulation.words import answer

PRESSED = (
    "answer", "open_form", "add_it", "correct", "not_yet", "not_yet_details", "ask_someone", "park", "go_on",
    "save_reading", "reading_more", "example", "save_all", "see_checks", "more", "accept", "decline", "not_quite",
    "may_not_stop",
)  # fmt: skip
STARTED = ("The thread is open", "has a thread here already")
MANY = 1000
WRITTEN_AWAY = 2
PATIENCE = 1.0
"""Seconds somebody waits before trying again what got no answer."""


class Someone(threading.Thread):
    """Does ``steps`` things. ``starts``: how many pilots this person starts first."""

    def __init__(self, url: str, user: str, seed: str, steps: int, starts: int, ledger: Ledger) -> None:
        super().__init__(name=user, daemon=True)
        self._town = Town(url, ledger)
        self._me = self._town.driver.person(user)
        self._guest = self._town.driver.person(GUEST)
        self._ledger = ledger
        self._seed = seed
        self._steps = steps
        self._starts = starts
        self._mine: list[tuple[Said, Json]] = []
        self.failed: BaseException | None = None

    def run(self) -> None:
        """Do it all; what fails here fails the seed."""
        try:
            for number in range(self._starts + self._steps):
                self._step(Random(f"{self._seed} {number}"), starts=number < self._starts)
        except BaseException as error:
            self.failed = error

    def go_on_writing(self) -> None:
        """Write, edit and delete a little, in the calling thread: what people do while the bot is away."""
        for number in range(self._starts + self._steps, self._starts + self._steps + WRITTEN_AWAY):
            random = Random(f"{self._seed} {number}")
            random.choice((self.reply, self.edit, self.delete))(random)

    def leave(self) -> None:
        """Nothing more is done."""
        self._town.driver.close()

    def _step(self, random: Random, *, starts: bool) -> None:
        time.sleep(random.uniform(0.0, 0.06))
        does = (
            Someone.start_pilot if starts else random.choices([one for one, _ in DOES], [often for _, often in DOES])[0]
        )
        try:
            does(self, random)
        except ControlError as refused:
            self._ledger.note(f"{self.name} could not: {refused.code}")  # it was gone, or changed, in the meantime

    def start_pilot(self, random: Random) -> None:
        """A pilot with a name of its own; asked for again until there is an answer."""
        del random
        mark = self._ledger.mark()
        deed = self._ledger.deed(Deed("start", self._me.id, "", mark))
        for _ in range(4):
            outcome = self._command(f"start Pilot {mark}")
            how = self._ledger.took("command", outcome)
            if how == "sure" and any(said in str(outcome["response"]) for said in STARTED):
                deed.sure, deed.maybe = 1, 0
                return
            deed.maybe = max(deed.maybe, int(how == "maybe"))
            self._town.wait_for_bot(PATIENCE)

    def _command(self, text: str) -> Json:
        return self._me.command(f"/shipready {text}", CHANNEL)

    def _card(self, random: Random) -> Json | None:
        cards = self._town.wait_for_cards(2.0)
        return random.choice(cards) if cards else None

    def reply(self, random: Random) -> None:
        """One reply, or a burst of them."""
        card = self._card(random)
        if card is None:
            return
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            mark = self._ledger.mark()
            message = self._me.say(CHANNEL, answer(random, mark), thread_ts=card["ts"], raw=True)
            said = Said(message["channel"], message["ts"], card["ts"], self._me.id, [mark])
            self._mine.append((self._ledger.say(said), message))

    def edit(self, random: Random) -> None:
        """New words for one of one's own replies."""
        if self._mine:
            said, message = random.choice(self._mine)
            mark = self._ledger.mark()
            self._me.edit(message, answer(random, mark))
            said.marks.append(mark)

    def delete(self, random: Random) -> None:
        """One of one's own replies goes."""
        if self._mine:
            said, message = self._mine.pop(random.randrange(len(self._mine)))
            self._me.delete(message)
            said.deleted = True

    def aside(self, random: Random) -> None:
        """Something in the channel, outside the threads, and a guest's word in one."""
        mark = self._ledger.mark()
        self._ledger.asides.append(mark)
        self._me.say(CHANNEL, answer(random, mark))
        card = self._card(random)
        if card is not None:
            mark = self._ledger.mark()
            message = self._guest.say(CHANNEL, answer(random, mark), thread_ts=card["ts"])
            self._ledger.say(Said(message["channel"], message["ts"], card["ts"], GUEST, [mark], counts=False))

    def command(self, random: Random) -> None:
        """A command: words for the person alone, somebody proposed for a role, or another name."""
        card = self._card(random)
        name = card["text"].split("*")[1] if card else ""
        text = random.choice(("status", "list", "help", "owner", "backup", "reviewer", "rename", "record"))
        if text in ("owner", "backup", "reviewer"):
            self._deed(f"{text} {name} <@{random.choice(('U0TOM0001', 'U0NGOZI01', 'U0ERIK001'))}>", "is asked about")
        elif text == "rename":
            mark = self._ledger.mark()
            self._deed(f"rename {name} to Pilot {mark}", "It is called", mark)
        else:
            self._deed(f"{text} {name}", "The readiness record" if text == "record" else "\0")

    def _deed(self, text: str, done: str, mark: str = "") -> None:
        """A command whose effect is there when the answer contains ``done``."""
        word = text.split()[0]
        by = "" if word == "record" else self._me.id  # a file does not say who asked for it
        deed = self._ledger.deed(Deed(f"command:{word}", by, "", mark))
        outcome = self._command(text)
        how = self._ledger.took("command", outcome)
        if how == "maybe" or done in str(outcome["response"]):
            count(deed, how)

    def press(self, random: Random) -> None:
        """Any button in the channel, a thread or one's direct messages; again where no answer came."""
        for _ in range(random.choice((1, 2))):
            found = self._offered(random)
            if not found:
                return
            button = random.choice(found)
            if self._press(button, random) != "maybe":
                return
            self._town.wait_for_bot(PATIENCE)

    def _offered(self, random: Random) -> list[Button]:
        card = self._card(random)
        seen = [*(self._town.thread(card) if card else []), *self._me.dm_messages()]
        mine = [one for one in seen if one.get("metadata")]
        found = [button for one in mine for button in buttons(one["blocks"], one) if button.action_id in PRESSED]
        rare = [button for button in found if button.action_id in ("save_reading", "accept", "not_yet", "answer")]
        return rare if rare and random.random() < 0.5 else found

    def _press(self, button: Button, random: Random) -> str:
        assert button.message is not None
        outcome = self._me.press(button.message, button.action_id, button.value, button.block_id)
        how = self._ledger.took("press", outcome)
        if button.action_id == "not_yet":
            self._not_yet(button, how)
        Forms(self._town, self._me, random).go_through()
        return how

    def _not_yet(self, button: Button, how: str) -> None:
        """*Not yet* below a message counts unless the question was answered before, by anybody: at most once."""
        pilot, _, group = button.value.partition(":")
        self._ledger.deed(Deed(f"not_yet:click:{group}", self._me.id, pilot, maybe=int(how != "never")))
        self._ledger.deed(Deed(f"answered:{group}", "", pilot, sure=int(how == "sure"), maybe=MANY))


DOES: tuple[tuple[Callable[[Someone, Random], None], int], ...] = (
    (Someone.reply, 6),
    (Someone.press, 9),
    (Someone.edit, 2),
    (Someone.delete, 2),
    (Someone.aside, 1),
    (Someone.command, 3),
)
"""What people do, and how often."""
