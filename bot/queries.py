"""What the command line asks of the database. Every workspace's pilots; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.readiness.findings import Verdict
from bot.readiness.numbers import Numbers
from bot.readiness.verdict import verdict as judge
from bot.records import channels
from bot.records import pilots as pilot_rows
from bot.records.store import Store
from bot.records.tables import Pilot
from bot.slack.pages.blocks import Message
from bot.slack.pages.listing import state_word
from bot.slack.pages.plain_text import plain_text_of, without_markup
from bot.slack.pages.record import record as record_page
from bot.slack.pages.status import status as status_page
from bot.slack.pages.words.checks import CHECKS
from bot.work.desk import Desk, Pace
from bot.work.find import short_id
from bot.work.names import name_key
from bot.work.view import View
from bot.work.views import record_of, view_of

LONGEST = 100_000
"""Characters of a page in a terminal, which cuts nothing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The database, the model's numbers and the moment (aware UTC) of a question."""

    store: Store
    numbers: Numbers
    now: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as text, and as data for programs; ``ready`` only where a verdict was asked for."""

    text: str
    data: Mapping[str, Any] = field(default_factory=dict)
    ready: bool = False


@dataclass(frozen=True, slots=True)
class PilotLine:
    """One pilot of a list: its short id, name, channel, state and the checks that are not met."""

    id: str
    name: str
    channel: str
    state: str
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No pilot, or more than one, fits the words; the sentence says what to do."""

    sentence: str


def pilots(asked: Asked) -> Sequence[PilotLine]:
    """Every pilot with its state and what blocks it, oldest first."""
    with asked.store.read() as session:
        return [_line(_desk(asked, session, pilot), pilot) for pilot in pilot_rows.everywhere(session)]


def status(asked: Asked, words: str) -> Answer | Unknown:
    """Where a pilot stands: the same text as ``/shipready status``."""
    return _about(asked, words, lambda desk, pilot: _status(view_of(desk, pilot)))


def verdict(asked: Asked, words: str, on: date | None) -> Answer | Unknown:
    """Whether a pilot is ready on a date in its channel's zone (None: today), by the facts known by its end."""
    return _about(asked, words, lambda desk, pilot: _verdict(desk, pilot, on))


def record(asked: Asked, words: str) -> Answer | Unknown:
    """The readiness record in Markdown."""
    return _about(asked, words, lambda desk, pilot: _record(view_of(desk, pilot)))


def _about(asked: Asked, words: str, answer: Callable[[Desk, Pilot], Answer]) -> Answer | Unknown:
    with asked.store.read() as session:
        found = _named(pilot_rows.everywhere(session), words)
        return found if isinstance(found, Unknown) else answer(_desk(asked, session, found), found)


def _named(among: Sequence[Pilot], words: str) -> Pilot | Unknown:
    key = name_key(words)
    exact = [pilot for pilot in among if short_id(pilot) == key or pilot.name_key == key]
    fits = exact or [pilot for pilot in among if key and pilot.name_key.startswith(key)]
    if len(fits) == 1:
        return fits[0]
    if not fits:
        return Unknown(f"There is no pilot called {words!r}. `shipready list` shows them all.")
    names = ", ".join(f"{pilot.name} ({short_id(pilot)})" for pilot in fits)
    return Unknown(f"More than one pilot fits {words!r}: {names}. Give the short id.")


def _desk(asked: Asked, session: Session, pilot: Pilot) -> Desk:
    return Desk(session, pilot.team, asked.now, Pace(numbers=asked.numbers))


def _line(desk: Desk, pilot: Pilot) -> PilotLine:
    view = view_of(desk, pilot)
    known = channels.get(desk.session, desk.team, pilot.channel)
    channel = f"#{known.name}" if known and known.name else pilot.channel
    blocked = tuple(CHECKS[gate.key] for gate in view.verdict.blockers)
    return PilotLine(short_id(pilot), pilot.name, channel, without_markup(state_word(view)), blocked)


def _status(view: View) -> Answer:
    data = {"pilot": view.pilot.name, **_data(view.verdict)}
    return Answer(_printed(status_page(view, alone=False)), data, view.verdict.ready)


def _printed(page: Message) -> str:
    """A page for the terminal: what it says without Slack's markup, and without buttons, which are not there."""
    said = [{key: part for key, part in block.items() if key != "accessory"} for block in page.blocks]
    return without_markup(plain_text_of([block for block in said if block["type"] != "actions"], longest=LONGEST))


def _verdict(desk: Desk, pilot: Pilot, on: date | None) -> Answer:
    record = record_of(desk, pilot)
    judgement = judge(record, on or record.day(desk.now), desk.pace.numbers)
    lines = [f"{pilot.name} is {'ready' if judgement.ready else 'not ready'} on {judgement.on.isoformat()}."]
    lines += [f"  {gate.number}. {CHECKS[gate.key]}: {gate.answer.value}" for gate in judgement.gates]
    return Answer("\n".join(lines), {"pilot": pilot.name, **_data(judgement)}, judgement.ready)


def _record(view: View) -> Answer:
    return Answer(record_page(view), {"pilot": view.pilot.name, "record": record_page(view)}, view.verdict.ready)


def _data(judgement: Verdict) -> dict[str, Any]:
    """The verdict as JSON takes it: every gate with its answer and what blocks it."""
    return {
        "on": judgement.on.isoformat(),
        "ready": judgement.ready,
        "gates": [
            {
                "number": gate.number,
                "gate": gate.key,
                "answer": gate.answer.value,
                "since": gate.since.isoformat() if gate.since else None,
                "findings": [
                    {
                        "code": found.code,
                        "group": found.group,
                        "row": found.row,
                        "slot": found.slot,
                        "who": list(found.who),
                    }
                    for found in gate.findings
                ],
            }
            for gate in judgement.gates
        ],
    }
