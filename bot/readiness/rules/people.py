"""Who holds a role, since when, and who can change something (MODEL: Words, blocker)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.readiness.facts import Fact, FactKind, MemberState
from bot.readiness.rules import written
from bot.readiness.states import Held, State
from bot.readiness.values import text, users


@dataclass(frozen=True, slots=True)
class Role:
    """A role, and the slot that names who holds it."""

    name: str
    group: str
    slot: str


OWNER = Role("owner", "ownership", "owner")
BACKUP = Role("backup", "ownership", "backup")
REVIEWER = Role("reviewer", "review", "reviewer")


def held_in(state: State, role: Role) -> Held | None:
    """The slot of the role, None where it names nobody."""
    held = state.groups[role.group].slots.get(role.slot)
    return held if held is not None and text(held.value) else None


def holder(state: State, role: Role) -> str:
    """The user id named for the role, "" for nobody."""
    held = held_in(state, role)
    return text(held.value) if held else ""


def answers_of(state: State, role: Role) -> tuple[Fact, ...]:
    """The clicks for the role that count: the holder's own since they were named, and every "given" since then."""
    held = held_in(state, role)
    if held is None:
        return ()
    clicks = (fact for fact in state.answers.get(role.name, ()) if fact.at >= held.known.at)
    return tuple(fact for fact in clicks if fact.by == held.value or fact.kind is FactKind.GIVEN)


def last_answer(state: State, role: Role) -> Fact | None:
    """The holder's latest yes or no, None while it is out; a reviewer's is out once other words are written."""
    own = [fact for fact in answers_of(state, role) if fact.kind is not FactKind.GIVEN and _is_about(state, role, fact)]
    return own[-1] if own else None


def _is_about(state: State, role: Role, click: Fact) -> bool:
    """Whether the click is about what is written now (MODEL: the reviewer confirms "that this is what they do")."""
    return role != REVIEWER or written.is_about(state, click)


def asked_by(state: State, role: Role) -> Fact | None:
    """The fact that the holder's yes or no has to answer: the one that named them, or (reviewer) wrote what they do."""
    held = held_in(state, role)
    if held is None or role != REVIEWER:
        return held.known if held else None
    return written.latest(state, held.known)


def acceptance(state: State, role: Role) -> Fact | None:
    """The holder's own yes that stands; a reviewer's is about the share and period that stood when they pressed, and
    one who may not stop it has to be given the right before saying yes."""
    standing: Fact | None = None
    stopped = False
    for fact in answers_of(state, role):
        if fact.kind is FactKind.DECLINED:
            standing, stopped = None, stopped or may_not_stop(fact)
        elif fact.kind is FactKind.GIVEN:
            stopped = False
        elif not stopped and _is_about(state, role, fact):
            standing = fact
    return standing


def needs_right(state: State, role: Role) -> bool:
    """Whether the reviewer said that they may not stop it, and nobody gave them the right since."""
    told = False
    for fact in answers_of(state, role):
        if fact.kind is FactKind.GIVEN:
            told = False
        elif may_not_stop(fact):
            told = True
    return told


def may_not_stop(fact: Fact) -> bool:
    """Whether this click says that the reviewer may not stop it."""
    return fact.kind is FactKind.DECLINED and fact.values.get("may_stop") == "no"


def was_active(state: State, user: str, since: Fact) -> bool:
    """Whether the account was an active full member when ``since`` became known, or later."""
    member = state.members.get(user)
    history = member.history if member else ()
    before = [fact for fact in history if fact.at <= since.at]
    later = [fact for fact in history if fact.at > since.at]
    return any(fact.values.get("state") == MemberState.ACTIVE for fact in (*before[-1:], *later))


def who_can(state: State, group: str, row: str = "") -> tuple[str, ...]:
    """Who can change a place, the first to ask first: the active people of its row, else the owner who accepted (when
    that account is gone, for ownership the backup who accepted), else the builder, else the lead."""
    named = tuple(user for user in people_of_row(state, group, row) if state.is_active(user))
    if named:
        return named
    roles = (OWNER, BACKUP) if group == OWNER.group and acceptance(state, OWNER) else (OWNER,)
    held = [holder(state, role) for role in roles if acceptance(state, role)]
    active = [user for user in (*held, state.builder_user) if state.is_active(user)]
    return (*active[:1],) if active else (state.lead,) if state.lead else ()


def people_of_row(state: State, group: str, row: str) -> tuple[str, ...]:
    """The people whom a row names; a pre-filled row's are those of its dependency."""
    place = state.groups[group].rows.get(row)
    named = [*users(place.value("held_by")), *users(place.value("who"))] if place else []
    dependency = state.groups["dependencies"].rows.get(row) if row else None
    if not named and dependency is not None:
        named = [*users(dependency.value("held_by"))]
    return tuple(dict.fromkeys(named))
