"""Leavers: accounts that were deactivated, became a guest's or are gone (EXPERIENCE: Leavers). The gates turn at once;
one message in each channel lists the places that carried the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.readiness.facts import Fact, FactKind, MemberState
from bot.readiness.rules import people as model
from bot.readiness.slots import GROUPS
from bot.readiness.state import RowState, State
from bot.readiness.values import users
from bot.records import checkins, facts, leavers, letters, members, pilots
from bot.records.tables import Ask, Departure, Pilot, Vacancy
from bot.work import departures, handover, people
from bot.work.authority import ROLES, holder
from bot.work.changes import after_change
from bot.work.checkins.daytime import by_day
from bot.work.checkins.ending import close
from bot.work.checkins.ways import ways_of
from bot.work.departures import LEAD, NAMED
from bot.work.desk import Desk
from bot.work.people import FULL, Account
from bot.work.views import current, record_of

ASK = "left"
"""The question to whoever steps in for an owner who left."""


def keep(desk: Desk, account: Account) -> None:
    """Keep what Slack says about an account. Where it left or came back, the pilots that name it follow, once: the
    same said again changes nothing."""
    before = people.state_of(desk, account.user)
    if not people.remember(desk, account) or before is None:
        return
    naming = [pilot for pilot in pilots.all_of(desk.session, desk.team) if is_named(desk, pilot, account.user)]
    if before is FULL:
        _leave(desk, account, naming)
    elif account.state is FULL:
        _come_back(desk, account.user)
    for pilot in naming:
        after_change(desk, pilot)


def is_named(desk: Desk, pilot: Pilot, user: str) -> bool:
    """Whether an open pilot names the person anywhere."""
    if pilot.state != "open":
        return False
    return user == pilot.lead or user in facts.users_in(facts.of_pilot(desk.session, desk.team, pilot.id or 0))


def everybody_named(desk: Desk) -> set[str]:
    """The user ids that stand anywhere in an open pilot, of accounts that are not known to be gone."""
    found: set[str] = set()
    for pilot in pilots.all_of(desk.session, desk.team):
        if pilot.state == "open":
            found |= {pilot.lead, *facts.users_in(facts.of_pilot(desk.session, desk.team, pilot.id or 0))}
    return {user for user in found if people.state_of(desk, user) is not MemberState.INACTIVE}


def gone(desk: Desk, user: str) -> None:
    """Slack knows no such account any more; one that was never heard of stays unknown."""
    known = members.get(desk.session, desk.team, user)
    if known is not None:
        account = Account(
            user, known.name, known.display_name, known.email, known.zone, MemberState.INACTIVE, admin=False
        )
        keep(desk, account)


def _leave(desk: Desk, account: Account, naming: Sequence[Pilot]) -> None:
    """The places in each channel become vacancies, and what waited for the person waits no more."""
    change = members.changes(desk.session, desk.team, [account.user])[-1]
    for channel in dict.fromkeys(pilot.channel for pilot in naming):
        here = [pilot for pilot in naming if pilot.channel == channel]
        left = [vacancy for pilot in here for vacancy in _vacancies(desk, pilot, account)]
        if any(vacancy.role != NAMED for vacancy in left):
            departure = Departure(
                team=desk.team, channel=channel, user=account.user, change=change.id or 0, state=account.state.value,
                at=desk.now,
            )  # fmt: skip
            departures.say(desk, leavers.add(desk.session, departure, left))
            for pilot in here:
                _without_owner(desk, pilot, departure)
    for pilot in naming:
        handover.without(desk, pilot, account.user)


def _vacancies(desk: Desk, pilot: Pilot, account: Account) -> list[Vacancy]:
    """The places that the person has in a pilot, those they were only asked for too; a place refused is none."""
    state, user = current(desk, record_of(desk, pilot)), account.user
    found = []
    for role in ROLES:
        refused = model.last_answer(state, ROLE[role])
        if holder(state, role) == user and not (refused and refused.kind is FactKind.DECLINED):
            found.append(_vacancy(desk, pilot, role, accepted=model.acceptance(state, ROLE[role]) is not None))
    if pilot.lead == user:
        found.append(_vacancy(desk, pilot, LEAD))
    if state.builder_user == user or rows_naming(state, user):
        found.append(_vacancy(desk, pilot, NAMED))
    return found


ROLE = {role.name: role for role in (model.OWNER, model.BACKUP, model.REVIEWER)}


def _vacancy(desk: Desk, pilot: Pilot, role: str, *, accepted: bool = True) -> Vacancy:
    return Vacancy(
        team=desk.team, departure=0, pilot=pilot.id or 0, role=role, accepted=accepted, settled=role == NAMED
    )


def rows_naming(state: State, user: str) -> Mapping[str, int]:
    """How many rows of each group name the person."""
    counts = {key: sum(_names(row, user) for row in state.groups[key].rows.values()) for key in GROUPS}
    return {key: count for key, count in counts.items() if count}


def _names(row: RowState, user: str) -> bool:
    return any(user in users(held.value) for held in row.slots.values())


def _without_owner(desk: Desk, pilot: Pilot, departure: Departure) -> None:
    """If it was the owner who left: an open check-in is closed, and whoever steps in is asked."""
    state = current(desk, record_of(desk, pilot))
    if holder(state, "owner") != departure.user:
        return
    opened = checkins.in_state(desk.session, desk.team, pilot.id or 0, "open")
    if opened is not None:
        close(desk, opened, "left")
    backup = stepping_in(state)
    if backup is not None and model.acceptance(state, model.OWNER):
        at = by_day(desk.now, people.zone_of(desk, backup.by), ways_of(desk, pilot))
        letters.ask(desk.session, Ask(
            team=desk.team, user=backup.by, pilot=pilot.id or 0, kind=ASK, key=str(departure.id), due_at=at,
            about={"user": departure.user},
        ))  # fmt: skip


def stepping_in(state: State) -> Fact | None:
    """The yes of whoever steps in, where it stands and the account is a full member's."""
    accepted = model.acceptance(state, model.BACKUP)
    return accepted if accepted is not None and state.is_active(accepted.by) else None


def _come_back(desk: Desk, user: str) -> None:
    """Every message about the person says so, and their places can no longer be taken over there."""
    for departure in leavers.of_user(desk.session, desk.team, user):
        departures.say(desk, departure)
        for vacancy in leavers.vacancies(desk.session, desk.team, departure.id or 0):
            leavers.settle(desk.session, vacancy)
