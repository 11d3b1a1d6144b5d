"""Hand-over: the old owner stays owner until the new one says yes by their own press (EXPERIENCE: Tuesdays)."""

from __future__ import annotations

from datetime import datetime

from bot.readiness.facts import Fact, FactKind, Record, Value
from bot.readiness.rhythm.days import add_working_days, local_day, moment
from bot.readiness.rules import people as model
from bot.readiness.state import State
from bot.records import appointments, posts
from bot.records.tables import Pilot
from bot.work import departures, people, roles, say
from bot.work.authority import holder
from bot.work.changes import after_change, reading_changed
from bot.work.checkins.ways import ways_of
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result
from bot.work.standing import Standing
from bot.work.views import current, record_of

KIND = "offer"
OPEN_FOR = 5
"""Working days after which an offer goes back."""


def stands(state: State) -> bool:
    """Whether there is an owner who accepted and whose account is active: only they can hand it over."""
    accepted = model.acceptance(state, model.OWNER)
    return accepted is not None and state.is_active(accepted.by)


def may_give(desk: Desk, pilot: Pilot, state: State, by: str) -> bool:
    """Owner, backup and lead may hand it over; workspace admins too."""
    givers = {holder(state, "owner"), holder(state, "backup"), pilot.lead}
    return (by in givers and people.state_of(desk, by) is people.FULL) or people.is_admin(desk, by)


def may_not_give(desk: Desk, pilot: Pilot, by: str) -> Refusal | None:
    """The refusal for somebody who may not hand it over."""
    state = current(desk, record_of(desk, pilot))
    if refused := people.not_full(desk, by, pilot.lead):
        return refused
    if may_give(desk, pilot, state, by):
        return None
    return Refusal("owner_hands_over", {"slot": "user", "owner": holder(state, "owner"), "lead": pilot.lead})


def offer(desk: Desk, pilot: Pilot, by: str, user: str) -> Result:
    """Offer the owner's place to ``user``; an offer that is open still is withdrawn. ``by`` may be ``user``: somebody
    offers to take it, and owner or lead agrees."""
    record = record_of(desk, pilot)
    state = current(desk, record)
    wrong = _unfit(desk, pilot, state, by, user)
    if wrong is not None:
        return wrong
    before = open_offer(record)
    if before is not None and before.values.get("user") == user:
        return Done("already_offered", {"user": user})
    if before is not None:
        _end(desk, pilot, before, by, "withdrawn")
    fact = desk.note(pilot, FactKind.OFFERED, by, values={"user": user})
    appointments.put(desk.session, desk.team, pilot.id or 0, KIND, _goes_back_at(desk, pilot), str(fact.id))
    if by == user:
        say.in_thread(desk, pilot, "offers_self", str(fact.id))
    else:
        say.directly(desk, pilot, KIND, user, str(fact.id))
    after_change(desk, pilot)
    return Done("offered" if by != user else "offered_self", {"user": user})


def _goes_back_at(desk: Desk, pilot: Pilot) -> datetime:
    """When an offer of this moment goes back, if nobody answers it (aware UTC)."""
    ways = ways_of(desk, pilot)
    day = add_working_days(local_day(desk.now, pilot.zone), OPEN_FOR, ways.off)
    return moment(day, ways.times.closes, pilot.zone)


def _unfit(desk: Desk, pilot: Pilot, state: State, by: str, user: str) -> Refusal | None:
    if people.state_of(desk, user) is not people.FULL:
        return Refusal("role_needs_member", {"slot": "user", "user": user, "role": "owner"})
    if user == holder(state, "owner"):
        return Refusal("owns_already", {"slot": "user", "user": user})
    if by != user and not may_give(desk, pilot, state, by):
        return Refusal("owner_hands_over", {"slot": "user", "owner": holder(state, "owner"), "lead": pilot.lead})
    return None


def open_offer(record: Record) -> Fact | None:
    """The offer that nobody has answered, None where there is none."""
    ended = {fact.values.get("offer") for fact in record.facts if fact.kind is FactKind.OFFER_ENDED}
    offers = [fact for fact in record.facts if fact.kind is FactKind.OFFERED and fact.id not in ended]
    return max(offers, key=lambda fact: fact.id, default=None)


def answer(desk: Desk, pilot: Pilot, by: str, fact_id: int, yes: bool, reason: str = "") -> Result:
    """The answer of whoever the place was offered to. Anybody else's press changes nothing."""
    record = record_of(desk, pilot)
    refused = not_theirs(desk, pilot, record, by, fact_id)
    if refused is not None:
        return refused
    offered = open_offer(record)
    assert offered is not None
    if yes:
        take(desk, pilot, by, offered)
        return Done("accepted", {"proposer": offered.by, "role": "owner"})
    _end(desk, pilot, offered, by, "declined", reason)
    _tell_givers(desk, pilot, offered)
    after_change(desk, pilot)
    return Done("declined", {"proposer": offered.by, "role": "owner"})


def not_theirs(desk: Desk, pilot: Pilot, record: Record, by: str, fact_id: int) -> Refusal | None:
    """The refusal for anybody but the person whom an open offer asks."""
    offered = open_offer(record)
    if offered is None or offered.id != fact_id:
        say.directly(desk, pilot, KIND, by, str(fact_id)) if _was_for(record, fact_id, by) else None
        return Refusal(
            "question_closed", {"role": "owner", "holder": holder(current(desk, record), "owner"), "pilot": pilot.id}
        )
    if is_self_made(offered):
        return Refusal("not_your_own_offer")
    if offered.values.get("user") != by:
        return Refusal("only_the_person_asked", {"user": offered.values.get("user"), "since": record.day(offered.at)})
    return people.not_full(desk, by, pilot.lead)


def is_self_made(offered: Fact) -> bool:
    """Whether somebody offered to take it themselves: that press was their yes, and the owner or the lead agrees."""
    return offered.by == offered.values.get("user")


def _was_for(record: Record, fact_id: int, by: str) -> bool:
    return any(fact.id == fact_id and fact.values.get("user") == by for fact in record.facts)


def agree(desk: Desk, pilot: Pilot, by: str, fact_id: int) -> Result:
    """Owner or lead agrees that somebody takes it who offered to: their press was the yes already."""
    record = record_of(desk, pilot)
    state, offered = current(desk, record), open_offer(record)
    if offered is None or offered.id != fact_id:
        say.in_thread(desk, pilot, "offers_self", str(fact_id))
        return Refusal("question_closed", {"role": "owner", "holder": holder(state, "owner"), "pilot": pilot.id})
    refused = _cannot_agree(desk, pilot, by, state, offered)
    if refused is not None:
        return refused
    take(desk, pilot, offered.by, offered)
    return Done("agreed")


def _cannot_agree(desk: Desk, pilot: Pilot, by: str, state: State, offered: Fact) -> Refusal | None:
    """An offer to somebody else is for that person alone to answer, and nobody agrees to their own."""
    if not is_self_made(offered):
        since = record_of(desk, pilot).day(offered.at)
        return Refusal("only_the_person_asked", {"user": offered.values.get("user"), "since": since})
    if by == offered.by:
        return Refusal("not_your_own_offer")
    if by not in {holder(state, "owner"), pilot.lead} and not people.is_admin(desk, by):
        return Refusal("owner_or_lead_only", {"lead": pilot.lead, "owner": holder(state, "owner")})
    if people.state_of(desk, offered.by) is not people.FULL:
        return Refusal("role_needs_member", {"user": offered.by, "role": "owner"})
    return people.not_full(desk, by, pilot.lead)


def own_it(desk: Desk, pilot: Pilot, by: str) -> Result:
    """*I own it* under a lapse: the owner confirms; the backup or the lead takes it on; anybody else offers to, and the
    owner or the lead agrees. Where there is no owner who can be asked, whoever presses it takes it."""
    refused = people.not_full(desk, by, pilot.lead)
    if refused is not None:
        return refused
    state = current(desk, record_of(desk, pilot))
    if holder(state, "owner") == by and stands(state):
        return _confirm(desk, pilot, by, state)
    if not stands(state) or (lapsed(state) and by in {holder(state, "backup"), pilot.lead}):
        take(desk, pilot, by, open_offer(record_of(desk, pilot)))
        return Done("took_it", {"role": "owner"})
    if lapsed(state):
        return offer(desk, pilot, by, by)
    show_lapses(desk, pilot)
    return Refusal("question_closed", {"role": "owner", "holder": holder(state, "owner"), "pilot": pilot.id})


def lapsed(state: State) -> bool:
    """Whether a check-in lapsed, and neither a confirmation nor a new owner's yes came since."""
    if not state.checkins or state.checkins[-1].kind is not FactKind.CHECKIN_LAPSED:
        return False
    accepted = model.acceptance(state, model.OWNER)
    return accepted is None or accepted.at < state.checkins[-1].at


def _confirm(desk: Desk, pilot: Pilot, by: str, state: State) -> Result:
    if not lapsed(state):
        return Done("already_confirmed")
    fact = state.checkins[-1]
    desk.note(pilot, FactKind.CHECKIN_CONFIRMED, by, values={"checkin": fact.values.get("checkin")})
    show_lapses(desk, pilot)
    after_change(desk, pilot)
    return Done("confirmed")


def show_lapses(desk: Desk, pilot: Pilot) -> None:
    """Bring the messages about lapses up to date."""
    for post in posts.of_pilot(desk.session, desk.team, pilot.id or 0):
        if post.kind == "lapse" and "@" not in post.key:
            say.in_thread(desk, pilot, "lapse", post.key)


def take(desk: Desk, pilot: Pilot, by: str, offered: Fact | None = None) -> None:
    """``by`` is the owner from now on, by their own press; whoever stepped in no longer does, if it is them."""
    state = current(desk, record_of(desk, pilot))
    slots: dict[str, Value] = {"owner": by}
    if holder(state, "backup") == by:
        slots["backup"] = None
    desk.note(pilot, FactKind.SAVED, by, group="ownership", values=slots)
    fact = desk.note(pilot, FactKind.ACCEPTED, by, values={"role": "owner"})
    if offered is not None:
        _end(desk, pilot, offered, by, "accepted" if offered.values.get("user") == by else "withdrawn")
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    show_lapses(desk, pilot)
    departures.show(desk, pilot)
    roles.ask_all(desk, pilot)
    reading_changed(desk, pilot, "ownership")
    after_change(desk, pilot)


def _end(desk: Desk, pilot: Pilot, offered: Fact, by: str, how: str, reason: str = "") -> None:
    values: dict[str, Value] = {"offer": offered.id, "how": how, **({"reason": reason} if reason else {})}
    desk.note(pilot, FactKind.OFFER_ENDED, by, values=values)
    appointments.drop(desk.session, desk.team, pilot.id or 0, KIND, str(offered.id))
    if is_self_made(offered):
        say.in_thread(desk, pilot, "offers_self", str(offered.id))
    else:
        say.directly(desk, pilot, KIND, str(offered.values.get("user")), str(offered.id))


def withdraw(desk: Desk, pilot: Pilot, by: str) -> None:
    """An open offer is taken back: the pilot is retired."""
    offered = open_offer(record_of(desk, pilot))
    if offered is not None:
        _end(desk, pilot, offered, by, "withdrawn")


def without(desk: Desk, pilot: Pilot, user: str) -> None:
    """``user`` left the workspace: what was offered to them goes back to its givers, what was offered in their place as
    owner is taken back."""
    record = record_of(desk, pilot)
    offered = open_offer(record)
    if offered is None:
        return
    if offered.values.get("user") == user:
        _end(desk, pilot, offered, "", "left")
        _tell_givers(desk, pilot, offered)
    elif holder(current(desk, record), "owner") == user:
        _end(desk, pilot, offered, "", "withdrawn")


def _tell_givers(desk: Desk, pilot: Pilot, offered: Fact) -> None:
    """Whoever offered it and the lead hear that it came back, with the reason; nobody else does."""
    for user in sorted({offered.by, pilot.lead} - {str(offered.values.get("user")), ""}):
        say.directly(desk, pilot, "offer_back", user, f"{offered.id}:{user}", once=True)


def expire(desk: Desk, standing: Standing, key: str) -> None:
    """Nobody answered an offer for five working days: it goes back, and the lead is told."""
    offered = open_offer(standing.record)
    if offered is None or str(offered.id) != key:
        return
    _end(desk, standing.pilot, offered, "", "expired")
    _tell_givers(desk, standing.pilot, offered)
    after_change(desk, standing.pilot)
