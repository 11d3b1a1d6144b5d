"""The people of a year: they read what the bot writes, and press, or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from random import Random

from bot.sandbox.refusal import ControlError
from bot.sandbox.state import Message
from tests.simulation.ledger import Json
from tests.simulation.town import Button, buttons
from tests.simulation.year.agenda import Agenda
from tests.simulation.year.diary import Diary, Pressed
from tests.simulation.year.filling import fill
from tests.simulation.year.pressing import decide
from tests.simulation.year.town import Town

IN_PUBLIC = {"own_it", "agree_owner", "take_over"}


class People:
    """Everybody. ``passers`` gives who may press a button in a channel."""

    def __init__(
        self, seed: int, town: Town, diary: Diary, agenda: Agenda, passers: Callable[[Button, Random], str]
    ) -> None:
        self._seed, self._town, self._diary, self._agenda, self._passers = seed, town, diary, agenda, passers

    def read(self) -> None:
        """Read what is new, and decide what to do about it."""
        for channel in list(self._town.sandbox.world.space.channels.values()):
            for message in self._diary.read(channel):
                direct = channel.members if channel.kind == "im" else []
                who = next((member for member in direct if member.startswith("U0YEAR")), "")
                self._consider(channel.id, message, who)

    def _consider(self, channel: str, message: Message, who: str) -> None:
        offered = {button.action_id: button for button in buttons(message.blocks)}
        if not who:
            public = [offered[action] for action in sorted(IN_PUBLIC & set(offered))]
            for button in public:
                passer = self._passers(button, Random(f"{self._seed} {message.ts} {button.value}"))
                self._decide(channel, message, passer, {button.action_id}, button.value)
            return
        self._decide(channel, message, who, set(offered), "")

    def _decide(self, channel: str, message: Message, who: str, offered: set[str], value: str) -> None:
        now = self._town.clock.now()
        for at, action in decide(self._seed, who, f"{now:%F} {message.text[:60]} {value}", offered, now):
            self._agenda.put(at, partial(self.press, who, channel, message.ts, action, value))

    def press(self, who: str, channel: str, ts: str, action: str, value: str = "") -> None:
        """Press a button of a message, if it is still there."""
        if self._town.running is None:
            self._agenda.put(
                self._town.clock.now() + timedelta(hours=5), partial(self.press, who, channel, ts, action, value)
            )
            return
        space = self._town.sandbox.world.space
        message, person = space.channels[channel].messages.get(ts), space.people[who]
        there = [one for one in buttons(message.blocks) if one.action_id == action] if message else []
        there = [one for one in there if not value or one.value == value]
        if not there or person.deleted:
            return
        random = Random(f"{self._seed} {who} {ts} {action}")
        button = random.choice(there)
        self._answered(who, {"channel": channel, "ts": ts}, button, random)

    def _answered(self, who: str, place: Json, button: Button, random: Random) -> None:
        now = self._town.clock.now()
        outcome = self._pressed(who, place, button)
        self._diary.pressed.append(Pressed(now, who, button.action_id, button.value, bool(outcome.get("ok"))))
        if not outcome.get("ok"):
            self._diary.find(f"{now}: {who} pressed {button.action_id}, and the bot did not answer: {outcome}")
        fill(self._town, self._diary, who, random)
        self._think_again(who, place, button, now, random)

    def _pressed(self, who: str, place: Json, button: Button) -> Json:
        try:
            return self._town.driver.person(who).press(place, button.action_id, button.value, button.block_id)
        except ControlError as refused:
            return {"ok": False, "error": str(refused)}

    def _think_again(self, who: str, place: Json, button: Button, now: datetime, random: Random) -> None:
        """Some take a confirmation back, and some of these give it once more."""
        if button.action_id != "still_mine" or random.random() > 0.06:
            return
        hours = random.choice([0.2, 5, 20])
        for action, later in (("undo_mine", hours), ("still_mine", hours + 9)):
            if action == "undo_mine" or random.random() < 0.6:
                at = now + timedelta(hours=later)
                self._agenda.put(at, partial(self.press, who, place["channel"], place["ts"], action))
