"""Notices, seen by the courier: which may be delivered now, and what became of them. One outbox for all workspaces."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, exists, func, not_, or_, select, update
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.records import posts
from bot.records.notices import REACTIONS as MOST_RANK
from bot.records.notices import UNFINISHED
from bot.records.tables import Notice, Pilot, Post

CARD = "card"
"""The page that is the root of a pilot's thread; its ts becomes ``Pilot.root_ts``."""

LEFT = "thread_left"
"""The ``Notice.error`` of what was on its way to a thread while that was left."""

IN_THREAD = ("thread", "file")


WANTED = ("id", "team", "target", "channel", "rank", "state")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that may be delivered as far as the database knows. ``posted``: its message is in Slack already."""

    id: int
    team: str
    target: str
    channel: str
    rank: int
    state: str
    posted: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice that is the courier's for a while, its pilot, its message if it has one, and whether it may be sent
    already (``doubt``)."""

    notice: Notice
    pilot: Pilot | None
    post: Post | None
    doubt: bool


def waiting(
    session: Session, now: datetime, *, state: str, most_rank: int, cooling: Collection[str], limit: int
) -> list[Waiting]:
    """The notices in ``state`` (due or unknown) whose time has come, best first, up to ``limit``.

    Of each lane the first, if nothing holds it up. ``most_rank`` leaves out higher ranks, ``cooling`` are channels that
    may not be posted to yet. A pilot's hold, or a card that is not posted yet, keeps back what belongs in the thread;
    the card itself waits for other cards only.
    """
    # One state at a time, so that the index gives the order.
    values = {"state": state, "now": now, "most_rank": most_rank, "cooling": list(cooling), "most": limit}
    return [Waiting(**row) for row in session.connection().execute(_waiting(), values).mappings()]


def waiting_one(session: Session, now: datetime, notice: int, cooling: Collection[str]) -> Waiting | None:
    """The notice with this id, if it is due and may be delivered now (``waiting`` says when)."""
    values = {"state": "due", "now": now, "most_rank": MOST_RANK, "cooling": list(cooling), "most": 1, "only": notice}
    found = session.connection().execute(_waiting_one(), values).mappings().first()
    return Waiting(**found) if found else None


def claim(session: Session, wanted: Sequence[Waiting], now: datetime, until: datetime) -> list[Claimed]:
    """Takes the notices for delivery until ``until``, in the order wanted.

    Left out is what another one took, and what is kept back since it was found to be waiting.
    """
    ids = [waiting.id for waiting in wanted]
    rows = session.execute(_claimable(), {"ids": ids, "now": now}).all()
    claimed = {row[0].id: Claimed(row[0], row[1], row[2], row[0].state == "unknown") for row in rows}
    for one in claimed.values():
        one.notice.state, one.notice.claimed_until = "claimed", until
        if not one.doubt:
            one.notice.attempts, one.notice.attempted_at = one.notice.attempts + 1, now
    return [claimed[each] for each in ids if each in claimed]


def doubt_lost(session: Session, now: datetime) -> int:
    """Turns claims that ran out into doubts: whoever held them may have sent them or not. How many."""
    return _doubt(session, _ran_out(now), now)


def doubt_all(session: Session, look_at: datetime) -> int:
    """Turns every claim into a doubt, looked up at ``look_at``: nobody else delivers, so all were lost. How many."""
    return _doubt(session, col(Notice.state) == "claimed", look_at)


def runs_out(session: Session, now: datetime) -> bool:
    """Whether a claim ran out."""
    return session.exec(select(exists().where(_ran_out(now)))).one()


def settle(session: Session, notice: Notice, state: str, now: datetime, error: str = "") -> None:
    """The end of a notice: ``sent``, ``dropped`` (nothing to say any more) or ``failed``."""
    _set(session, notice, state=state, done_at=now, error=error, claimed_until=None)


def put_off(session: Session, notice: Notice, until: datetime, error: str, *, unknown: bool = False) -> None:
    """Tries a notice again at ``until``; ``unknown``: look up first whether Slack has it."""
    _set(session, notice, state="unknown" if unknown else "due", due_at=until, error=error, claimed_until=None)


def give_back(session: Session, notice: Notice, until: datetime) -> None:
    """Undoes a claim that led to no attempt."""
    _set(session, notice, state="due", due_at=until, attempts=max(0, notice.attempts - 1), claimed_until=None)


def posted(session: Session, notice: Notice, post: Post, now: datetime) -> None:
    """The end of a notice that was posted: where its message is, and the root of its pilot's thread.

    A message that arrived in a thread which was left meanwhile is kept as one of that thread's, and said again.
    """
    if not is_place(session, notice, post.channel, post.thread_ts):
        posts.put(session, posts.left_behind(post))
        put_off(session, notice, now, LEFT)
        return
    posts.put(session, post)
    if notice.kind == CARD and notice.pilot is not None:
        whose = (col(Pilot.team) == notice.team, col(Pilot.id) == notice.pilot)
        session.exec(update(Pilot).where(*whose).values(root_ts=post.ts))
    settle(session, notice, "sent", now)


def changed(session: Session, notice: Notice, post: Post, shown: str, now: datetime) -> None:
    """The end of a notice whose message ``post`` was changed; one left or deleted meanwhile stays so."""
    posts.shows(session, post, shown, now)
    settle(session, notice, "sent", now)


def is_place(session: Session, notice: Notice, channel: str, thread_ts: str) -> bool:
    """Whether the notice still belongs there: its pilot may have moved, or its thread been opened anew, meanwhile."""
    if notice.pilot is None or (notice.target not in IN_THREAD and notice.kind != CARD):
        return True
    asked = select(Pilot.channel, Pilot.root_ts).where(Pilot.team == notice.team, Pilot.id == notice.pilot)
    found = session.exec(asked).first()
    return found is None or (found[0], "" if notice.kind == CARD else found[1]) == (channel, thread_ts)


def hold(session: Session, notice: Notice, channel: str, code: str, now: datetime, *, unknown: bool) -> None:
    """Holds back what belongs in the thread of a notice's pilot, this notice too; ``unknown``: it stays a doubt.

    A notice that ``channel`` refused, but which is not the channel of its pilot, has failed.
    """
    whose = (col(Pilot.team) == notice.team, col(Pilot.id) == notice.pilot, col(Pilot.channel) == channel)
    if session.exec(update(Pilot).where(*whose).values(hold=code)).rowcount:
        put_off(session, notice, now, code, unknown=unknown)
    else:
        settle(session, notice, "failed", now, code)


def _doubt(session: Session, which: Any, look_at: datetime) -> int:
    changed = update(Notice).where(which).values(state="unknown", due_at=look_at, claimed_until=None)
    return session.exec(changed).rowcount


def _set(session: Session, notice: Notice, **values: Any) -> None:
    session.connection().execute(_setting(), [{"in_team": notice.team, "with_id": notice.id, **values}])


@cache
def _setting() -> Any:
    return update(Notice).where(col(Notice.team) == bindparam("in_team"), col(Notice.id) == bindparam("with_id"))


def _ran_out(now: datetime) -> Any:
    return and_(col(Notice.state) == "claimed", col(Notice.claimed_until) <= now)


@cache
def _waiting() -> Any:
    """The statement of ``waiting``, built once: building it takes longer than running it."""
    posted = and_(col(Post.ts).is_not(None), not_(col(Post.gone)))
    elsewhere = col(Notice.channel).not_in(bindparam("cooling", expanding=True))
    warm = or_(elsewhere, col(Notice.target) == "reaction")  # a reaction posts nothing, so it waits for no channel
    now = bindparam("now", type_=UTCDateTime())
    return (
        columns(*(col(getattr(Notice, name)) for name in WANTED), posted.label("posted"))
        .outerjoin(Pilot, _same_pilot())
        .outerjoin(Post, _same_page())
        .where(col(Notice.state) == bindparam("state"), col(Notice.rank) <= bindparam("most_rank"))
        .where(col(Notice.due_at) <= now, or_(posted, warm))
        .where(not_(_kept_back()), not_(_behind_another(now)))
        .order_by(col(Notice.rank), col(Notice.id))
        .limit(bindparam("most"))
    )


@cache
def _waiting_one() -> Any:
    return _waiting().where(col(Notice.id) == bindparam("only"))


@cache
def _claimable() -> Any:
    """Locks the notices alone: several couriers on one database pass by what another one holds."""
    return (
        columns(Notice, Pilot, Post)
        .outerjoin(Pilot, _same_pilot())
        .outerjoin(Post, _same_page())
        .where(col(Notice.id).in_(bindparam("ids", expanding=True)), col(Notice.state).in_(("due", "unknown")))
        .where(col(Notice.due_at) <= bindparam("now", type_=UTCDateTime()), not_(_kept_back()))
        .with_for_update(of=Notice, skip_locked=True)
    )


def _same_pilot() -> Any:
    return and_(col(Pilot.id) == col(Notice.pilot), col(Pilot.team) == col(Notice.team))


def _same_page() -> Any:
    return and_(
        col(Post.team) == col(Notice.team),
        col(Post.pilot) == func.coalesce(Notice.pilot, 0),
        col(Post.kind) == col(Notice.kind),
        col(Post.key) == col(Notice.key),
    )


def _kept_back() -> Any:
    beside = and_(col(Notice.target).in_(("channel", "reaction")), col(Pilot.channel) == col(Notice.channel))
    here = or_(col(Notice.target).in_(IN_THREAD), beside)
    held = and_(here, col(Pilot.hold) != "")
    rootless = and_(col(Pilot.root_ts) == "", col(Notice.target).in_(IN_THREAD), col(Notice.kind) != CARD)
    return func.coalesce(or_(held, rootless), False)


def _behind_another(now: Any) -> Any:
    earlier = aliased(Notice)
    same_lane = and_(earlier.team == Notice.team, earlier.lane == Notice.lane, col(earlier.state).in_(UNFINISHED))
    in_turn = or_(col(earlier.due_at) <= now, col(earlier.attempts) > 0)  # what is planned for later holds up nothing
    counts = or_(col(Notice.kind) != CARD, col(earlier.kind) == CARD)
    return exists().where(same_lane, col(earlier.id) < col(Notice.id), in_turn, counts)
