"""The tables, indexes, triggers and views of a diary's file and of a schema."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import NamedTuple

from heeldiary.errors import Refused
from heeldiary.store.steps import LATEST, STEPS, create_schema


class SchemaPart(NamedTuple):
    """A table, index, trigger or view, except SQLite's own."""

    kind: str
    name: str
    table: str
    """Its table; its own name for a table or view."""
    sql: str
    """Its SQL."""


def missing(present: Mapping[str, frozenset[str]], wanted: Mapping[str, frozenset[str]]) -> str | None:
    """Return the first expected table or column that is missing, in words; None if none is."""
    for table, columns in wanted.items():
        if table not in present:
            return f"table {table}"
        for column in sorted(columns - present[table]):
            return f"column {column} of the table {table}"
    return None


def incomplete(lacking: str) -> Refused:
    """Return the problem that the diary's file lacks a part of its layout."""
    return Refused(
        f"the diary's file has lost its {lacking}; it was not changed",
        "put a copy of it in its place, or give another file with --diary",
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
    """Return the tables and columns of a version of the schema."""
    with built(number) as connection:
        return columns_of(connection)


def parts(connection: sqlite3.Connection) -> list[SchemaPart]:
    """Return all parts of the layout except SQLite's own."""
    return [
        SchemaPart(*row)
        for row in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema"
            " WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY rowid"
        )
    ]


@contextmanager
def built(number: int = LATEST) -> Iterator[sqlite3.Connection]:
    """Return an empty in-memory diary of a version of the schema."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_schema(connection, STEPS[:number])
        yield connection
