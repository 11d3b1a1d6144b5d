"""What a transaction brings that somebody waits for. They are told after the commit (``Store.on_commit``)."""

from __future__ import annotations

from sqlmodel import Session

NOTICES = "notices"
"""Something is to be delivered."""
DUE = "due"
"""Something falls due, perhaps sooner than all that was known."""


def bring(session: Session, what: str) -> None:
    """Notes that the transaction of ``session`` brings NOTICES or DUE."""
    session.info[what] = True


def brings(session: Session, what: str) -> bool:
    """Whether it does; every transaction brings "", which stands for anything."""
    return not what or what in session.info
