"""Envelopes on their way to the app: acknowledgement, retries, disorder."""

from __future__ import annotations

import asyncio
import itertools
import uuid
from dataclasses import dataclass, field

from bot.sandbox.changes import ChangeLog
from bot.sandbox.faults import Faults
from bot.sandbox.refusal import Json
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.sockets import Hub, Link


@dataclass(eq=False)
class Delivery:
    """One payload to be acknowledged; `answer` gets the payload of the acknowledgement of an interaction."""

    type: str
    payload: Json
    attempt: int = 0
    reason: str = ""
    link: Link | None = None
    envelopes: list[str] = field(default_factory=list)
    timer: asyncio.TimerHandle | None = None
    answer: asyncio.Future[Json | None] | None = None


class Deliveries:
    """Sends payloads over any of the connections and repeats events that are not acknowledged."""

    def __init__(self, settings: SandboxSettings, faults: Faults, changes: ChangeLog) -> None:
        self.hub = Hub()
        self._settings = settings
        self._faults = faults
        self._changes = changes
        self._in_flight: dict[str, Delivery] = {}
        self._waiting: set[Delivery] = set()
        self._held: list[Delivery] = []
        self._numbers = itertools.count(1)
        self.given_up = 0

    def event(self, payload: Json) -> None:
        """Send an event, as often and in whatever order the faults say."""
        rules = self._faults.events
        for copy in range(max(1, rules.copies)):
            delivery = Delivery("events_api", payload, copy, "timeout" if copy else "")
            if rules.shuffle > 1:
                self._hold(delivery)
            else:
                self._send(delivery)

    async def ask(self, kind: str, payload: Json) -> tuple[str, Json | None]:
        """Send an interaction (`interactive`) or command (`slash_commands`) and wait for its acknowledgement.

        Gives ("", payload of the acknowledgement) or ("dispatch_failed" | "operation_timeout", None). Not repeated."""
        delivery = Delivery(kind, payload, answer=asyncio.get_running_loop().create_future())
        if self._socket_ends() or not self._put(delivery, accepts=True):
            return "dispatch_failed", None
        assert delivery.answer is not None
        try:
            return "", await asyncio.wait_for(delivery.answer, self._settings.ack_timeout_seconds)
        except TimeoutError:
            return "operation_timeout", None
        finally:
            self._forget(delivery)

    def acknowledge(self, envelope_id: str, payload: Json | None) -> None:
        """Take an acknowledgement; one for an envelope that is not in flight any more is ignored, as in Slack."""
        delivery = self._in_flight.get(envelope_id)
        if delivery is None:
            return
        self._forget(delivery)
        if delivery.answer is not None and not delivery.answer.done():
            delivery.answer.set_result(payload)
        self._changes.add("ack")

    def lost(self, link: Link) -> None:
        """A connection is gone: what it carried and was not acknowledged has failed."""
        for delivery in list(dict.fromkeys(self._in_flight.values())):
            if delivery.link is link and delivery.type == "events_api":
                self._failed(delivery, "connection_failed")
        self._changes.add("socket")

    def counts(self) -> Json:
        """How much is still on its way."""
        unacked = len(set(self._in_flight.values()) - self._waiting)
        idle = not (unacked or self._waiting or self._held)
        return {
            "idle": idle,
            "unacked": unacked,
            "retrying": len(self._waiting),
            "held": len(self._held),
            "given_up": self.given_up,
            "connections": len(self.hub.links),
        }

    def stop(self) -> None:
        """Forget everything that is on its way."""
        for delivery in [*self._in_flight.values(), *self._waiting]:
            self._cancel_timer(delivery)
        self._in_flight.clear()
        self._waiting.clear()
        self._held.clear()

    def _hold(self, delivery: Delivery) -> None:
        self._held.append(delivery)
        if len(self._held) >= self._faults.events.shuffle:
            self._release()
        elif len(self._held) == 1:
            asyncio.get_running_loop().call_later(self._faults.events.shuffle_seconds, self._release)

    def _release(self) -> None:
        held, self._held = self._held, []
        self._faults.event_rng.shuffle(held)
        for delivery in held:
            self._send(delivery)

    def _send(self, delivery: Delivery) -> None:
        self._waiting.discard(delivery)
        if not self._socket_ends() and self._put(delivery, accepts=False):
            wait = self._settings.ack_timeout_seconds
            delivery.timer = asyncio.get_running_loop().call_later(wait, self._failed, delivery, "timeout")
        else:
            self._failed(delivery, "connection_failed")

    def _socket_ends(self) -> bool:
        fault = self._faults.for_socket()
        if fault:
            self.hub.end_one(abruptly=fault == "drop")
        return bool(fault)

    def _put(self, delivery: Delivery, *, accepts: bool) -> bool:
        envelope_id = str(uuid.UUID(int=next(self._numbers)))
        frame: Json = {
            "envelope_id": envelope_id,
            "payload": delivery.payload,
            "type": delivery.type,
            "accepts_response_payload": accepts,
        }
        if delivery.type == "events_api":
            frame |= {"retry_attempt": delivery.attempt, "retry_reason": delivery.reason}
        delivery.link = self.hub.send(frame)
        if delivery.link is None:
            return False
        delivery.envelopes.append(envelope_id)
        self._in_flight[envelope_id] = delivery
        return True

    def _failed(self, delivery: Delivery, reason: str) -> None:
        self._cancel_timer(delivery)
        delivery.link = None
        waits = self._settings.retry_seconds
        if delivery.attempt >= len(waits):
            self._forget(delivery)
            self.given_up += 1
            self._changes.add("ack")
            return
        wait = waits[delivery.attempt] * self._settings.retry_scale
        delivery.attempt += 1
        delivery.reason = reason
        self._waiting.add(delivery)
        delivery.timer = asyncio.get_running_loop().call_later(wait, self._send, delivery)

    def _forget(self, delivery: Delivery) -> None:
        self._cancel_timer(delivery)
        self._waiting.discard(delivery)
        for envelope_id in delivery.envelopes:
            self._in_flight.pop(envelope_id, None)

    @staticmethod
    def _cancel_timer(delivery: Delivery) -> None:
        if delivery.timer is not None:
            delivery.timer.cancel()
            delivery.timer = None
