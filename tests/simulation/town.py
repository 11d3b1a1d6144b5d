"""What everybody in a simulation sees and shares: the pilots' cards, the threads, and the buttons in them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.driver import Driver
from tests.simulation.ledger import Json, Ledger

CHANNEL = "pilots"
PEOPLE = ("U0PRIYA01", "U0NGOZI01", "U0TOM0001")
GUEST = "U0GUEST01"
BOT = "U0SHIPREADY"


@dataclass(frozen=True, slots=True)
class Button:
    """A button (or one choice of a menu) somebody may press: in which message, or in the open form."""

    action_id: str
    value: str
    block_id: str
    message: Json | None = None


class Town:
    """One person's view of it; each thread has its own, the ledger is everybody's."""

    def __init__(self, url: str, ledger: Ledger) -> None:
        self.driver = Driver(url)
        self.ledger = ledger

    def cards(self) -> list[Json]:
        """The cards in the channel, oldest first."""
        return [one for one in self.driver.messages(CHANNEL) if is_card(one)]

    def wait_for_cards(self, seconds: float) -> list[Json]:
        """The cards, once there is one; none when it takes too long."""
        until = time.monotonic() + seconds
        while not (found := self.cards()) and time.monotonic() < until:
            time.sleep(0.02)
        return found

    def wait_for_bot(self, seconds: float) -> None:
        """Wait until the bot is connected, but not longer than that."""
        until = time.monotonic() + seconds
        while not self.driver.get("idle")["connections"] and time.monotonic() < until:
            time.sleep(0.02)

    def thread(self, card: Json) -> list[Json]:
        """The messages below a card, the card first."""
        return self.driver.messages(CHANNEL, card["ts"])


def is_card(message: Json) -> bool:
    """Whether a message is the card of a pilot."""
    return bool(message.get("metadata")) and not message.get("is_ephemeral") and "see_checks" in str(message["blocks"])


def buttons(blocks: list[Json], message: Json | None = None) -> Iterator[Button]:
    """Everything that can be pressed in these blocks."""
    for block in blocks:
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            if element.get("type") == "button" and "url" not in element:
                yield Button(element["action_id"], element.get("value", ""), block["block_id"], message)
            elif element.get("type") == "overflow":
                for option in element["options"]:
                    yield Button(element["action_id"], option["value"], block["block_id"], message)
