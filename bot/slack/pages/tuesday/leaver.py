"""Somebody left: the message in the channel, and the question to whoever steps in for an owner (COPY 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.readiness.facts import MemberState
from bot.readiness.findings import GateAnswer
from bot.slack.pages import standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, section
from bot.slack.pages.presses import press
from bot.slack.pages.shape import message
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.words.checks import CHECKS, GROUPS, counted
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import joined, person, pilot_name
from bot.work.checkins.letter_view import Asked
from bot.work.departures import LEAD, NAMED, Leaver, Place
from bot.work.leaving import rows_naming, stepping_in
from bot.work.view import View

MOST = 30
"""Places that are listed; the rest is counted."""
NAMED_IN = 4
"""Pilots in the small print."""
PRESSES = {"owner": "I'll own it", "backup": "I'll step in", "reviewer": "I'll review", LEAD: "I'll lead"}
BECAME = {
    MemberState.INACTIVE: "{name}'s Slack account is no longer active.",
    MemberState.GUEST: "{name} is a guest in this workspace now.",
}
"""By what the account became."""
OTHERWISE = "{name} is no longer a member of this workspace."
GATES = {"owner": "owner", "backup": "owner", "reviewer": "playbook"}
"""The check that a role feeds."""


def leaver(view: Leaver) -> Message | None:
    """The places that carried the name, who else stands there, and a button that the new person presses."""
    places = [place for place in view.places if place.vacancy.role != NAMED]
    if not places:
        return None
    left = bold(_left(view, places[0]))
    blocks = [section(f"{left} {_head(view, places)}"), *(_row(view, place) for place in places[:MOST])]
    rest = len(places) - MOST
    more = [section(f"… and {counted(rest, 'place')} more; the checks of each pilot name them.")] if rest > 0 else []
    return message("", [*blocks, *more, *_small(view)])


def _left(view: Leaver, place: Place) -> str:
    name, one = person(place.view, view.departure.user), place.view
    if view.back is not None:
        return f"{name} is back since {day(one.record.day(view.back.at), one.today)}."
    return BECAME.get(MemberState(view.departure.state), OTHERWISE).format(name=name)


def _head(view: Leaver, places: list[Place]) -> str:
    """What there is to do; what was taken over is said place by place."""
    if view.back is not None:
        return "Places that nobody took over meanwhile are as they were before."
    if not any(view.is_open(place) for place in places):
        return "Nothing is left to take over here."
    return f"{counted(len(places), 'place').capitalize()} here carried the name. {ONE_PRESS}"


ONE_PRESS = "Whoever takes one over presses it for themselves."


def _row(view: Leaver, place: Place) -> Block:
    """One place; with its button while somebody can take it over."""
    role, one = place.vacancy.role, place.view
    text = f"{bold(pilot_name(one))} · {_told(view, place)}"
    if not view.is_open(place):
        return section(text)
    return section(text, press(one, PRESSES[role], "take_over", role, str(view.departure.id)))


def _told(view: Leaver, place: Place) -> str:
    role, one = place.vacancy.role, place.view
    if place.taken is not None:
        by = str(place.taken.values.get("user")) if role == LEAD else place.taken.by
        return f"{TAKEN[role].format(name=person(one, by))} since {day(one.record.day(place.taken.at), one.today)}"
    if one.pilot.state != "open":
        return f"{PLACES[role].format(user='')}; it is retired"
    if view.back is not None:
        return "as before: " + PLACES[role].format(user="")
    return f"{HELD[role](one, place)}{_not_met(view, place)}"


TAKEN = {"owner": "{name} owns it", "backup": "{name} steps in", "reviewer": "{name} reviews", LEAD: "{name} leads it"}
PLACES = {"owner": "owner", "backup": "stepping in", "reviewer": "reviewer", LEAD: "lead"}


def _owned(view: View, place: Place) -> str:
    was = "owner" if place.vacancy.accepted else "was asked to own it"
    backup, named = stepping_in(view.state), standing.named(view, "backup")
    if backup is not None:
        also = " and has been asked" if place.vacancy.accepted else ""
        return f"{was}; {person(view, backup.by)} steps in{also}"
    if named and view.state.is_active(named):
        return f"{was}; {person(view, named)} was asked to step in and has not answered yet"
    return f"{was}; nobody steps in"


def _stepped_in(view: View, place: Place) -> str:
    owner = standing.named(view, "owner")
    was = "stepped in" if place.vacancy.accepted else "was asked to step in"
    if not owner or not view.state.is_active(owner):
        return f"{was}; it has no owner now"
    if standing.said_yes(view, "owner"):
        return f"{was} for {person(view, owner)}, who remains owner"
    return f"{was}; {person(view, owner)} was asked to own it"


def _reviewed(view: View, place: Place) -> str:
    del view
    was = "reviewed the output" if place.vacancy.accepted else "was asked to review the output"
    return f"{was}, no one else named"


def _led(view: View, place: Place) -> str:
    del place
    owner = standing.named(view, "owner")
    return f"lead; {person(view, owner)} owns it" if owner and standing.said_yes(view, "owner") else "lead"


HELD: dict[str, Callable[[View, Place], str]] = {
    "owner": _owned,
    "backup": _stepped_in,
    "reviewer": _reviewed,
    LEAD: _led,
}


def _not_met(view: Leaver, place: Place) -> str:
    """``; Incident playbook not met since 3 December``: only where nothing else keeps the check from being met."""
    key, one = GATES.get(place.vacancy.role, ""), place.view
    gate = next((gate for gate in one.verdict.gates if gate.key == key), None)
    if gate is None or gate.answer is not GateAnswer.LAPSED:
        return ""
    return f"; {CHECKS[key]} not met since {day(one.record.day(view.departure.at), one.today)}"


def _small(view: Leaver) -> list[Block]:
    """Where else the person is named: what they built, and rows."""
    lines = [words for place in view.places if place.vacancy.role == NAMED for words in _named(view, place.view)]
    rest = len(lines) - NAMED_IN
    told = [*lines[:NAMED_IN], *([f"{rest} more"] if rest > 0 else [])]
    return [context(f"Also named: {' · '.join(told)}")] if told else []


def _named(view: Leaver, one: View) -> Iterator[str]:
    name, user = pilot_name(one), view.departure.user
    if one.state.builder_user == user:
        yield f"built {name}"
    rows = rows_naming(one.state, user)
    if rows:
        where = joined([f"{counted(number, 'row')} of {GROUPS[key]}" for key, number in rows.items()])
        yield f"in {where} of {name}"


def asked(one: Asked) -> list[Block]:
    """The question to whoever steps in for an owner who left; afterwards how it was settled."""
    view, name = one.view, bold(pilot_name(one.view))
    if not one.is_open:
        return [section(f"{name}: {_ended(one)}")]
    user = str(one.ask.about.get("user") or "")
    text = f"{person(view, user)}'s Slack account is no longer active, and you step in for {name}. Do you take it on?"
    takes = press(view, "I take it on", "take_over", "owner", one.ask.key, style="primary")
    return [
        section(f"{text} The system itself runs on untouched."),
        actions(takes, buttons.dont_know(one)),
        context("“I don't know” changes nothing; in the channel anybody can take it over"),
    ]


def _ended(one: Asked) -> str:
    owner = standing.named(one.view, "owner")
    if one.ask.answer == "took" and owner == one.ask.user:
        return "you own it now. Thank you."
    if one.ask.answer == "unknown":
        return "you said that you don't know. Thank you; nothing more is needed from you."
    if owner and standing.said_yes(one.view, "owner") and one.view.state.is_active(owner):
        return f"{person(one.view, owner)} owns it, so nothing is needed from you any more."
    return "the question is settled, so nothing is needed from you any more."
