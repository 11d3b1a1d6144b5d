"""The history at the end of a record: every fact, oldest first, who and when."""

from __future__ import annotations

from collections.abc import Mapping

from bot.readiness.facts import Fact, FactKind
from bot.readiness.slots import GROUPS as DECLARED
from bot.slack.pages.words.checks import GROUPS, ROLES
from bot.slack.pages.words.dates import moment
from bot.slack.pages.words.labels import LABELS
from bot.slack.pages.words.markdown import cell, table
from bot.work.view import View

SAID = {
    FactKind.SAVED: "saved",
    FactKind.REMOVED: "removed a row",
    FactKind.NOT_YET: "answered “not yet”",
    FactKind.TO_CONFIRM: "an edited message reads otherwise",
    FactKind.WITHDRAWN: "a message was withdrawn",
    FactKind.UNDONE: "undid a save",
    FactKind.THIN: "two follow-ups were used up",
    FactKind.ACCEPTED: "said yes",
    FactKind.DECLINED: "said no",
    FactKind.GIVEN: "gave the right to stop it",
    FactKind.AGREED: "agreed that nothing needs to replace it",
    FactKind.MEMBER: "an account changed",
    FactKind.CHECKIN_LAPSED: "the question of who owns it stayed open",
    FactKind.CHECKIN_CONFIRMED: "confirmed owning it",
    FactKind.CHANGED: "something changed",
    FactKind.NOTHING_CHANGED: "nothing changed",
    FactKind.LIVE: "marked it live",
    FactKind.SHIPPED_ANYWAY: "decided to ship it anyway",
    FactKind.SECONDED: "agreed to shipping it anyway",
    FactKind.RETIRED: "retired it",
    FactKind.REOPENED: "reopened it",
    FactKind.RENAMED: "renamed it",
    FactKind.DETAILS: "said what it does",
    FactKind.MOVED: "moved it",
    FactKind.LEAD: "changed the lead",
    FactKind.LAUNCH: "changed the planned launch",
    FactKind.INCIDENT: "noted an incident",
}
SHOWN = ("role", "purpose", "why", "until", "from", "to", "on", "what", "since", "light", "by_when")
"""Values that the history tells; a reason for a no is for the proposer and the lead alone."""
SLOTS = (FactKind.SAVED, FactKind.TO_CONFIRM, FactKind.WITHDRAWN)
"""Facts whose values are slots: the history names them, the values stand under their question."""
PEOPLE = ("user", "who", "second", "decider")


def history(view: View) -> list[str]:
    """All facts in a table, without those about accounts that only became known."""
    facts = sorted(view.record.facts, key=lambda fact: (fact.at, fact.id))
    told = [fact for fact in facts if not (fact.kind is FactKind.MEMBER and fact.values.get("state") == "active")]
    rows = [[moment(fact.at, view.pilot.zone), _by(view, fact), _what(view, fact)] for fact in told]
    return ["## History", table(["When", "Who", "What"], rows)] if rows else []


def _by(view: View, fact: Fact) -> str:
    return cell(view.name(fact.by)) if fact.by else "Shipready"


def _what(view: View, fact: Fact) -> str:
    place = GROUPS.get(fact.group, fact.group)
    row = f" ({fact.row})" if fact.row else ""
    labels = [LABELS[fact.group].get(name, name) for name in fact.values] if fact.group in DECLARED else []
    slots = f": {', '.join(labels)}" if labels and fact.kind in SLOTS else ""
    about = f", {place}{row}{slots}" if place else ""
    told = "" if fact.kind in SLOTS else _told(view, fact.values)
    return cell(f"{_said(fact)}{about}{told}")


def _said(fact: Fact) -> str:
    """What happened; a reviewer's *Not quite* and *I may not stop it* are no plain no."""
    if fact.kind is not FactKind.DECLINED or fact.values.get("role") != "reviewer":
        return SAID[fact.kind]
    return "said that they may not stop it" if fact.values.get("may_stop") == "no" else "described it otherwise"


def _told(view: View, values: Mapping[str, object]) -> str:
    words = {**values, "role": ROLES.get(str(values.get("role")), "")}
    parts = [f"{key.replace('_', ' ')}: {words[key]}" for key in SHOWN if words.get(key)]
    parts += [
        f"{key}: {view.name(str(values[key]))}" for key in PEOPLE if isinstance(values.get(key), str) and values[key]
    ]
    return f" ({'; '.join(parts)})" if parts else ""
