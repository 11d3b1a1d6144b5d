"""Questions from the command line to the database, and how their answers are printed."""

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from typing import TypeVar

import typer
from rich.console import Console
from rich.table import Table

from bot import process
from bot.queries import Answer, Asked, PilotLine, Unknown
from bot.records import migrating
from bot.records.store import StoreProblem, open_store

Found = TypeVar("Found")


def ask(question: Callable[[Asked], Found | Unknown]) -> Found:
    """What ``question`` finds in the database of this process, now."""
    own = process.settings()
    try:
        with closing(open_store(own.database_url)) as store:
            migrating.require_current(own.database_url)
            answer = question(Asked(store, own.numbers, process.clock(own).now()))
    except StoreProblem as problem:
        process.stop(str(problem))
    if isinstance(answer, Unknown):
        process.stop(answer.sentence)
    return answer


def show(answer: Answer, as_json: bool) -> None:
    """Print an answer: its text, or its data as JSON."""
    typer.echo(_json(answer.data) if as_json else answer.text)


def show_pilots(pilots: Sequence[PilotLine], as_json: bool) -> None:
    """Print pilots as a table, or as JSON."""
    if as_json:
        typer.echo(_json([asdict(pilot) for pilot in pilots]))
        return
    lines = Table("Id", "Pilot", "Channel", "State", "Held up by", box=None, pad_edge=False)
    for pilot in pilots:
        lines.add_row(pilot.id, pilot.name, pilot.channel, pilot.state, ", ".join(pilot.blocked_by))
    Console(markup=False, highlight=False).print(lines if pilots else "No pilots yet.")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)
