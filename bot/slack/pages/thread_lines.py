"""The short lines of a thread: what happened to the pilot, and the few requests that the thread itself makes."""

from __future__ import annotations

from collections.abc import Callable

from bot.readiness.facts import Fact, FactKind
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Message, bold, escape, mention
from bot.slack.pages.question import ask, heading
from bot.slack.pages.shape import note
from bot.slack.pages.tuesday.noted import changed
from bot.slack.pages.words.checks import ROLE_OPEN
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.people import joined, person, pilot_name, short
from bot.work.view import View

LONGEST = 600
"""Characters of a reason or of an incident."""


def event(view: View, fact: Fact) -> Message:
    """What became known by ``fact``: live, retired, reopened, renamed, lead, launch, incident, moved."""
    return changed(view, fact) if fact.kind is FactKind.CHANGED else note(EVENTS[fact.kind](view, fact))


def asked(view: View, conversation: str, user: str, asked_by: str) -> Message:
    """A question for somebody in the channel, who is mentioned."""
    by = f", {person(view, asked_by)} asks you this one" if asked_by else ""
    text = f"{mention(user)}{by}: {bold(heading(conversation))}\n{ask(view, conversation)}"
    small = "Just reply here, in as many messages as you like."
    return note(text, presses.answer_in_form(view, conversation), presses.not_yet(view, conversation), small=small)


def declined(view: View, role: str) -> Message:
    """A request came back with a no, or the place was filled since. No name, no reason."""
    user = standing.named(view, role)
    if user and standing.said_yes(view, role):
        return note(f"{ROLE_OPEN[role]} was open again; {person(view, user)} has said yes since.")
    conversation = standing.ROLES[role].group
    return note(f"{ROLE_OPEN[role]} is open again.", presses.ask_someone(view, conversation))


def declined_to(view: View, role: str, fact: Fact) -> Message:
    """The same to the proposer and the lead alone, with the reason where one was given. ``fact`` is the no; that of a
    reviewer is *Not quite*, with how it really is."""
    reason = _quoted(fact.values.get("reason"))
    who, what = person(view, fact.by), ROLE_ASKED_OF[role].format(pilot=bold(pilot_name(view)))
    why = f" Their words: {reason}" if reason else " No reason was given, and none is needed."
    otherwise = role == "reviewer" and reason
    told = f"{who} describes {what} otherwise: {reason}" if otherwise else f"{who} said no to {what}.{why}"
    conversation = standing.ROLES[role].group
    return note(told, presses.ask_someone(view, conversation), small="Only you and the lead get to read this")


def may_not_stop(view: View) -> Message:
    """The reviewer needs the right to stop it; who can give it."""
    answers = view.state.answers.get("reviewer", ())
    if answers and answers[-1].kind is FactKind.GIVEN:
        return note(
            f"{person(view, answers[-1].by)} gave the reviewer the right to stop it. The reviewer is asked once more."
        )
    if standing.said_yes(view, "reviewer"):
        return note("The reviewer has the right to stop it.")
    givers = dict.fromkeys(user for user in (standing.named(view, "owner"), view.pilot.lead) if user)
    names = joined([person(view, user) for user in givers], "or")
    return note(f"The reviewer needs the right to stop it. {names} can give it.", presses.given_now(view))


def agree(view: View) -> Message:
    """Nothing needs to replace it: somebody who did not build it agrees by their own press."""
    held = view.state.groups["replacement"].slots.get("nothing_needed")
    agreed = [fact for fact in view.state.agreed if held and fact.at >= held.known.at]
    if held is None or held.value != "yes":
        return note("What replaces it was answered in another way since, so no agreement is needed.")
    if agreed:
        by = joined([person(view, user) for user in dict.fromkeys(fact.by for fact in agreed)])
        return note(f"Nothing needs to replace it: {by} agreed on {day(view.record.day(agreed[-1].at), view.today)}.")
    text = "The answer says that nothing needs to replace it. It counts once somebody who did not build it agrees."
    return note(text, presses.agree_nothing(view))


def shipped_anyway(view: View, fact_id: int, *, directly: bool = False) -> Message:
    """The decision to ship without being ready: it waits for its second person, then stands. ``directly``: the request
    to a second person who does not read the thread."""
    decision = standing.life(view).shipped_anyway
    if decision is None or decision.fact.id != fact_id:
        return note("This decision was replaced by a later one.")
    who, until, why = person(view, standing.decider(decision)), day(decision.until, view.today), _quoted(decision.why)
    if decision.seconded:
        agreed = person(view, decision.seconded.by)
        head = bold(f"{pilot_name(view)} is shipped anyway, until {until}.")
        return note(f"{head} {who} decided it: {why} {agreed} agreed. It is not ready, and every digest says so.")
    head = f"{bold(f'{pilot_name(view)} is to ship without being ready, until {until}.')} {who} decides it: {why}"
    if decision.until < view.today:
        return note(f"{head} That day is over, and nobody agreed to it before, so it does not count.")
    return note(
        f"{head} {_asks(view, decision.second, directly)}",
        presses.second(view, fact_id),
        presses.see_checks(view),
        small="Only the press of the person named counts",
    )


def _asks(view: View, second: str, directly: bool) -> str:
    """The question to the second person, who is only mentioned where that rings."""
    if directly:
        return "Do you agree?"
    if view.channel_members and second not in view.channel_members:
        return f"{person(view, second)} is asked by direct message."
    return f"{mention(second)}, do you agree?"


def _quoted(text: object) -> str:
    """People's words at the end of a sentence, with its full stop; "" for none."""
    words = escape(short(str(text or ""), LONGEST)).rstrip(".")
    return f"“{words}”." if words else ""


def _live(view: View, fact: Fact) -> str:
    ready = "All seven checks are met." if view.verdict.ready else "It is not ready; the checks say what is missing."
    on = day(view.record.day(fact.at), view.today)
    return f"{bold(f'{pilot_name(view)} is live')} since {on}, marked by {person(view, fact.by)}. {ready}"


def _changed(view: View, fact: Fact) -> str:
    what = _quoted(fact.values.get("what")) or "Something changed."
    return f"{person(view, fact.by)} says that something changed with {bold(pilot_name(view))}: {what}"


def _took_over(view: View, fact: Fact) -> str:
    owns = f"{person(view, fact.by)} owns {bold(pilot_name(view))} from now on."
    return owns if standing.named(view, "backup") else f"{owns} Nobody steps in at present."


def _retired(view: View, fact: Fact) -> str:
    head, why = bold(f"{pilot_name(view)} is retired"), _quoted(fact.values.get("why"))
    by = f"by {person(view, fact.by)}{': ' if why else '.'}{why}"
    return f"{head}, {by} Nothing is asked any more; what was answered stays on record."


def _reopened(view: View, fact: Fact) -> str:
    return f"{bold(f'{pilot_name(view)} is open again')}, by {person(view, fact.by)}. It goes on where it stopped."


def _renamed(view: View, fact: Fact) -> str:
    before, after = (escape(short(str(fact.values.get(key) or ""), 80)) for key in ("from", "to"))
    return f"{before} is called {bold(after)} from now on; {person(view, fact.by)} renamed it."


def _moved(view: View, fact: Fact) -> str:
    return (
        f"{bold(pilot_name(view))} moved here from <#{escape(str(fact.values.get('from') or ''))}>, by "
        f"{person(view, fact.by)}."
    )


def _lead(view: View, fact: Fact) -> str:
    user = str(fact.values.get("user") or "")
    return f"{person(view, user)} leads {bold(pilot_name(view))} from now on; {person(view, fact.by)} changed it."


def _launch(view: View, fact: Fact) -> str:
    on = fact.values.get("on")
    said = f"is planned for {escape(iso_day(on, view.today))} now" if on else "has no planned date any more"
    return f"The launch of {bold(pilot_name(view))} {said}; {person(view, fact.by)} changed it."


def _incident(view: View, fact: Fact) -> str:
    what, light = _quoted(fact.values.get("what")), _quoted(fact.values.get("light"))
    since = f", since {escape(iso_day(fact.values['since'], view.today))}" if fact.values.get("since") else ""
    came = f" It came to light like this: {light}" if light else ""
    return f"{person(view, fact.by)} noted an incident with {bold(pilot_name(view))}{since}: {what}{came}"


ROLE_ASKED_OF = {"owner": "owning {pilot}", "backup": "stepping in for {pilot}", "reviewer": "reviewing {pilot}"}

EVENTS: dict[FactKind, Callable[[View, Fact], str]] = {
    FactKind.LIVE: _live,
    FactKind.ACCEPTED: _took_over,
    FactKind.CHANGED: _changed,
    FactKind.RETIRED: _retired,
    FactKind.REOPENED: _reopened,
    FactKind.RENAMED: _renamed,
    FactKind.MOVED: _moved,
    FactKind.LEAD: _lead,
    FactKind.LAUNCH: _launch,
    FactKind.INCIDENT: _incident,
}
"""The line for each kind of fact that the thread hears of."""
