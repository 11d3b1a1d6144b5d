"""Posts: where the bot's messages are in Slack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam
from sqlmodel import Session, col, not_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.records import dialect
from bot.records.tables import Post

PAGE = ("team", "pilot", "kind", "key")
"""What tells one post from another."""


def get(session: Session, team: str, pilot: int | None, kind: str, key: str = "") -> Post | None:
    """The post of this page, also when it was deleted in Slack (``gone``). ``pilot`` None: not about one pilot."""
    asked = select(Post).where(Post.team == team, Post.pilot == (pilot or 0), Post.kind == kind, Post.key == key)
    return session.exec(asked).first()


def by_ts(session: Session, team: str, channel: str, ts: str) -> Post | None:
    """The post that this message is; ``channel`` is the D… id for a direct message."""
    return session.exec(select(Post).where(Post.team == team, Post.channel == channel, Post.ts == ts)).first()


def of_pilot(session: Session, team: str, pilot: int) -> Sequence[Post]:
    """Every post about a pilot, oldest first."""
    return session.exec(_of_pilot(), params={"team": team, "pilot": pilot}).all()


@cache
def _of_pilot() -> SelectOfScalar[Post]:
    """Built once: every page asks."""
    whose = col(Post.team) == bindparam("team"), col(Post.pilot) == bindparam("pilot")
    return select(Post).where(*whose).order_by(col(Post.id))


def put(session: Session, post: Post) -> None:
    """Stores where a message is; a post of the same page that went before it is replaced."""
    dialect.insert_or_change(session, Post, post.model_dump(exclude={"id"}), PAGE)


def shows(session: Session, post: Post, shown: str, now: datetime) -> None:
    """Notes what a message says now. Nothing, if it was left behind, replaced or deleted since ``post`` was read."""
    same = (col(getattr(Post, name)) == getattr(post, name) for name in ("id", *PAGE, "ts"))
    session.exec(update(Post).where(*same, not_(col(Post.gone))).values(shown=shown, posted_at=now))


def is_there(session: Session, post: Post) -> bool:
    """Whether a post is still its page's: neither left behind, nor replaced, nor deleted."""
    kept = get(session, post.team, post.pilot, post.kind, post.key)
    return kept is not None and kept.ts == post.ts and not kept.gone


def mark_gone(session: Session, team: str, channel: str, ts: str) -> Post | None:
    """Notes that a message was deleted in Slack: the next notice posts it anew. Gives the post, if it was the bot's."""
    post = by_ts(session, team, channel, ts)
    if post is not None:
        post.gone = True
        session.add(post)
    return post


def direct_channel(session: Session, team: str, user: str) -> str:
    """The D… id of the direct messages with a user, as Slack last answered; "" when none was ever sent."""
    asked = select(Post.channel).where(Post.team == team, Post.user == user).order_by(col(Post.id).desc())
    return session.exec(asked).first() or ""


def leave_thread(session: Session, team: str, pilot: int, mark: str) -> None:
    """The pilot's thread is posted anew elsewhere: its posts keep their place in Slack under other names.

    The card becomes ``card_moved``/``mark``; of the others the key ends in ``@mark``. Direct messages stay as they are.
    """
    for post in of_pilot(session, team, pilot):
        if post.kind == "card" or post.thread_ts:
            post.kind, post.key = _left(post, mark)
        session.add(post)
    session.flush()


def left_behind(post: Post) -> Post:
    """A message that arrived in a thread after that was left, under the name that tells it from those it had."""
    kind, key = _left(post, post.ts)
    return Post(**post.model_dump(exclude={"kind", "key"}), kind=kind, key=key)


def _left(post: Post, mark: str) -> tuple[str, str]:
    return ("card_moved", mark) if post.kind == "card" else (post.kind, f"{post.key}@{mark}")
