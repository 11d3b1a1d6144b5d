"""The faults of one seed: what Slack and the network do to the bot, and when it is killed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

Json = dict[str, Any]

MOMENTS = ("any", "commit", "commit", "commit", "change", "change", "ack", "ack", "close", "drop")
CALM_EVERY = 10
"""One seed in ten has no faults but the kills, so that it is known what the faults add."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A kill: after ``wait`` seconds, then at the ``nth`` next ``moment``; started again ``away`` seconds later.

    Moments: ``any`` (at once), ``commit`` (the bot has just written, and not yet answered), ``change`` (something has
    just changed in Slack, and the bot has not yet noted it), ``ack`` (it has just acknowledged all there is). ``close``
    and ``drop`` end the socket instead.
    """

    moment: str
    wait: float
    nth: int
    away: float


@dataclass(frozen=True, slots=True)
class Weather:
    """All faults of a seed. ``rules`` go to the sandbox; ``ends_killed``: the bot is killed once more at the end."""

    rules: Json
    strokes: tuple[Stroke, ...]
    retry_scale: float
    ends_killed: bool


def weather(seed: int) -> Weather:
    """The faults of a seed: the same seed, the same faults."""
    random = Random(f"weather {seed}")
    rules = {} if seed % CALM_EVERY == 0 else {"seed": seed, "calls": _calls(random), "events": _events(random)}
    strokes = tuple(_stroke(random) for _ in range(random.randint(1, 5)))
    return Weather(rules, strokes, random.choice((0.001, 0.004, 0.01)), random.random() < 0.5)


def _calls(random: Random) -> list[Json]:
    posts: list[Json] = [
        {"method": "chat.postMessage", "kind": "lost", "probability": random.choice((0.1, 0.3, 0.6)), "times": 8},
        {"method": "chat.postMessage", "kind": "500", "probability": 0.1, "times": 3},
        {"method": "chat.postMessage", "kind": "reset", "probability": 0.1, "times": 3},
        {"method": "chat.postMessage", "kind": "delay", "seconds": 0.1, "probability": 0.3},
    ]
    others: list[Json] = [
        {"method": "chat.update", "kind": random.choice(("lost", "500", "reset")), "probability": 0.2, "times": 2},
        {"method": "chat.update", "kind": "delay", "seconds": 0.05, "probability": 0.2},
        {"method": "reactions.add", "kind": random.choice(("lost", "500", "reset")), "probability": 0.3, "times": 3},
        {"method": "views.open", "kind": random.choice(("lost", "500", "delay")), "seconds": 0.15, "probability": 0.3},
        {"method": "views.update", "kind": random.choice(("lost", "500", "reset")), "probability": 0.3},
        {"method": "chat.postMessage", "kind": "429", "retry_after": 1, "probability": 0.05, "times": 1},
        {"method": "conversations.replies", "kind": random.choice(("500", "reset")), "probability": 0.2, "times": 2},
        {"method": "conversations.history", "kind": random.choice(("500", "reset")), "probability": 0.2, "times": 2},
        {"method": "users.list", "kind": random.choice(("500", "reset")), "probability": 0.2, "times": 1},
        {"method": "files.completeUploadExternal", "kind": "lost", "probability": 0.3, "times": 2},
        {"method": "*", "kind": random.choice(("500", "reset")), "probability": 0.01, "times": 3},
    ]
    return random.sample(posts, random.randint(1, len(posts))) + random.sample(others, random.randint(2, len(others)))


def _events(random: Random) -> Json:
    return {
        "copies": random.choice((1, 2, 2, 3)),
        "shuffle": random.choice((0, 3, 6)),
        "shuffle_seconds": 0.05,
        "close_socket": random.choice((0.0, 0.0, 0.05)),
        "drop_socket": random.choice((0.0, 0.0, 0.05)),
        "socket_times": 2,
    }


def _stroke(random: Random) -> Stroke:
    moment = random.choice(MOMENTS)
    return Stroke(moment, random.uniform(0.0, 0.6), random.randint(1, 6), random.choice((0.0, 0.0, 0.1, 0.4)))
