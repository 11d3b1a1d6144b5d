"""Who is who: the cache of accounts and channel members, and what a person may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.readiness.facts import MemberState
from bot.readiness.rhythm.days import moment
from bot.records import channels, members
from bot.records.tables import Channel, Member, Pilot
from bot.work.desk import Desk
from bot.work.results import Refusal

FULL = MemberState.ACTIVE
NOON = time(12)
LONGEST_AWAY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Account:
    """An account as Slack describes it (users.info, user_change, team_join)."""

    user: str
    name: str
    display_name: str
    email: str
    zone: str
    state: MemberState
    admin: bool
    away: bool = False  # their status says so; until ``away_until``, where it says until when
    away_until: datetime | None = None


def remember(desk: Desk, account: Account) -> bool:
    """Keep what Slack says about an account; True when its state changed (a fact from this moment on)."""
    before = members.get(desk.session, desk.team, account.user)
    state_before = before.state if before else None
    members.put(
        desk.session,
        desk.team,
        account.user,
        account.state,
        desk.now,
        name=account.name,
        display_name=account.display_name,
        email=account.email,
        zone=account.zone,
        admin=account.admin,
        away_until=_away_until(desk, account, before),
    )
    return state_before != account.state


def _away_until(desk: Desk, account: Account, before: Member | None) -> datetime | None:
    """Until when the account is away. A status without an end counts for a week from when it was first seen: people
    forget to take it back."""
    if not account.away:
        return None
    if account.away_until is not None:
        return account.away_until
    return (before.away_until if before else None) or desk.now + LONGEST_AWAY


def state_of(desk: Desk, user: str) -> MemberState | None:
    """What the account is; None: not heard of yet."""
    found = members.state(desk.session, desk.team, user)
    return MemberState(found) if found else None


def zone_of(desk: Desk, user: str) -> str:
    """The person's IANA zone, UTC where it is not known."""
    found = members.get(desk.session, desk.team, user)
    return found.zone if found and found.zone else "UTC"


def away(desk: Desk, user: str, zone: str) -> Callable[[date], bool]:
    """Whether the person's status says that they are away on a day (``zone``: where they are)."""
    until = away_until(desk, user)
    return lambda day: until is not None and moment(day, NOON, zone) < until


def away_until(desk: Desk, user: str) -> datetime | None:
    """Until when the person's status says that they are away; it may be over."""
    found = members.get(desk.session, desk.team, user)
    return found.away_until if found else None


def is_admin(desk: Desk, user: str) -> bool:
    """Whether the person administers the workspace."""
    found = members.get(desk.session, desk.team, user)
    return bool(found and found.admin and found.state == FULL)


def channel(desk: Desk, channel_id: str) -> Channel | None:
    """The channel as last heard of; None: never."""
    return channels.get(desk.session, desk.team, channel_id)


def in_channel(desk: Desk, pilot: Pilot, user: str) -> bool:
    """Whether the person is in the pilot's channel."""
    return channels.has(desk.session, desk.team, pilot.channel, user)


def acts_in(desk: Desk, bot: str, channel_id: str, user: str) -> None:
    """Somebody acts in a channel of the bot's: while nobody has read who is in it, they are one of them.

    The list is read soon and then decides. That it was read shows in that the bot itself (``bot``) stands in it.
    """
    known = channels.get(desk.session, desk.team, channel_id)
    if known is not None and known.joined and not channels.has(desk.session, desk.team, channel_id, bot):
        channels.joined(desk.session, desk.team, channel_id, user)


def not_full(desk: Desk, user: str, lead: str = "") -> Refusal | None:
    """The refusal for somebody who is no full member of the workspace (guests, other companies, bots, deactivated)."""
    state = state_of(desk, user)
    if state is FULL:
        return None
    return Refusal("unknown_person" if state is None else "members_only", {"lead": lead})
