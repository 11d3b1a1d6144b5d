"""What a pilot's messages have in common: where it stands, read from the view and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.readiness.codes import Code
from bot.readiness.facts import Fact, FactKind
from bot.readiness.findings import ConversationStatus, Finding
from bot.readiness.live import Life, ShippedAnyway, life_of
from bot.readiness.numbers import Numbers
from bot.readiness.rules.people import BACKUP, OWNER, REVIEWER, Role, acceptance, holder
from bot.readiness.slots import CONVERSATIONS, GROUPS
from bot.work.roles import is_out, proposal
from bot.work.view import View

ROLES: dict[str, Role] = {"owner": OWNER, "backup": BACKUP, "reviewer": REVIEWER}


def life(view: View) -> Life:
    """Whether it is live, retired or shipped anyway at the view's moment."""
    return life_of(view.record, view.record.end_of(view.today), Numbers())


def starter(view: View) -> str:
    """The user id of who started it, which its first fact names: who built it. The lead may be another by now."""
    first = next((fact for fact in view.record.facts if fact.group == "builder"), None)
    return first.by if first and first.by else view.pilot.lead


def live_since(view: View) -> date | None:
    """The day it went live, None while it is not."""
    fact = life(view).live
    return view.record.day(fact.at) if fact else None


def decider(decision: ShippedAnyway) -> str:
    """The user id of who decided to ship it anyway."""
    return str(decision.fact.values.get("decider") or decision.fact.by)


def shipped_anyway(view: View) -> ShippedAnyway | None:
    """The decision that holds now: agreed, not over, and the pilot is not ready."""
    found = life(view).shipped_anyway
    return found if found and found.holds(view.today) and not view.verdict.ready else None


def undecided(view: View) -> ShippedAnyway | None:
    """A decision to ship it anyway that waits for its second person."""
    found = life(view).shipped_anyway
    return found if found and found.seconded is None and found.until >= view.today else None


def named(view: View, role: str) -> str:
    """The user id named for a role, "" for nobody."""
    return holder(view.state, ROLES[role])


def said_yes(view: View, role: str) -> Fact | None:
    """The yes that stands of the person named for the role."""
    return acceptance(view.state, ROLES[role])


def still_out(view: View) -> list[tuple[str, str]]:
    """The roles (role, user id) whose yes or no is still out."""
    return [(role, named(view, role)) for role in ROLES if is_out(view.record, view.state, role)]


def holds(view: View, role: str) -> bool:
    """Whether somebody said yes to the role, and neither their account nor a check-in that lapsed says otherwise."""
    found = view.verdict.feeds[ROLES[role].group].findings
    ended = any(finding.slot == role and finding.code in ENDED for finding in found)
    return said_yes(view, role) is not None and not ended


ENDED = (Code.ACCOUNT_NOT_ACTIVE, Code.ACCOUNT_UNKNOWN, Code.CHECKIN_LAPSED)
"""What ends a yes without another click."""


def asked_again(view: View, role: str) -> date | None:
    """The day on which somebody who had said no was asked once more and has not answered since; None otherwise."""
    asked, clicks = proposal(view.record, view.state, role), view.state.answers.get(role, ())
    if asked is None or not is_out(view.record, view.state, role):
        return None
    if clicks and clicks[-1].kind is FactKind.GIVEN:
        return view.record.day(clicks[-1].at)
    said_no = any(fact.kind is FactKind.DECLINED and fact.by == named(view, role) for fact in clicks)
    return view.record.day(asked.at) if said_no else None


def as_asked(view: View, finding: Finding) -> Finding:
    """A finding about a yes or no, with the day on which it was asked again; until then the model keeps the no."""
    again = asked_again(view, finding.slot) if finding.code in (Code.DECLINED, Code.NOT_ACCEPTED) else None
    if again is None:
        return finding
    user = named(view, finding.slot)
    who = (user,) if view.state.is_active(user) else finding.who
    return replace(finding, code=Code.NOT_ACCEPTED, who=who, since=again, values={**finding.values, "again": "yes"})


def is_new(view: View) -> bool:
    """Whether nothing was answered yet: the card then says how it goes instead of how it stands."""
    touched = any(group.saved or group.not_yet for group in view.state.groups.values())
    return not touched and not view.readings and view.pilot.question == CONVERSATIONS[0].key


def complete(view: View) -> list[str]:
    """The groups that are sound, in the model's order."""
    return [key for key in GROUPS if view.verdict.feeds[key].status is ConversationStatus.SOUND]


def parked(view: View) -> list[str]:
    """The conversations that were parked, were asked of nobody, and have no answer."""
    rows = [(key, view.questions.get(key)) for key in unanswered(view)]
    return [key for key, row in rows if row and row.state == "parked" and not row.asked]


def asked(view: View) -> list[tuple[str, str]]:
    """The conversations that wait for somebody who was asked by name, with the user id."""
    rows = [(key, view.questions.get(key)) for key in unanswered(view)]
    return [(key, row.asked) for key, row in rows if row and row.asked]


def unanswered(view: View) -> list[str]:
    """The conversations in which nothing is saved and nothing was read, but for the one that is open now."""
    keys = [group.key for group in CONVERSATIONS if group.key != view.pilot.question]
    return [key for key in keys if not view.verdict.feeds[key].saved and key not in view.readings]


def waiting(view: View) -> list[str]:
    """The conversations where something was read and is not saved, in the model's order."""
    return [group.key for group in CONVERSATIONS if group.key in view.readings]
