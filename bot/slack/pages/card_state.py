"""The card's sentence of state, for every state that a pilot can be in."""

from __future__ import annotations

from bot.slack.pages import standing
from bot.slack.pages.words.checks import GROUPS, ROLE_ASKED, count, number_of
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.findings import lapse_line
from bot.slack.pages.words.people import joined, person
from bot.work.view import View

HOW = (
    "Five questions come one at a time in this thread, then seven checks. Replies here go on the record, later edits "
    "too. "
    "“We don't have that yet” is a proper answer."
)


def state_lines(view: View) -> list[str]:
    """At most three lines about where the pilot stands; the first begins with the state in bold."""
    if view.pilot.state == "retired":
        return [_retired(view)]
    if view.verdict.ready:
        return [_ready(view), *_unsaved(view)]
    if standing.is_new(view) and not standing.live_since(view) and not standing.undecided(view):
        return [HOW]
    return state_now(view)


def state_now(view: View) -> list[str]:
    """The same for a reader who asked where it stands: never how it goes instead."""
    if view.pilot.state == "retired" or view.verdict.ready:
        return state_lines(view)
    return [f"{_not_ready(view)} {_complete(view)}".rstrip(), *_waits(view), *_unsaved(view)]


def _retired(view: View) -> str:
    fact = standing.life(view).retired
    since = f" on {day(view.record.day(fact.at), view.today)}" if fact else ""
    return f"*Retired{since}.* Nothing is asked any more; what was answered stays on record."


def _ready(view: View) -> str:
    since = standing.live_since(view)
    state = (
        f"*Live since {day(since, view.today)}, and ready.*" if since else "*Ready to ship.* All seven checks are met."
    )
    first = view.verdict.lapses[0] if view.verdict.lapses else None
    return f"{state} The first to run out: {lapse_line(first, view)}." if first else state


def _not_ready(view: View) -> str:
    """*Not ready yet*, or what it is while it is not ready: shipped anyway, or live all the same."""
    decided = standing.shipped_anyway(view)
    if decided:
        who = person(view, standing.decider(decided))
        return f"*Shipped anyway, not ready.* Decided by {who}, until {day(decided.until, view.today)}."
    since = standing.live_since(view)
    return f"*Live since {day(since, view.today)}, not ready.*" if since else "*Not ready yet.*"


def _complete(view: View) -> str:
    if view.pilot.floor:
        return met(view)
    done = [GROUPS[key] for key in standing.complete(view)]
    return f"Complete: {', '.join(done)}." if done else "Nothing is complete yet."


def met(view: View) -> str:
    """``Four of the seven checks are met.``"""
    number = 7 - len(view.verdict.blockers)
    if number in (0, 7):
        return "All seven checks are met." if number else "None of the seven checks is met so far."
    return f"{count(number).capitalize()} of the seven checks {'is' if number == 1 else 'are'} met."


def _waits(view: View) -> list[str]:
    """Whose yes or no is still out, a decision that waits for its second person, and what was parked."""
    out = [f"{person(view, user)} ({ROLE_ASKED[role]})" for role, user in standing.still_out(view)]
    pending = standing.undecided(view)
    if pending:
        out.append(f"{person(view, pending.second)} (agreeing to ship anyway)")
    out += [f"{person(view, user)} (question {number_of(key)})" for key, user in standing.asked(view)]
    said = [f"Waiting for {joined(out)}."] if out else []
    put_off = [str(number_of(key)) for key in standing.parked(view)]
    if put_off:
        said.append(f"Parked: {'question' if len(put_off) == 1 else 'questions'} {joined(put_off)}.")
    return [" ".join(said)] if said else []


def _unsaved(view: View) -> list[str]:
    """What was read and waits to be saved, and where."""
    unsaved = standing.waiting(view)
    if not unsaved:
        return []
    where = (
        "*Save all as read* stands with the checks"
        if view.pilot.floor
        else "*Save and go on* stands below it in the thread"
    )
    return [f"Read but not saved: {joined([GROUPS[key] for key in unsaved])}. {where}."]
