"""The one seam between the two databases. Whatever SQLite and PostgreSQL do differently is here and nowhere else."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session, SQLModel

from bot.records.problems import StoreProblem

BUSY_MILLISECONDS = 5000
WRITES = "shipready_writes"
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_MILLISECONDS}")
MEMORY = "An in-memory database forgets everything and cannot be shared between threads. Set DATABASE_URL to a file."


def address(url: str) -> URL:
    """``url`` as SQLAlchemy wants it (``postgres://`` is what hosts hand out; psycopg 3 is the driver).

    Raises StoreProblem for an address that cannot be read or a database in memory.
    """
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgres", "postgresql"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        parsed.get_dialect()
    except (ValueError, ArgumentError) as error:
        raise StoreProblem("DATABASE_URL cannot be read. An example: sqlite:///shipready.db") from error
    if one_process(parsed) and parsed.database in (None, "", ":memory:"):
        raise StoreProblem(MEMORY)
    return parsed


def one_process(url: URL) -> bool:
    """Whether only one process may write (SQLite); replicas share PostgreSQL."""
    return url.get_backend_name() == "sqlite"


def place(url: URL) -> str:
    """What a person calls this database: the file, or the address without its password."""
    return str(url.database) if one_process(url) else url.render_as_string(hide_password=True)


def engine_for(url: URL) -> Engine:
    """An engine with the settings that keep what was committed; it connects at the first use.

    ``hide_parameters``: what a failed statement was given is what people wrote, and errors end in logs.
    """
    if not one_process(url):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    # The pool is as large as Bolt's pools of listeners together, so that a read never waits for a connection.
    # The connection used last is taken first: it has its statements prepared and the pages it needs at hand.
    kept = {"pool_size": 20, "max_overflow": 20, "pool_use_lifo": True}
    engine = create_engine(url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True, **kept)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine and pool, marked so that its transactions may write from their first statement on."""
    return engine.execution_options(**{WRITES: True})


def write_lock(url: URL) -> AbstractContextManager[Any]:
    """What stands around a write transaction: one lock on SQLite (writers only wait for each other), nothing else."""
    return threading.Lock() if one_process(url) else nullcontext()


def insert_new(session: Session, table: type[SQLModel], values: dict[str, Any]) -> bool:
    """Inserts a row unless a unique key of it exists; True when it was new. Never spoils the transaction."""
    return bool(session.connection().execute(_insert_new(_name(session), table), values).rowcount)


def insert_or_change(session: Session, table: type[SQLModel], values: dict[str, Any], key: tuple[str, ...]) -> None:
    """Inserts a row, or changes the one that has the same unique ``key`` to these values."""
    session.connection().execute(_insert_or_change(_name(session), table, tuple(values), key), values)


def loosen(connection: Connection) -> None:
    """Turns the check of foreign keys off on this connection; SQLite does that outside a transaction only."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert driver is not None, "the connection is open"
        driver.execute("PRAGMA foreign_keys=OFF")


def _name(session: Session) -> str:
    return session.get_bind().dialect.name


# Statements are built once: building one takes longer than running it.
@cache
def _insert_new(name: str, table: type[SQLModel]) -> Any:
    return (sqlite.insert if name == "sqlite" else postgresql.insert)(table).on_conflict_do_nothing()


@cache
def _insert_or_change(name: str, table: type[SQLModel], columns: tuple[str, ...], key: tuple[str, ...]) -> Any:
    insert = (sqlite.insert if name == "sqlite" else postgresql.insert)(table)
    changed = {column: insert.excluded[column] for column in columns if column not in key}
    return insert.on_conflict_do_update(index_elements=key, set_=changed)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; _begin does
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another wrote between (SQLITE_BUSY_SNAPSHOT).
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")
