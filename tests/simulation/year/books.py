"""What the bot has stored, read by plain SQL: the facts as the model takes them, check-ins, letters and posts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.readiness.facts import Fact, FactKind, Record
from tests.simulation.year.town import Town, moment_of

Row = dict[str, Any]
MOMENTS = {"at", "next_at", "asked_at", "until", "ended_at", "written_at", "due_at", "answered_at", "started_at"}


@dataclass(frozen=True, slots=True)
class Books:
    """Every row that the checks look at, as it is at the end."""

    pilots: dict[int, Row]
    facts: dict[int, list[Fact]]
    members: list[Fact]
    checkins: list[Row]
    letters: dict[int, Row]
    asks: list[Row]
    posts: list[Row]

    def record(self, pilot: int, before: datetime | None = None) -> Record:
        """What is known about a pilot, or was known before a moment."""
        row = self.pilots[pilot]
        known = [*self.members, *self.facts[pilot]]
        facts = tuple(fact for fact in known if before is None or fact.at < before)
        return Record(facts, row["zone"], row["lead"], row["started_at"])

    def asked_about(self, checkin: int) -> list[Row]:
        """Everybody who was asked in a check-in, in order."""
        return [ask for ask in self.asks if ask["checkin"] == checkin]


def books(town: Town) -> Books:
    """Read them."""
    pilots = {row["id"]: row for row in table(town, "pilot")}
    facts: dict[int, list[Fact]] = {number: [] for number in pilots}
    for row in table(town, "fact"):
        facts[row["pilot"]].append(_fact(row))
    members = [_member(row) for row in table(town, "member_change")]
    letters = {row["id"]: row for row in table(town, "letter")}
    return Books(pilots, facts, members, table(town, "checkin"), letters, table(town, "ask"), table(town, "post"))


def table(town: Town, name: str) -> list[Row]:
    """Every row of a table, with moments as moments."""
    columns = [row[1] for row in town.rows(f"pragma table_info({name})")]
    quoted = ", ".join(f'"{column}"' for column in columns)
    return [_row(columns, values) for values in town.rows(f"select {quoted} from {name} order by id")]


def _row(columns: list[str], values: tuple[Any, ...]) -> Row:
    return {
        column: moment_of(value) if column in MOMENTS and value else value
        for column, value in zip(columns, values, strict=True)
    }


def _fact(row: Row) -> Fact:
    kind, values = FactKind(row["kind"]), json.loads(row["slots"])
    return Fact(
        row["at"], row["by"], kind, row["group"], row["row"], values, tuple(json.loads(row["cites"])), row["id"]
    )


def _member(row: Row) -> Fact:
    return Fact(row["at"], "", FactKind.MEMBER, values={"user": row["user"], "state": row["state"]})
