"""The steps go up and down, make exactly the tables, and say when database and code don't fit."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, String, inspect

from bot.readiness.facts import FactKind
from bot.records import facts, migrating
from bot.records.migrating import Schema, migrate, require_current, state_of_schema
from bot.records.problems import StoreProblem
from bot.records.store import Store
from bot.records.tables import Base, Pilot
from tests.records.conftest import NOW, TEAM


def url_of(path: Path) -> str:
    return f"sqlite:///{path / 'shipready.db'}"


def test_a_migrated_database_has_exactly_the_tables_of_the_code(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_step_can_be_taken_back(tmp_path: Path) -> None:
    migrate(url_of(tmp_path))
    migrate(url_of(tmp_path), "base")
    assert state_of_schema(url_of(tmp_path)) is Schema.EMPTY
    with migrating.connected(url_of(tmp_path)) as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    migrate(url_of(tmp_path))
    assert state_of_schema(url_of(tmp_path)) is Schema.CURRENT


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    migrate(url_of(tmp_path))
    before = (tmp_path / "shipready.db").read_bytes()
    migrate(url_of(tmp_path))
    assert (tmp_path / "shipready.db").read_bytes() == before


def test_a_new_database_is_empty_and_says_the_command(tmp_path: Path) -> None:
    assert state_of_schema(url_of(tmp_path)) is Schema.EMPTY
    with pytest.raises(StoreProblem, match="Run: shipready migrate"):
        require_current(url_of(tmp_path))


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    migrate(url_of(tmp_path))
    with sqlite3.connect(tmp_path / "shipready.db") as database:
        database.execute("update alembic_version set version_num = '9999'")
    assert state_of_schema(url_of(tmp_path)) is Schema.AHEAD
    for refusing in (require_current, migrate):
        with pytest.raises(StoreProblem, match="newer version of Shipready"):
            refusing(url_of(tmp_path))
    assert state_of_schema(url_of(tmp_path)) is Schema.AHEAD


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "shipready.db") as database:
        database.execute("create table verdict (id integer)")
    with pytest.raises(StoreProblem, match="verdict"):
        migrate(url_of(tmp_path))
    with migrating.connected(url_of(tmp_path)) as connection:
        assert "pilot" not in inspect(connection).get_table_names()


def test_rows_survive_when_their_parent_is_copied(store: Store, pilot: Pilot) -> None:
    """SQLite alters a table by copying it; with foreign keys on, the old copy could not be dropped."""
    with store.write() as session:
        facts.append(session, TEAM, pilot.id or 0, FactKind.LIVE, "", NOW)
    with migrating.connected(str(store.engine.url)) as connection, connection.begin():
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("pilot", recreate="always") as table:
            table.add_column(Column("colour", String))
    with store.read() as session:
        assert len(facts.of_pilot(session, TEAM, pilot.id or 0)) == 1


def test_the_steps_are_found_beside_the_package() -> None:
    assert (migrating.STEPS / "env.py").is_file()
    assert list((migrating.STEPS / "versions").glob("0001_*.py"))
