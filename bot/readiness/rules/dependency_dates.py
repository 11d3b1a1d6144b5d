"""When a dependency row runs out: contract, model, credential (MODEL: What lapses)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.readiness.codes import Code
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import Expiry
from bot.readiness.states import RowState
from bot.readiness.values import day, number, shifted, text, users

KEY = "dependencies"


def expiries_of(context: Context, row: RowState) -> Iterator[Expiry]:
    """The dates on which this row stops to count."""
    kind = text(row.value("kind"))
    if row.value("stability") == "contract":
        yield from _contract(context, row)
    if kind == "model":
        yield from _model(context, row)
    if kind == "credential":
        yield from _credential(context, row)


def rotation_days(context: Context, row: RowState) -> int:
    """How long a credential counts: the number of the model, or the stated rotation where that is longer."""
    stated = number(row.value("rotate_every_days"), minimum=1)
    return max(context.numbers.credential_days, stated or 0)


def _contract(context: Context, row: RowState) -> Iterator[Expiry]:
    until = day(row.value("until"))
    if until is not None:
        ends = shifted(until, -context.numbers.contract_ends_before_days)
        yield _expiry(context, row, Code.CONTRACT_ENDS, "until", ends)


def _model(context: Context, row: RowState) -> Iterator[Expiry]:
    retires = day(row.value("retires_on"))
    if retires is not None:
        ahead = 0 if text(row.value("successor")) else context.numbers.model_retires_before_days
        yield _expiry(context, row, Code.MODEL_RETIRES, "retires_on", shifted(retires, -ahead))


def _credential(context: Context, row: RowState) -> Iterator[Expiry]:
    rotated = day(row.value("rotated_on"))
    if rotated is not None:
        ends = shifted(rotated, rotation_days(context, row))
        yield _expiry(context, row, Code.CREDENTIAL_OLD, "rotated_on", ends, begins=rotated)


def _expiry(context: Context, row: RowState, code: Code, slot: str, on: date, begins: date | None = None) -> Expiry:
    held = row.slots[slot]
    known = context.day(held.known)
    values = {"name": row.value("name"), slot: held.value}
    asked = users(row.value("held_by"))
    return Expiry(on, begins or known, known, code, KEY, row.id, slot, held.fact, asked, values)
