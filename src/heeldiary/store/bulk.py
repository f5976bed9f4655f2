"""Writing many entries at once, by sqlite-utils on the diary's own connection."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from sqlite_utils import Database

from heeldiary.domain.entries import Entry
from heeldiary.store import rows
from heeldiary.store.sql import Sql, problem_of


def insert_all(sql: Sql, entries: Sequence[Entry], now_utc: str) -> None:
    """Write entries that are not there yet, inside the transaction that is open."""
    database = Database(sql.connection, execute_plugins=False)
    try:
        _into(database, "entry", (rows.shared_row(entry, now_utc, now_utc) for entry in entries))
        for kind, columns in rows.COLUMNS.items():
            if columns:
                _into(database, kind, (rows.own_row(entry) for entry in entries if entry.type == kind))
        _into(database, "massage_step", chain.from_iterable(map(rows.step_rows, entries)))
        _into(database, "tag", chain.from_iterable(map(rows.tag_rows, entries)))
    except sqlite3.Error as error:
        raise problem_of(error) from error


def _into(database: Database, table: str, new: Iterable[dict[str, Any]]) -> None:
    # create=False is sqlite-utils' default for a table that is there; a mistyped name would make a table.
    assert database[table].exists(), table
    database.table(table).insert_all(new)
