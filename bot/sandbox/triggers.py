"""Trigger ids: good once, and for three seconds (docs.slack.dev/interactivity/handling-user-interaction)."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from bot.sandbox.refusal import RefusalError
from bot.sandbox.settings import SandboxSettings

EXPIRED = "trigger_expired"
EXCHANGED = "trigger_exchanged"


@dataclass
class Trigger:
    """What a person did that allows the app to open a form for them; `view` is the modal it was done in."""

    person: str
    view: str
    made: float
    used: bool = False


class Triggers:
    """The trigger ids handed out, by real time."""

    def __init__(self, settings: SandboxSettings) -> None:
        self._settings = settings
        self._made: dict[str, Trigger] = {}

    def new(self, person: str, view: str = "") -> str:
        """A fresh trigger id for something that person has just done."""
        now = time.monotonic()
        trigger_id = f"{int(now * 1000)}.{len(self._made)}.{secrets.token_hex(16)}"
        self._made[trigger_id] = Trigger(person, view, now)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Use a trigger up; raises RefusalError when it is unknown, too old or used."""
        trigger = self._made.get(trigger_id)
        if trigger is None:
            raise RefusalError("invalid_trigger_id")
        if trigger.used:
            raise RefusalError(EXCHANGED)
        if time.monotonic() - trigger.made > self._settings.trigger_seconds:
            raise RefusalError(EXPIRED)
        trigger.used = True
        return trigger
