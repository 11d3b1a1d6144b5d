"""Alembic's entry point: runs the steps on the connection it is given, or on DATABASE_URL for a developer's command."""

import os
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from bot.records import migrating
from bot.records.tables import Base


def rendered(kind: str, item: Any, into: AutogenContext) -> str | Literal[False]:
    """SQLModel's own types as a new step should write them; False: as Alembic does."""
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    if kind == "type" and isinstance(item, UTCDateTime):
        into.imports.add("from sqlmodel.sql.sqltypes import UTCDateTime")
        return "UTCDateTime()"
    return False


def run(connection: Connection) -> None:
    """Each step is one transaction; SQLite alters a table by copying it (batch)."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=rendered,
        transaction_per_migration=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with migrating.connected(os.environ["DATABASE_URL"]) as own:
        run(own)
