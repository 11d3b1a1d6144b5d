"""Notices, seen by those who have something to say. How they are claimed and delivered: ``outbox``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.records import news, quick
from bot.records.tables import Notice, Pilot

UNFINISHED = ("due", "claimed", "unknown")
FINISHED = ("sent", "dropped", "failed")
INTERACTIVE, SCHEDULED, BULK, REACTIONS = range(4)
"""The ranks, in the order of delivery."""


def say(
    session: Session,
    team: str,
    kind: str,
    *,
    pilot: int | None = None,
    key: str = "",
    lane: str,
    target: str = "thread",
    channel: str,
    rank: int = INTERACTIVE,
    now: datetime,
    due_at: datetime | None = None,
    once: bool = False,
    under: str = "",
) -> Notice:
    """Lets a message be there and be current: adds a notice, or gives back the same one that is still due.

    ``lane`` names what stays in order; ``channel`` is a channel's id, or the user's for direct messages and App Home.
    For a reaction, ``key`` starts with the ts of the message it belongs to, up to the first colon; reactions of a lane
    stay in order among themselves and neither wait for its messages nor hold them up. ``due_at`` (aware UTC) delays it.
    ``under`` ("letter/12": kind and key) names the message of a direct conversation in whose thread it goes.
    """
    lane = f"{lane}:reactions" if target == "reaction" else lane
    notice = _same(session, team, lane, kind, pilot, key)
    when = due_at or now
    if notice is None:
        new = Notice(
            team=team, pilot=pilot, kind=kind, key=key, lane=lane, target=target, channel=channel, once=once,
            rank=rank, due_at=when, created_at=now, under=under,
        )  # fmt: skip
        notice = quick.add(session, new)
    else:
        _sooner(session, notice, notice.due_at if notice.attempts else min(notice.due_at, when), rank)
    if rank == INTERACTIVE and notice.id is not None:
        news.bring_notice(session, notice.id)
    else:
        news.bring(session, news.REACTIONS if rank == REACTIONS else news.NOTICES)
    return notice


def get(session: Session, team: str, notice_id: int) -> Notice | None:
    """One notice by its id."""
    return session.exec(select(Notice).where(Notice.team == team, Notice.id == notice_id)).first()


def on_the_way(session: Session, team: str, pilot: int, kind: str) -> Sequence[Notice]:
    """The notices of a kind about a pilot that are being sent, or perhaps were: no post is noted for them yet."""
    asked = select(Notice).where(Notice.team == team, Notice.pilot == pilot, Notice.kind == kind)
    return session.exec(asked.where(col(Notice.state).in_(("claimed", "unknown"))).order_by("id")).all()


def of_pilot(session: Session, team: str, pilot: int) -> Sequence[Notice]:
    """Every notice about a pilot that is still kept, oldest first."""
    return session.exec(select(Notice).where(Notice.team == team, Notice.pilot == pilot).order_by("id")).all()


def next_due(session: Session, now: datetime) -> datetime | None:
    """When the next notice of any workspace falls due after ``now``, or a claim or a doubt runs out; None: never."""
    due = select(func.min(Notice.due_at)).where(col(Notice.state).in_(("due", "unknown")), col(Notice.due_at) > now)
    lease = select(func.min(Notice.claimed_until)).where(Notice.state == "claimed")
    moments = [moment for moment in (session.exec(due).one(), session.exec(lease).one()) if moment is not None]
    return min(moments, default=None)


def card_in_doubt(session: Session, team: str, channel: str) -> bool:
    """Whether a pilot's first card may stand in the channel while its ts is not known (yet, or its answer was lost)."""
    asked = select(Notice.id).join(Pilot, col(Pilot.id) == col(Notice.pilot)).where(Notice.team == team)
    doubtful = asked.where(Notice.kind == "card", Notice.channel == channel, Pilot.root_ts == "")
    return session.exec(doubtful.where(col(Notice.state).in_(("claimed", "unknown")))).first() is not None


def on_its_way(session: Session, team: str, channel: str) -> bool:
    """Whether a message for the channel may be in Slack while it is not known yet where."""
    asked = select(Notice.id).where(Notice.team == team, Notice.channel == channel)
    return session.exec(asked.where(col(Notice.state).in_(("claimed", "unknown"))).limit(1)).first() is not None


def waiting(session: Session, team: str) -> int:
    """How many notices of the workspace are not delivered yet."""
    asked = select(func.count()).select_from(Notice).where(Notice.team == team, col(Notice.state).in_(UNFINISHED))
    return session.exec(asked).one()


def forget(session: Session, now: datetime, days: int) -> int:
    """Drops the notices, of every workspace, that were done with more than ``days`` days ago; how many."""
    finished = col(Notice.state).in_(FINISHED)
    return session.exec(delete(Notice).where(finished, col(Notice.done_at) < now - timedelta(days=days))).rowcount


def _sooner(session: Session, notice: Notice, due_at: datetime, rank: int) -> None:
    if (due_at, min(notice.rank, rank)) != (notice.due_at, notice.rank):
        quick.change(session, notice, due_at=due_at, rank=min(notice.rank, rank))


def _same(session: Session, team: str, lane: str, kind: str, pilot: int | None, key: str) -> Notice | None:
    wanted = {"team": team, "lane": lane, "kind": kind, "pilot": pilot or 0, "key": key}
    return session.exec(_due(), params=wanted).first()


@cache
def _due() -> SelectOfScalar[Notice]:
    """Built once: building a statement takes as long as running it, and every change of a pilot asks several times."""
    same = (col(getattr(Notice, name)) == bindparam(name) for name in ("team", "lane", "kind", "key"))
    about = func.coalesce(Notice.pilot, 0) == bindparam("pilot")
    return select(Notice).where(*same, about, col(Notice.state) == "due")
