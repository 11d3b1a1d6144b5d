"""What a transaction brings that somebody waits for. They are told after the commit (``Store.on_commit``)."""

from __future__ import annotations

from sqlmodel import Session

NOTICES = "notices"
"""Something is to be delivered."""
REACTIONS = "reactions"
"""Only reactions are to be delivered: nobody waits for them."""
DUE = "due"
"""Something falls due, perhaps sooner than all that was known."""

FIRST = "first"


def bring(session: Session, what: str) -> None:
    """Notes that the transaction of ``session`` brings NOTICES, REACTIONS or DUE."""
    session.info[what] = True


def take_back(session: Session, what: str) -> None:
    """What it would have brought is done in the same transaction."""
    session.info.pop(what, None)


def bring_notice(session: Session, notice: int) -> None:
    """The same for a new notice for which people wait, by its id."""
    bring(session, NOTICES)
    session.info.setdefault(FIRST, notice)


def first_notice(session: Session) -> int | None:
    """The id of the first such notice that the transaction brings."""
    found: int | None = session.info.get(FIRST)
    return found


def brings(session: Session, what: str) -> bool:
    """Whether it does; every transaction brings "", which stands for anything."""
    return not what or what in session.info
