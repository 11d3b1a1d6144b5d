"""Worth knowing, never blocking (MODEL: Slots and exact rules, the end)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.readiness.codes import Code
from bot.readiness.expected import counted_rows
from bot.readiness.findings import Finding, Weight
from bot.readiness.rules import EXPIRIES
from bot.readiness.rules.context import Context
from bot.readiness.rules.expiry import soon
from bot.readiness.rules.failure import row_gaps
from bot.readiness.slots import GATES
from bot.readiness.values import day, number, shifted, text, users

LINK = re.compile(r"https?://[^\s<>|]+")
LINK_GATES = 2
PEOPLE_SLOTS = ("held_by", "who", "deputy")


def warnings_of(context: Context, key: str, on: date) -> list[Finding]:
    """What is worth knowing about a group that was saved, on the date ``on`` (channel's zone)."""
    found = [*soon(EXPIRIES[key](context), on, context), *_people(context, key)]
    if key == "dependencies":
        found += _rotations(context, on)
    if key == "failure":
        found += [*_drill(context, on), *_gaps(context)]
    if key == "access":
        found += _accounts(context)
    return found


def links(context: Context) -> list[Finding]:
    """Links that prove more than two gates."""
    gates: dict[str, list[str]] = {}
    for gate, feeds in GATES:
        for link in sorted({link for key in feeds for link in _links(context, key)}):
            gates.setdefault(link, []).append(gate)
    many = [{"link": link, "gates": ",".join(proved)} for link, proved in gates.items() if len(proved) > LINK_GATES]
    return [context.finding(Weight.WARNING, Code.LINK_PROVES_MANY, "playbook", values=values) for values in many]


def _links(context: Context, key: str) -> Iterator[str]:
    group = context.group(key)
    for slots in (group.slots, *(row.slots for row in group.rows.values())):
        for held in slots.values():
            yield from (link.rstrip(".,;:)") for link in LINK.findall(text(held.value)))


def _people(context: Context, key: str) -> Iterator[Finding]:
    """People named in a row, or as the ones who do the work meanwhile, whose account is not active any more."""
    group = context.group(key)
    places = [("", group.slots), *((row.id, row.slots) for row in group.rows.values())]
    for row, slots in places:
        for name in PEOPLE_SLOTS:
            for user in users(slots[name].value) if name in slots else ():
                if user in context.state.members and not context.state.is_active(user):
                    cause = context.state.members[user].fact
                    code = Code.PERSON_NOT_ACTIVE
                    yield context.finding(Weight.WARNING, code, key, row, name, cause=cause, values={"user": user})


def _rotations(context: Context, on: date) -> Iterator[Finding]:
    """A stated rotation warns at its own date; where it is the longer one, the credential has lapsed by then."""
    for row in context.group("dependencies").rows.values():
        rotated, stated = day(row.value("rotated_on")), number(row.value("rotate_every_days"), minimum=1)
        if row.value("kind") != "credential" or rotated is None or stated is None:
            continue
        due = shifted(rotated, stated)
        if due <= on:
            cause, values = row.slots["rotated_on"].fact, {"name": row.value("name"), "due_on": due.isoformat()}
            code = Code.ROTATION_DUE
            yield context.finding(
                Weight.WARNING, code, "dependencies", row.id, "rotated_on", cause=cause, since=due, values=values
            )


def _drill(context: Context, on: date) -> Iterator[Finding]:
    held = context.group("failure").slots.get("drilled_on")
    drilled = day(held.value) if held else None
    if held is None or drilled is None:
        return
    old = shifted(drilled, context.numbers.drill_warning_days)
    if old <= on:
        code, cause, values = Code.DRILL_OLD, held.fact, {"drilled_on": held.value}
        yield context.finding(Weight.WARNING, code, "failure", "", "drilled_on", cause=cause, since=old, values=values)


def _gaps(context: Context) -> Iterator[Finding]:
    """Further failures that are incomplete; those that block stand in the findings already."""
    for row in context.group("failure").rows.values():
        for gap in row_gaps(context, row):
            yield replace(gap, weight=Weight.WARNING, code=Code.GAP, values={**gap.values, "what": row.value("what")})


def _accounts(context: Context) -> Iterator[Finding]:
    """Accounts at the hops, and no credential on record that they could use."""
    rows = context.group("dependencies").rows.values()
    if any(row.value("kind") == "credential" and text(row.value("name")) for row in rows):
        return
    for key, hop in counted_rows(context.state, "access").items():
        if hop is not None and text(hop.value("account")):
            cause, code = hop.slots["account"].fact, Code.ACCOUNT_WITHOUT_CREDENTIAL
            yield context.finding(Weight.WARNING, code, "access", key, "account", cause=cause)
