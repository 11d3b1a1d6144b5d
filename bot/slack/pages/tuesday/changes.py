"""What changed with a pilot since its owner was last asked, in one line (COPY 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.readiness.facts import Fact, FactKind, Value
from bot.slack.pages.blocks import escape
from bot.slack.pages.tuesday import running_out
from bot.slack.pages.words.checks import GROUPS, count, counted
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.people import joined, short
from bot.slack.pages.words.rows import row_name
from bot.work.checkins.letter_view import Asked
from bot.work.view import View

MOST = 2
"""Changes that are told; the rest is counted."""
SOON_DAYS = 60
"""What runs out within so many days is told where nothing changed."""
LONGEST = 60
"""Characters of what somebody wrote."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def since_last_time(one: Asked) -> str:
    """``since 15 December: fallback tried on 2 January``, what runs out soon, or ``nothing new since 15 December``."""
    view, since = one.view, _since(one)
    on = day(view.record.day(since.at), view.today)
    told = list(dict.fromkeys(_told(view, since)))
    if told:
        rest = len(told) - MOST
        return f"since {on}: {joined([*told[:MOST], *([f'{count(rest)} more'] if rest > 0 else [])])}"
    coming = [lapse for lapse in view.verdict.lapses if (lapse.on - view.today).days <= SOON_DAYS]
    return running_out.line(view, coming[0]) if coming else f"nothing new since {on}"


def _since(one: Asked) -> Fact:
    """The owner's last word on it before this question: a confirmation, or their yes."""
    kinds = (FactKind.CHECKIN_CONFIRMED, FactKind.ACCEPTED)
    facts = one.view.record.facts
    own = [fact for fact in facts if fact.kind in kinds and fact.by == one.ask.user and fact.at < one.ask.due_at]
    return max(own, key=lambda fact: fact.at, default=min(facts, key=lambda fact: fact.at))


def _told(view: View, since: Fact) -> Iterator[str]:
    """Everything that is news, the oldest first; dependencies that were added or taken off are counted."""
    fresh = [fact for fact in sorted(view.record.facts, key=lambda fact: (fact.at, fact.id)) if fact.at > since.at]
    added = {fact.row for fact in fresh if _is_dependency(fact) and not _saves_before(view, fact)}
    if added:
        yield f"{counted(len(added), 'dependency', 'dependencies')} added"
    for fact in fresh:
        words = _saved(view, fact) if fact.kind is FactKind.SAVED else _happened(fact)
        if words and not (_is_dependency(fact) and fact.row in added):
            yield words


def _is_dependency(fact: Fact) -> bool:
    return fact.kind is FactKind.SAVED and fact.group == "dependencies" and bool(fact.row)


def _saved(view: View, fact: Fact) -> str:
    """What a save changed; "" where it says what was known already, or about who does what (the thread says that)."""
    changed = {slot: value for slot, value in fact.values.items() if value != _value_before(view, fact, slot)}
    if not changed or fact.group not in NEWS:
        return ""
    dated = next((slot for slot in DATED if _is_date(changed.get(slot))), "")
    if dated:
        what = row_name(view, fact.group, fact.row) if fact.row else ""
        return DATED[dated].format(row=what, date=iso_day(changed[dated], view.today))
    if isinstance(version := changed.get("version"), str):
        return f"{row_name(view, fact.group, fact.row)} is now version {escape(short(version, LONGEST))}"
    if _is_dependency(fact):
        return f"{row_name(view, fact.group, fact.row)} changed"
    return f"{GROUPS[fact.group]} {'changed' if _saves_before(view, fact) else 'written down'}"


def _is_date(value: Value) -> bool:
    """Whether it is a day; the same slot may hold a word, such as that a key is managed."""
    return isinstance(value, str) and DAY.fullmatch(value) is not None


def _value_before(view: View, fact: Fact, slot: str) -> Value:
    held = [one for one in _saves_before(view, fact) if slot in one.values]
    return max(held, key=lambda one: (one.at, one.id)).values[slot] if held else None


def _saves_before(view: View, fact: Fact) -> list[Fact]:
    """The earlier saves of the same place."""
    place = (FactKind.SAVED, fact.group, fact.row)
    earlier = (one for one in view.record.facts if (one.at, one.id) < (fact.at, fact.id))
    return [one for one in earlier if (one.kind, one.group, one.row) == place]


def _happened(fact: Fact) -> str:
    words = HAPPENED.get(fact.kind, "")
    what = escape(short(str(fact.values.get("what") or ""), LONGEST))
    return f"{words}, “{what}”" if words and what else words


NEWS = {"dependencies", "failure", "review", "replacement", "playbook", "access", "tests", "agnostic"}
DATED = {
    "tried_on": "fallback tried on {date}",
    "rotated_on": "{row} changed on {date}",
    "last_on": "output checked on {date}",
    "reviewed_on": "access reviewed on {date}",
    "last_run_on": "tests run on {date}",
    "until": "contract for {row} until {date}",
}
"""By the date that a save brought."""
HAPPENED = {
    FactKind.REMOVED: "something taken off a list",
    FactKind.CHANGED: "something changed",
    FactKind.INCIDENT: "an incident",
    FactKind.LIVE: "it went live",
    FactKind.LEAD: "another lead",
}
"""What else counts as news for its owner."""
