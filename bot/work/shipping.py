"""Going live, and *shipped anyway*: recorded with who, why and until when, and agreed by a second person."""

from __future__ import annotations

from datetime import date, timedelta

from bot.readiness.facts import Fact, FactKind, Record
from bot.readiness.live import life_of
from bot.records import notices, posts
from bot.records.tables import Pilot
from bot.work import people, say
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.reminding import remind_once
from bot.work.results import Done, Refusal, Result
from bot.work.verdicts import judged
from bot.work.views import current, record_of

KIND = "shipped_anyway"
"""The message that says the decision; its key is the fact, for a direct message the reader too."""
SECOND = "second"
"""Who is asked to agree, where a role is named."""


def ship(desk: Desk, pilot: Pilot, by: str) -> Result:
    """Mark the pilot live; pressed again, the day stays. While it is not ready: ``needs_decision``, the form."""
    if not judged(desk, pilot).ready:
        return Refusal("needs_decision")
    if life_of(record_of(desk, pilot), desk.now, desk.pace.numbers).is_live:
        return Done("already_live")
    fact = desk.note(pilot, FactKind.LIVE, by)
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    after_change(desk, pilot)
    return Done("live")


def ship_anyway(desk: Desk, pilot: Pilot, by: str, decider: str, why: str, until: date, second: str) -> Result:
    """Record that it ships without being ready: it counts once the second person agrees by their own click.

    The thread shows it; a second person who is not in the channel is asked by direct message.
    """
    wrong = wrong_decision(desk, pilot, decider, why, until, second)
    if wrong is not None:
        return wrong
    values = {"why": why, "until": until.isoformat(), "second": second, "decider": decider}
    fact = desk.note(pilot, FactKind.SHIPPED_ANYWAY, by, values=values, source="form")
    _say_again(desk, pilot)
    _request(desk, pilot, fact.id or 0, second)
    after_change(desk, pilot)
    return Done("second_asked", {"user": second})


def _request(desk: Desk, pilot: Pilot, decision: int, second: str) -> None:
    """Ask the second person: in the thread, and by direct message where they don't read it."""
    say.in_thread(desk, pilot, KIND, str(decision))
    if not people.in_channel(desk, pilot, second):
        say.directly(desk, pilot, KIND, second, f"{decision}:{second}")


def ask_in_new_thread(desk: Desk, pilot: Pilot) -> None:
    """A decision that waits for its second person is posted in the thread that begins anew, too."""
    record = record_of(desk, pilot)
    decision = _waiting(record.facts)
    if decision is not None and not _is_over(decision, record.day(desk.now)):
        _request(desk, pilot, decision.id, str(decision.values.get("second")))


def remind(desk: Desk, pilot: Pilot) -> Result:
    """Ask the second person of the decision that waits once more, at most once a day."""
    record = record_of(desk, pilot)
    decision = _waiting(record.facts)
    if decision is None:
        return _closed(record)
    if _is_over(decision, record.day(desk.now)):
        return Refusal("decision_over", {"until": decision.values.get("until")})
    second = str(decision.values.get("second"))
    return remind_once(desk, pilot, KIND, second, f"{decision.id}:{second}")


def wrong_decision(desk: Desk, pilot: Pilot, decider: str, why: str, until: date, second: str) -> Refusal | None:
    """Why the decision cannot be taken so; ``values["slot"]`` names the field."""
    record = record_of(desk, pilot)
    today = record.day(desk.now)
    most = desk.pace.numbers.shipped_anyway_max_days
    if not why.strip():
        return Refusal("why_missing", {"slot": "why"})
    if not today < until <= today + timedelta(days=most):
        return Refusal("until_out_of_range", {"slot": "until", "days": most, "last": today + timedelta(days=most)})
    if second == decider:
        return Refusal("second_is_decider", {"slot": "second", "user": second})
    if second == current(desk, record).builder_user:
        return Refusal("second_is_builder", {"slot": "second", "user": second})
    named = {"decider": decider, "second": second}
    return next((refused for slot, user in named.items() if (refused := _not_full(desk, slot, user))), None)


def _not_full(desk: Desk, slot: str, user: str) -> Refusal | None:
    full = people.state_of(desk, user) is people.FULL
    return None if full else Refusal("role_needs_member", {"slot": slot, "user": user, "role": slot})


def agree(desk: Desk, pilot: Pilot, by: str, fact_id: int) -> Result:
    """The second person agrees to *shipped anyway* by their own click: to the latest decision, while it lasts."""
    refused = people.not_full(desk, by, pilot.lead) or _cannot_agree(desk, pilot, by, fact_id)
    if refused is not None:
        _say_again(desk, pilot)
        return refused
    is_live = life_of(record_of(desk, pilot), desk.now, desk.pace.numbers).is_live
    desk.note(pilot, FactKind.SECONDED, by, values={"fact": fact_id})
    if not is_live:
        desk.note(pilot, FactKind.LIVE, by)
    _say_again(desk, pilot)
    say.in_thread(desk, pilot, KIND, str(fact_id))
    after_change(desk, pilot)
    return Done("seconded")


def _cannot_agree(desk: Desk, pilot: Pilot, by: str, fact_id: int) -> Refusal | None:
    record = record_of(desk, pilot)
    decision = pending(record.facts, fact_id)
    if decision is None:
        return _closed(record)
    if _is_over(decision, record.day(desk.now)):
        return Refusal("decision_over", {"until": decision.values.get("until")})
    second = decision.values.get("second")
    if second != by or by == current(desk, record).builder_user:
        since = record.day(decision.at)
        return Refusal("only_the_person_asked", {"user": second, "since": since, "remind": SECOND})
    return _not_full(desk, "decider", str(decision.values.get("decider") or decision.by))


def _is_over(decision: Fact, today: date) -> bool:
    return str(decision.values.get("until")) < today.isoformat()


def _closed(record: Record) -> Refusal:
    """The decision was agreed to, or a later one stands in its place: on the day of the last of these."""
    ended = max((fact for fact in record.facts if fact.kind in ENDS), key=lambda fact: fact.id, default=None)
    values = {"role": SECOND, "holder": ""}
    return Refusal("question_closed", {**values, "on": record.day(ended.at)} if ended else values)


ENDS = (FactKind.SHIPPED_ANYWAY, FactKind.SECONDED)


def pending(facts: tuple[Fact, ...], fact_id: int) -> Fact | None:
    """The decision with this id, if it is the latest and nobody has agreed to it yet."""
    waiting = _waiting(facts)
    return waiting if waiting is not None and waiting.id == fact_id else None


def _waiting(facts: tuple[Fact, ...]) -> Fact | None:
    """The latest decision, if nobody has agreed to it yet."""
    decisions = [fact for fact in facts if fact.kind is FactKind.SHIPPED_ANYWAY]
    latest = max(decisions, key=lambda fact: fact.id, default=None)
    agreed = {fact.values.get("fact") for fact in facts if fact.kind is FactKind.SECONDED}
    return latest if latest is not None and latest.id not in agreed else None


def _say_again(desk: Desk, pilot: Pilot) -> None:
    """Bring every message about a decision up to date: those in the thread, and the requests by direct message."""
    for post in posts.of_pilot(desk.session, desk.team, pilot.id or 0):
        if post.kind == KIND and post.user:
            say.directly(desk, pilot, KIND, post.user, post.key)
        elif post.kind == KIND and post.key.isdigit():  # else it was left behind in another channel
            say.in_thread(desk, pilot, KIND, post.key)
    for notice in notices.on_the_way(desk.session, desk.team, pilot.id or 0, KIND):
        if notice.target == "user":
            say.directly(desk, pilot, KIND, notice.channel, notice.key)
