"""Owner, backup and reviewer: proposed by somebody, held only after the person's own click (EXPERIENCE: Acceptance)."""

from __future__ import annotations

from datetime import timedelta

from bot.readiness.facts import Fact, FactKind, Record
from bot.readiness.rules import written
from bot.readiness.rules.people import BACKUP, OWNER, REVIEWER, asked_by, held_in, may_not_stop, needs_right
from bot.readiness.state import State, state_of
from bot.records import notices, posts
from bot.records.tables import Pilot
from bot.work import people, say, shipping
from bot.work.authority import ROLES, holder
from bot.work.changes import after_change, reading_changed
from bot.work.desk import Desk
from bot.work.reminding import remind_once
from bot.work.results import Done, Refusal, Result
from bot.work.views import current, record_of

KIND = "acceptance"
MODEL_ROLES = {role.name: role for role in (OWNER, BACKUP, REVIEWER)}


def proposal(record: Record, state: State, role: str) -> Fact | None:
    """The fact that put the present holder into the role, or that wrote what a reviewer confirms. A later save of the
    same person is a new proposal only after they said no."""
    held, known = held_in(state, MODEL_ROLES[role]), asked_by(state, MODEL_ROLES[role])
    if held is None or known is None:
        return None
    said_no = [
        fact
        for fact in record.facts
        if fact.kind is FactKind.DECLINED and fact.values.get("role") == role and fact.by == held.value
    ]
    asked_again = any((held.fact.at, held.fact.id) > (no.at, no.id) > (known.at, known.id) for no in said_no)
    return held.fact if asked_again else known


def named_by(record: Record, fact: Fact, role: str) -> str:
    """The user id that a proposal was made to: whom it names, else who was named when it became known."""
    group, slot = ROLES[role]
    named = fact.values.get(slot) if fact.group == group else None
    return named if isinstance(named, str) else holder(state_of(record, fact.at + timedelta(microseconds=1)), role)


def answer_of(record: Record, state: State, role: str) -> Fact | None:
    """The latest yes or no of the present holder to the present proposal; None: still out.

    *I may not stop it* stays the answer, whatever is written since, until the right is given.
    """
    asked = proposal(record, state, role)
    if asked is None:
        return None
    answers = [
        fact
        for fact in record.facts
        if fact.kind in (FactKind.ACCEPTED, FactKind.DECLINED)
        and fact.values.get("role") == role
        and fact.by == holder(state, role)
        and (fact.at, fact.id) >= (asked.at, asked.id)
    ]
    lacks = [fact for fact in state.answers.get(role, ()) if may_not_stop(fact)] if _lacks_right(state, role) else []
    return max([*answers, *lacks], key=lambda fact: (fact.at, fact.id), default=None)


def is_asked(record: Record, state: State, role: str) -> bool:
    """Whether the present proposal is put to its holder: other words wait until *I may not stop it* is settled."""
    return proposal(record, state, role) is not None and not _lacks_right(state, role)


def _lacks_right(state: State, role: str) -> bool:
    return role == REVIEWER.name and needs_right(state, REVIEWER)


def key_of(role: str, asked: Fact) -> str:
    """The key of the direct message that asks for this proposal."""
    return f"{role}:{asked.id}"


def ask_all(desk: Desk, pilot: Pilot) -> None:
    """Ask everyone who is named for a role, once; requests that have no object any more say so. Whoever took a place by
    their own press is not asked for it."""
    record = record_of(desk, pilot)
    state = current(desk, record)
    keys = {}
    sent = _requests(desk, pilot)
    for role in ROLES:
        asked = proposal(record, state, role)
        if asked is not None:
            keys[key_of(role, asked)] = holder(state, role)
            if key_of(role, asked) in sent or answer_of(record, state, role) is None:
                say.directly(desk, pilot, "acceptance", holder(state, role), key_of(role, asked))
    for key, user in sent.items():
        if ":".join(key.split(":")[:2]) not in keys:
            say.directly(desk, pilot, "acceptance", user, key)


def _requests(desk: Desk, pilot: Pilot) -> dict[str, str]:
    """The keys of all requests that were sent or are on their way, with whom they ask."""
    sent = {post.key: post.user for post in posts.of_pilot(desk.session, desk.team, pilot.id or 0) if post.kind == KIND}
    sending = notices.on_the_way(desk.session, desk.team, pilot.id or 0, KIND)
    return sent | {notice.key: notice.channel for notice in sending}


def unfit(desk: Desk, state: State, role: str, user: str) -> Refusal | None:
    """Why the person cannot be put forward for the role; None when they can."""
    standing = people.state_of(desk, user)
    if standing is not None and standing is not people.FULL:
        return Refusal("role_needs_member", {"user": user, "role": role})
    if role == "reviewer" and state.builder_user == user:
        return Refusal("reviewer_is_builder", {"user": user})
    other = {"owner": "backup", "backup": "owner"}.get(role, "")
    if other and holder(state, other) == user:
        return Refusal("owner_is_backup", {"user": user})
    return None


def answer(
    desk: Desk, pilot: Pilot, by: str, role: str, yes: bool, *, reason: str = "", may_stop: bool = True, seen: str = ""
) -> Result:
    """The yes or no of the person asked. Anybody else's click changes nothing.

    ``seen``: the number of the proposal that a reviewer's yes was shown with ("" in messages of before it was told); a
    yes to other words than those that stand by now does not count.
    """
    if role not in ROLES:
        return Refusal("old_button")
    if refused := people.not_full(desk, by, pilot.lead):
        return refused
    record = record_of(desk, pilot)
    state = current(desk, record)
    asked = proposal(record, state, role)
    if asked is None or holder(state, role) != by:
        return _not_theirs(record, state, role, by)
    if yes and role == REVIEWER.name and not _saw_it(state, asked, seen):
        ask_all(desk, pilot)
        return Refusal("other_words_by_now")
    before = answer_of(record, state, role)
    if before is not None and before.kind is FactKind.ACCEPTED and yes:
        return Done("already_accepted")
    kind = FactKind.ACCEPTED if yes else FactKind.DECLINED
    desk.note(pilot, kind, by, values=_answer_values(role, reason, may_stop))
    _requests_current(desk, pilot, by, role, key_of(role, asked))
    if not yes:
        _say_no(desk, pilot, role, by, asked, may_stop)
    reading_changed(desk, pilot, ROLES[role][0])
    after_change(desk, pilot)
    return Done("accepted" if yes else "declined", {"proposer": asked.by, "role": role})


def _saw_it(state: State, asked: Fact, seen: str) -> bool:
    """Whether a reviewer's yes is to what is written now; there is none to words that nobody wrote."""
    return written.is_complete(state) and seen in ("", str(asked.id))


def _requests_current(desk: Desk, pilot: Pilot, user: str, role: str, key: str) -> None:
    """Bring every message that asked for this proposal up to date, reminders and the thread's lines too.

    The request itself may be in Slack while its post is not noted yet, so its key is not looked up.
    """
    keys = {key}
    for post in posts.of_pilot(desk.session, desk.team, pilot.id or 0):
        if post.kind == "acceptance" and post.user == user and post.key.startswith(f"{key}:"):
            keys.add(post.key)
        if post.kind in ("declined", "may_not_stop") and post.key.startswith(f"{role}:") and "@" not in post.key:
            say.in_thread(desk, pilot, post.kind, post.key)
    for known in sorted(keys):
        say.directly(desk, pilot, "acceptance", user, known)


def not_asked(desk: Desk, pilot: Pilot, by: str, role: str) -> Refusal | None:
    """The refusal for anybody but the person who was asked for the role."""
    if role not in ROLES:
        return Refusal("old_button")
    record = record_of(desk, pilot)
    state = current(desk, record)
    asked = proposal(record, state, role)
    return None if asked is not None and holder(state, role) == by else _not_theirs(record, state, role, by)


def _answer_values(role: str, reason: str, may_stop: bool) -> dict[str, str | None]:
    values: dict[str, str | None] = {"role": role}
    if reason:
        values["reason"] = reason
    if not may_stop:
        values["may_stop"] = "no"
    return values


def _not_theirs(record: Record, state: State, role: str, by: str) -> Refusal:
    """Somebody else is asked, who can be reminded; or the question was closed, also by asking another than ``by``."""
    asked = proposal(record, state, role)
    if asked is None or not is_out(record, state, role) or _was_named(record, role, by):
        return _closed(record, state, role)
    values = {"user": holder(state, role), "since": record.day(asked.at), "role": role, "remind": role}
    return Refusal("only_the_person_asked", values)


def is_out(record: Record, state: State, role: str) -> bool:
    """Whether the holder's yes or no is still out; after *I may not stop it* it is once the right was given."""
    if proposal(record, state, role) is None:
        return False
    answer, clicks = answer_of(record, state, role), state.answers.get(role, ())
    return answer is None or (answer.kind is FactKind.DECLINED and clicks[-1].kind is FactKind.GIVEN)


def _was_named(record: Record, role: str, user: str) -> bool:
    group, slot = ROLES[role]
    return any(fact.group == group and fact.values.get(slot) == user for fact in record.facts)


def _closed(record: Record, state: State, role: str) -> Refusal:
    """The question is closed since it was answered, since another was asked, or since nobody is named any more."""
    group, slot = ROLES[role]
    held = state.groups[group].slots.get(slot)
    ended = answer_of(record, state, role) or proposal(record, state, role) or (held.fact if held else None)
    values = {"role": role, "holder": holder(state, role)}
    return Refusal("question_closed", {**values, "on": record.day(ended.at)} if ended else values)


def _say_no(desk: Desk, pilot: Pilot, role: str, by: str, asked: Fact, may_stop: bool) -> None:
    """The thread hears that the question is open again; the reason goes to the proposer and the lead alone."""
    kind = "declined" if may_stop else "may_not_stop"
    say.in_thread(desk, pilot, kind, f"{role}:{asked.id}")
    if may_stop:
        for user in sorted({asked.by, pilot.lead} - {by, ""}):
            say.directly(desk, pilot, "declined_to", user, f"{role}:{asked.id}:{user}", once=True)


def given(desk: Desk, pilot: Pilot, by: str) -> Result:
    """Owner or lead says that the reviewer may stop it now; the reviewer is asked once more."""
    record = record_of(desk, pilot)
    state = current(desk, record)
    if by not in {holder(state, "owner"), pilot.lead} and not people.is_admin(desk, by):
        return Refusal("owner_or_lead_only", {"lead": pilot.lead, "owner": holder(state, "owner")})
    fact = desk.note(pilot, FactKind.GIVEN, by, values={"role": "reviewer"})
    asked = proposal(record, state, "reviewer")
    if asked is not None:
        say.directly(desk, pilot, "acceptance", holder(state, "reviewer"), f"{key_of('reviewer', asked)}:{fact.id}")
        say.in_thread(desk, pilot, "may_not_stop", f"reviewer:{asked.id}")
    after_change(desk, pilot)
    return Done("given")


def agree_nothing_needed(desk: Desk, pilot: Pilot, by: str) -> Result:
    """Somebody who is not the builder agrees that nothing needs to replace it."""
    state = current(desk, record_of(desk, pilot))
    if state.builder_user == by:
        return Refusal("builder_cannot_agree", {"user": by})
    held = state.groups["replacement"].slots.get("nothing_needed")
    if held is None or held.value != "yes":
        return Refusal("question_closed", {"role": "agree", "holder": ""})
    desk.note(pilot, FactKind.AGREED, by, group="replacement")
    say.in_thread(desk, pilot, "agree")
    after_change(desk, pilot)
    return Done("agreed")


def remind(desk: Desk, pilot: Pilot, by: str, role: str) -> Result:
    """Ask the person who was asked once more, by a new direct message; at most once a day for each proposal.

    ``role``: ``second`` is who was asked to agree to *shipped anyway*.
    """
    del by  # anybody who may answer may remind
    if role == shipping.SECOND:
        return shipping.remind(desk, pilot)
    if role not in ROLES:
        return Refusal("old_button")
    record = record_of(desk, pilot)
    state = current(desk, record)
    asked = proposal(record, state, role)
    if asked is None or not is_out(record, state, role):
        return _closed(record, state, role)
    return remind_once(desk, pilot, KIND, holder(state, role), key_of(role, asked))
