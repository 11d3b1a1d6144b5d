"""The open database: who writes holds the one lock, who reads does not wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlmodel import Session

from bot.records import dialect, news
from bot.records.problems import StoreProblem, explain

__all__ = ["End", "Store", "StoreProblem", "open_store"]


End = Callable[[bool], None]
"""Hears whether a transaction was committed."""


class Store:
    """The database of a running bot, for any number of threads. Made by ``open_store``.

    ``one_process`` is true on SQLite: nobody else writes to it. ``engine`` is for migrations and tests.
    """

    def __init__(self, url: str) -> None:
        self._url = dialect.address(url)
        self.one_process = dialect.one_process(self._url)
        self.engine: Engine = dialect.engine_for(self._url)
        self._writer = dialect.writing(self.engine)
        self._lock = dialect.write_lock(self._url)
        self._callbacks: list[tuple[str, Callable[[], None]]] = []
        self._last_looks: list[Callable[[Session], End | None]] = []
        self._here = threading.local()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back when the block raises; then the callbacks run.

        Rows stay readable after the commit. Raises StoreProblem when the database cannot be used, IntegrityError when a
        rule of a table is broken, RuntimeError for a write within a write of one thread (it would wait for itself).
        """
        if getattr(self._here, "writing", False):
            raise RuntimeError("a write transaction was opened within another one")
        self._here.writing = True
        ends: list[End] = []
        committed = False
        try:
            with self._explained(), self._lock, Session(self._writer, expire_on_commit=False) as session:
                yield session
                self._look(session, ends)
                session.commit()
                committed = True
        finally:
            self._here.writing = False
            for end in ends:
                end(committed)
        for what, callback in self._callbacks:
            if news.brings(session, what):
                callback()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to read in: one consistent picture, no lock. What is changed in it is not kept."""
        with self._explained(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    def on_commit(self, callback: Callable[[], None], what: str = "") -> None:
        """Calls ``callback`` after every commit, or every one that brings ``what`` (``records.news``).

        It runs in the thread that committed, and must only set a flag or wake one.
        """
        self._callbacks.append((what, callback))

    def before_commit(self, look: Callable[[Session], End | None]) -> None:
        """Calls ``look`` at the end of every transaction, before its commit; what it gives is told how that went."""
        self._last_looks.append(look)

    def close(self) -> None:
        """Closes every connection. A store is not used after that."""
        self.engine.dispose()

    def _look(self, session: Session, ends: list[End]) -> None:
        """Adds one to ``ends`` at a time: when the next fails, those before it hear of that."""
        for look in self._last_looks:
            if (end := look(session)) is not None:
                ends.append(end)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise explain(error, dialect.place(self._url)) from error


def open_store(url: str) -> Store:
    """Opens the database at ``url`` (``sqlite:///path`` or ``postgresql://…``) and connects once to see if it answers.

    It neither creates nor checks tables; ``migrating`` does. Raises StoreProblem when it cannot be used.
    """
    store = Store(url)
    try:
        with store.write() as session:
            session.connection()
    except (StoreProblem, SQLAlchemyError):
        store.close()
        raise
    return store
