"""Writing many entries at once, with sqlite-utils on the diary's connection."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database

from heeldiary.store.sql import Sql, explain_sqlite_error
from heeldiary.store.writing import TABLES, Row


def insert_rows(sql: Sql, rows: Iterable[tuple[str, Row]]) -> None:
    """Insert the rows of new entries in the open transaction."""
    by_table: dict[str, list[Row]] = defaultdict(list)
    for table, row in rows:
        by_table[table].append(row)
    database = Database(sql.connection, execute_plugins=False)
    try:
        for table in TABLES:
            if by_table[table]:
                # insert_all would create a table for a mistyped name.
                assert database[table].exists(), table
                database.table(table).insert_all(by_table[table])
    except sqlite3.Error as error:
        raise explain_sqlite_error(error, sql.connection) from error
