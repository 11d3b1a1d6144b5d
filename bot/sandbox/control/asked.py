"""One control request: its fields, read strictly."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusal import ControlError, Json
from bot.sandbox.state import Channel, Message, Person
from bot.sandbox.world import World


@dataclass
class Asked:
    """The world and the fields of one request; the readers raise ControlError for what is missing or wrong."""

    world: World
    body: Json

    def text(self, name: str, default: str | None = None) -> str:
        """A text field; without a default it must be there."""
        value = self.body.get(name, default)
        if not isinstance(value, str):
            raise ControlError("missing_field", f"The field {name!r} is missing or not a text.")
        return value

    def number(self, name: str, default: float) -> float:
        """A number, also from a query string."""
        try:
            return float(self.body.get(name, default))
        except (TypeError, ValueError) as error:
            raise ControlError("wrong_field", f"The field {name!r} must be a number.") from error

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean field."""
        return bool(self.body.get(name, default))

    def object(self, name: str) -> Json:
        """An object field, empty when absent."""
        value: Any = self.body.get(name) or {}
        if not isinstance(value, dict):
            raise ControlError("wrong_field", f"The field {name!r} must be an object.")
        return value

    def person(self, name: str = "person") -> Person:
        """The person named."""
        return self.world.space.find_person(self.text(name))

    def by(self) -> str:
        """Who does it: the person named in `by`, or an admin."""
        if "by" in self.body:
            return self.person("by").id
        people = self.world.space.people.values()
        return next((p.id for p in people if p.kind in ("admin", "owner")), next(iter(people)).id)

    def channel(self) -> Channel:
        """The channel named."""
        return self.world.space.find_channel(self.text("channel"))

    def message(self, channel: Channel, ts: str = "") -> Message:
        """The message of that `ts` in the channel, ephemeral ones included."""
        wanted = ts or self.text("ts")
        found = channel.messages.get(wanted) or next((m for m in channel.ephemerals if m.ts == wanted), None)
        if found is None:
            raise ControlError("message_not_found", f"There is no message {wanted} in {channel.id}.", 404)
        return found


Handler = Callable[[Asked], Json | Awaitable[Json]]
