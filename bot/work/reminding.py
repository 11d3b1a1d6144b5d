"""A reminder to somebody who was asked: a new direct message, at most one for each request and day."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.records import notices, posts
from bot.records.tables import Pilot
from bot.work import people, say
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result


def remind_once(desk: Desk, pilot: Pilot, kind: str, user: str, key: str) -> Result:
    """Repeat the request ``kind``/``key`` to ``user`` by a new direct message, once a day in the channel's zone.

    ``cannot_ask`` for an account that is no active full member any more.
    """
    if people.state_of(desk, user) is not people.FULL:
        return Refusal("cannot_ask", {"user": user})
    dated = f"{key}:{desk.now.astimezone(ZoneInfo(pilot.zone)).date().isoformat()}"
    if _was_said(desk, pilot, kind, dated):
        return Done("reminded_today", {"user": user})
    say.directly(desk, pilot, kind, user, dated)
    return Done("reminded", {"user": user})


def _was_said(desk: Desk, pilot: Pilot, kind: str, key: str) -> bool:
    """Whether the message is in Slack, or on its way there."""
    if posts.get(desk.session, desk.team, pilot.id, kind, key):
        return True
    known = notices.of_pilot(desk.session, desk.team, pilot.id or 0)
    return any((notice.kind, notice.key) == (kind, key) for notice in known)
