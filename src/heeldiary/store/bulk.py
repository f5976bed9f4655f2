"""Writing many entries at once, by sqlite-utils on the diary's own connection."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from sqlite_utils import Database

from heeldiary.domain.entries import Entry
from heeldiary.store.sql import Sql, problem_of
from heeldiary.store.writing import TABLES, rows_of


def insert_all(sql: Sql, entries: Sequence[Entry], now_utc: str) -> None:
    """Write entries that are not there yet, inside the transaction that is open."""
    database = Database(sql.connection, execute_plugins=False)
    try:
        for table in TABLES:
            of_all = chain.from_iterable(rows_of(entry, now_utc, now_utc) for entry in entries)
            _into(database, table, (row for of, row in of_all if of == table))
    except sqlite3.Error as error:
        raise problem_of(error) from error


def _into(database: Database, table: str, new: Iterable[dict[str, Any]]) -> None:
    # create=False is sqlite-utils' default for a table that is there; a mistyped name would make a table.
    assert database[table].exists(), table
    database.table(table).insert_all(new)
