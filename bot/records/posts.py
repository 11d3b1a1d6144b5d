"""Posts: where the bot's messages are in Slack."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

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
    return session.exec(select(Post).where(Post.team == team, Post.pilot == pilot).order_by("id")).all()


def put(session: Session, post: Post) -> None:
    """Stores where a message is; a post of the same page that went before it is replaced."""
    dialect.insert_or_change(session, Post, post.model_dump(exclude={"id"}), PAGE)


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
        if post.kind == "card":
            post.kind, post.key = "card_moved", mark
        elif post.thread_ts:
            post.key = f"{post.key}@{mark}"
        session.add(post)
    session.flush()
