"""Brings the database to the state that this version of the code needs, and says in which state it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

import bot
from bot.records import dialect
from bot.records.problems import StoreProblem, explain

STEPS = Path(bot.__file__).parents[1] / "migrations"
"""Beside the package ``bot``: in the source tree, and in site-packages when installed."""

AHEAD = (
    "The database {place} was written by a newer version of Shipready (step {step} is unknown here). "
    "Install that version, or put back the copy of the database from before it."
)
EITHER_END = ("head", "base")
RELATIVE = re.compile(r"[+-]\d+")
UNKNOWN = (
    "There is no migration called {revision!r}, so nothing has changed. head is the newest, base takes all tables "
    "away; the others are the files in migrations/versions."
)
BEHIND = "The database {place} is not yet at this version of Shipready. Run: shipready migrate"


class Schema(StrEnum):
    """How the database compares with the code."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    AHEAD = "ahead"


def migrate(url: str, revision: str = "head") -> None:
    """Applies the steps that are missing up to ``revision``, or takes steps back down to it ("base": all of them).

    Each step is one transaction: one that fails leaves the database as it was. Raises StoreProblem, also when the
    database is ahead of the code.
    """
    with connected(url) as connection:
        config, now = _config(), _step(connection)
        config.attributes["connection"] = connection
        if _compare(config, now) is Schema.AHEAD:
            raise StoreProblem(AHEAD.format(place=_place(url), step=now))
        if not _is_known(config, revision):
            raise StoreProblem(UNKNOWN.format(revision=revision))
        going_down = revision == "base" or (now is not None and _is_below(config, revision, now))
        (command.downgrade if going_down else command.upgrade)(config, revision)


def state_of_schema(url: str) -> Schema:
    """How the database at ``url`` compares with the code; it is only read. Raises StoreProblem when it cannot be."""
    with connected(url) as connection:
        return _compare(_config(), _step(connection))


def require_current(url: str) -> None:
    """Raises StoreProblem, with what to do, unless the database fits the code."""
    with connected(url) as connection:
        step = _step(connection)
        state = _compare(_config(), step)
    if state is Schema.AHEAD:
        raise StoreProblem(AHEAD.format(place=_place(url), step=step))
    if state is not Schema.CURRENT:
        raise StoreProblem(BEHIND.format(place=_place(url)))


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection to migrate on, with foreign keys off: a table that is copied would take its children with it."""
    address = dialect.address(url)
    engine = dialect.engine_for(address)
    try:
        with dialect.writing(engine).connect() as connection:
            dialect.loosen(connection)
            yield connection
    except DBAPIError as error:
        raise explain(error, dialect.place(address)) from error
    finally:
        engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    return config


def _step(connection: Connection) -> str | None:
    with connection.begin():
        return MigrationContext.configure(connection).get_current_revision()


def _compare(config: Config, step: str | None) -> Schema:
    script = ScriptDirectory.from_config(config)
    if step is None:
        return Schema.EMPTY
    if step == script.get_current_head():
        return Schema.CURRENT
    return Schema.BEHIND if step in _known(script) else Schema.AHEAD


def _known(script: ScriptDirectory) -> list[str]:
    return [step.revision for step in script.walk_revisions()]


def _is_known(config: Config, revision: str) -> bool:
    """Whether there is such a step: one of the two ends, a name or its beginning, or so many up or down (``-1``)."""
    named = any(step.startswith(revision) for step in _known(ScriptDirectory.from_config(config)))
    return revision in EITHER_END or named or bool(RELATIVE.fullmatch(revision))


def _is_below(config: Config, revision: str, step: str) -> bool:
    known = _known(ScriptDirectory.from_config(config))
    return revision in known and known.index(revision) > known.index(step)


def _place(url: str) -> str:
    return dialect.place(dialect.address(url))
