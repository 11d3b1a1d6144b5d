"""How things stand now, in a sentence for whoever presses a button whose moment has passed (COPY 13.6)."""

from __future__ import annotations

from bot.slack.pages import standing
from bot.slack.pages.words.as_now import AGREED, ASKED, DECIDED, HELD, OPEN, OTHER_ANSWER, RETIRED, UNDECIDED
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import joined, person, pilot_name
from bot.work.roles import proposal
from bot.work.view import View


def as_now(view: View, role: str = "") -> str:
    """What became of what was asked: ``AP Invoice Coder is now owned by Tom Beard.``

    ``role``: owner, backup, reviewer, ``second`` (shipped anyway) or ``agree`` (nothing needs to replace it); for
    everything else it is said who owns the pilot.
    """
    if view.pilot.state == "retired":
        return RETIRED.format(pilot=pilot_name(view))
    if role in standing.ROLES:
        return _of_role(view, role)
    return {"second": _of_second, "agree": _of_agreement}.get(role, _of_owner)(view)


def _of_owner(view: View) -> str:
    return _of_role(view, "owner")


def _of_role(view: View, role: str) -> str:
    holder, pilot = person(view, standing.named(view, role)), pilot_name(view)
    if standing.holds(view, role):
        return HELD[role].format(holder=holder, pilot=pilot)
    asked = proposal(view.record, view.state, role)
    if asked is None or role not in dict(standing.still_out(view)):
        return OPEN[role].format(pilot=pilot)
    on = standing.asked_again(view, role) or view.record.day(asked.at)
    return ASKED[role].format(holder=holder, pilot=pilot, on=day(on, view.today))


def _of_second(view: View) -> str:
    decision, pending = standing.shipped_anyway(view), standing.undecided(view)
    if decision is not None:
        until, decider = day(decision.until, view.today), person(view, standing.decider(decision))
        return DECIDED.format(pilot=pilot_name(view), until=until, decider=decider)
    if pending is not None:
        return UNDECIDED.format(pilot=pilot_name(view), second=person(view, pending.second))
    return _of_owner(view)


def _of_agreement(view: View) -> str:
    held = view.state.groups["replacement"].slots.get("nothing_needed")
    if held is None or held.value != "yes":
        return OTHER_ANSWER.format(pilot=pilot_name(view))
    agreed = dict.fromkeys(person(view, fact.by) for fact in view.state.agreed if fact.at >= held.known.at)
    return AGREED.format(pilot=pilot_name(view), who=joined(list(agreed)) or "Nobody")
