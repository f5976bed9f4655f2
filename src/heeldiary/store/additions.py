"""What other programs have added to a diary's file: columns, indexes, triggers. A migration puts them back."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from heeldiary.store.sql import Row, Sql

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_OBJECTS = "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
_COLUMNS = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)'


class Column(NamedTuple):
    """A column of another program in one of the diary's tables, with its values by the rows' keys."""

    table: str
    name: str
    declaration: str
    """Its type, and its default if it has one."""
    keys: tuple[str, ...]
    values: Sequence[Row]
    """For each row the value, then the key."""


class Additions(NamedTuple):
    """All that is not in the diary's own schema."""

    columns: tuple[Column, ...]
    statements: dict[str, str]
    """What creates each index and trigger, by its name."""


def find_additions(sql: Sql, own: sqlite3.Connection) -> Additions:
    """Compare the file with `own`, a diary of the same schema that nobody else has touched."""
    own_objects = {name for name, _ in own.execute(_OBJECTS)}
    tables = [name for (name,) in own.execute(_TABLES)]
    columns = tuple(column for table in tables for column in _added_columns(sql, own, table))
    return Additions(columns, {name: text for name, text in sql.rows(_OBJECTS) if name not in own_objects})


def restore_additions(sql: Sql, additions: Additions) -> None:
    """Put back what a migration has lost by copying a table; what no longer fits the schema stays out."""
    for column in additions.columns:
        if column.name not in {name for name, *_ in sql.rows(_COLUMNS, (column.table,))}:
            sql.run(f"ALTER TABLE {column.table} ADD COLUMN {_quoted(column.name)} {column.declaration}")
            where = " AND ".join(f"{key} = ?" for key in column.keys)
            sql.many(f"UPDATE {column.table} SET {_quoted(column.name)} = ? WHERE {where}", column.values)
    there = {name for name, _ in sql.rows(_OBJECTS)}
    for name, statement in additions.statements.items():
        if name not in there:
            with suppress(sqlite3.Error):
                sql.connection.execute(statement)


def _added_columns(sql: Sql, own: sqlite3.Connection, table: str) -> list[Column]:
    known = {name for name, *_ in own.execute(_COLUMNS, (table,))}
    there = sql.rows(_COLUMNS, (table,))
    keys = tuple(name for name, *_, place in there if place)
    return [
        Column(table, name, _declaration(kind, required, default), keys, _values(sql, table, name, keys))
        for name, kind, required, default, place in there
        if name not in known and not place
    ]


def _declaration(kind: str, required: int, default: str | None) -> str:
    if default is None:
        return kind
    return f"{kind} {'NOT NULL ' if required else ''}DEFAULT ({default})"


def _values(sql: Sql, table: str, name: str, keys: tuple[str, ...]) -> Sequence[Row]:
    return sql.rows(f"SELECT {', '.join((_quoted(name), *keys))} FROM {table}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
