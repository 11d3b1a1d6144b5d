"""Rows written by one statement, past the ORM's unit of work, which takes longer than the database does.

For what stands between a reply and its acknowledgement; elsewhere ``session.add`` is plainer.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, SQLModel

Row = TypeVar("Row", bound=SQLModel)


def add(session: Session, row: Row) -> Row:
    """Stores a new row and gives it back with its id, as if it had been read. Raises IntegrityError as a flush does."""
    values = {name: getattr(row, name) for name in _columns(type(row))}
    key = session.connection().execute(_insert(type(row)), values).inserted_primary_key
    assert key is not None, "one row was inserted"
    set_committed_value(row, "id", key[0])
    make_transient_to_detached(row)
    session.add(row)
    return row


def change(session: Session, row: SQLModel, **values: Any) -> None:
    """Changes columns of a stored row at once; what else was changed of it is flushed as ever."""
    table = type(row)
    session.connection().execute(_update(table, tuple(values)), {"of_id": getattr(row, "id"), **values})  # noqa: B009
    for name, value in values.items():
        set_committed_value(row, name, value)


@cache
def _columns(table: type[SQLModel]) -> tuple[str, ...]:
    return tuple(name for name in table.model_fields if name != "id")


@cache
def _insert(table: type[SQLModel]) -> Any:
    return insert(table).values({name: bindparam(name) for name in _columns(table)})


@cache
def _update(table: type[SQLModel], names: tuple[str, ...]) -> Any:
    of_id = table.__table__.c.id == bindparam("of_id")  # type: ignore[attr-defined]
    return update(table).where(of_id).values({name: bindparam(name) for name in names})
