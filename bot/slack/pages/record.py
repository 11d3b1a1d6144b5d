"""The readiness record of a pilot in Markdown: the words, the slots and where each came from, the checks, the history.

It is deterministic: the same facts at the same moment give the same text, byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.readiness.facts import Fact
from bot.readiness.slots import CONVERSATIONS, FORMS
from bot.readiness.states import Held
from bot.slack.pages import standing
from bot.slack.pages.plain_text import without_markup
from bot.slack.pages.record_history import history
from bot.slack.pages.record_words import words
from bot.slack.pages.words.checks import ANSWERS, CHECKS, GROUPS, TITLES, counted
from bot.slack.pages.words.dates import long_day, moment
from bot.slack.pages.words.findings import lapse_line, line
from bot.slack.pages.words.labels import KINDS, LABELS
from bot.slack.pages.words.markdown import cell, markdown, table
from bot.slack.pages.words.values import said, slot_named
from bot.work.view import View

LONGEST = 4000
"""Characters of one value; the words of people are never cut."""


def record(view: View, links: Mapping[str, str] | None = None) -> str:
    """The whole record at the view's moment. ``links``: permalinks of messages by ts, where they are known."""
    dated = replace(view, today=date.min)  # far from every date, so that each is written with its year
    parts = [*_head(view), *_checks(dated)]
    for group in CONVERSATIONS:
        parts += [f"## {TITLES[group.key]}", *words(view, group.key, links or {}), *_saved(dated, group.key)]
    for form in FORMS:
        parts += [f"## {GROUPS[form.key].capitalize()}", *_saved(dated, form.key)]
    return "\n\n".join([*parts, *history(view)]) + "\n"


def _head(view: View) -> list[str]:
    named = [("Lead", view.pilot.lead), *((label, standing.named(view, role)) for label, role in ROLES)]
    people = [
        f"- {label}: {cell(view.name(user)) if user else 'nobody'}{_yes(view, label, user)}" for label, user in named
    ]
    launch = long_day(view.pilot.launch_on) if view.pilot.launch_on else "no date"
    built = cell(view.name(view.state.builder_user)) if view.state.builder_user else markdown(str(_builder(view)))
    facts = [*people, f"- Builder: {built}", f"- Planned launch: {launch}", f"- Zone of all dates: {view.pilot.zone}"]
    purpose = [markdown(view.pilot.purpose)] if view.pilot.purpose.strip() else []
    asof = f"As of {moment(view.now, view.pilot.zone)}."
    return [f"# Readiness record: {cell(view.pilot.name)}", asof, *purpose, "\n".join(facts)]


ROLES = (("Owner", "owner"), ("Steps in", "backup"), ("Reviewer", "reviewer"))


def _yes(view: View, label: str, user: str) -> str:
    role = dict(ROLES).get(label)
    if role is None or not user:
        return ""
    fact = standing.said_yes(view, role)
    return f", said yes on {long_day(view.record.day(fact.at))}" if fact else ", no yes on record"


def _builder(view: View) -> object:
    return view.state.builder.get("text") if isinstance(view.state.builder, Mapping) else "not named"


def _checks(view: View) -> list[str]:
    """The verdict, the seven checks and what is missing in each."""
    met = 7 - len(view.verdict.blockers)
    head = (
        "**Ready.** All seven checks are met."
        if view.verdict.ready
        else f"**Not ready.** {met} of seven checks are met."
    )
    rows = [
        [str(gate.number), CHECKS[gate.key], ANSWERS[gate.answer], _since(gate.since)] for gate in view.verdict.gates
    ]
    found = [
        f"- **{CHECKS[gate.key]}.** {_unescaped(line(finding, view))}"
        for gate in view.verdict.gates
        for finding in gate.findings
    ]
    ends = [f"- {_unescaped(lapse_line(lapse, view))}" for lapse in view.verdict.lapses]
    parts = ["## The verdict", head, table(["No.", "Check", "State", "Since"], rows)]
    parts += ["### What is missing", "\n".join(found)] if found else []
    return [*parts, *(["### What runs out by time alone", "\n".join(ends)] if ends else [])]


def _since(since: date | None) -> str:
    return long_day(since) if since else ""


def _unescaped(text: str) -> str:
    """A sentence made for Slack, as Markdown."""
    return cell(without_markup(text))


def _saved(view: View, key: str) -> list[str]:
    """What is saved in a group: its own slots, then its rows, each with where it came from."""
    group = view.state.groups[key]
    if group.not_yet is not None:
        return [f"Answered *Not yet* on {_when(view, group.not_yet)} by {cell(view.name(group.not_yet.by))}."]
    rows = [_row(view, key, "", name, held) for name, held in group.slots.items()]
    for row in group.rows.values():
        kind = KINDS.get(str(row.value("kind") or ""), "")
        called = f"{kind} {row.id}".strip()
        rows += [_row(view, key, called, name, held) for name, held in row.slots.items() if name != "kind"]
    return [table(["Row", "What", "Saved", "By", "On", "From"], rows)] if rows else ["Nothing is saved."]


def _row(view: View, key: str, row: str, name: str, held: Held) -> list[str]:
    slot = slot_named(key, name)
    value = _unescaped(said(view, slot, held.value, LONGEST)) if slot else cell(str(held.value or ""))
    note = " (to be confirmed)" if held.to_confirm else ""
    fact = held.fact
    source = counted(len(fact.cites), "message") if fact.cites else "form or press"
    return [
        cell(row),
        LABELS[key].get(name, name),
        f"{value or 'empty'}{note}",
        cell(view.name(fact.by)),
        _when(view, fact),
        source,
    ]


def _when(view: View, fact: Fact) -> str:
    return moment(fact.at, view.pilot.zone)
