"""The tables, indexes, triggers and views of a diary's file, and those that a schema has."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import NamedTuple

from heeldiary.errors import Refused
from heeldiary.store.steps import LATEST, STEPS, create_schema


class SchemaPart(NamedTuple):
    """A table, index, trigger or view of the file, outside SQLite's own."""

    kind: str
    name: str
    table: str
    """The table that it belongs to; its own name for a table or a view."""
    sql: str
    """How it was made."""


def missing(found: Mapping[str, frozenset[str]], wanted: Mapping[str, frozenset[str]]) -> str | None:
    """Return the first wanted table or column that is not found, in words; None if all are there."""
    for table, columns in wanted.items():
        if table not in found:
            return f"table {table}"
        for column in sorted(columns - found[table]):
            return f"column {column} of the table {table}"
    return None


def incomplete(lacking: str) -> Refused:
    """The diary's file lacks a part of its layout."""
    return Refused(
        f"the diary's file has lost its {lacking}, and it was left as it is",
        "put a copy of it in its place, or name another file with --diary",
    )


def columns_of(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Return the columns of each table."""
    return {
        part.name: frozenset(
            column for (column,) in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (part.name,))
        )
        for part in parts(connection)
        if part.kind == "table" and not part.sql.upper().startswith("CREATE VIRTUAL")
    }


def columns_of_schema(number: int) -> dict[str, frozenset[str]]:
    """Return the tables and columns of a schema that heeldiary has or had."""
    with built(number) as connection:
        return columns_of(connection)


def parts(connection: sqlite3.Connection) -> list[SchemaPart]:
    """Return all parts of the layout but SQLite's own."""
    return [
        SchemaPart(*row)
        for row in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema"
            " WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY rowid"
        )
    ]


@contextmanager
def built(number: int = LATEST) -> Iterator[sqlite3.Connection]:
    """An empty diary of that schema in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_schema(connection, STEPS[:number])
        yield connection
