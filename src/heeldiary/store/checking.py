"""Whether a diary's file is whole, asked of SQLite in the background."""

import sqlite3

from heeldiary.errors import Problem
from heeldiary.store.opening import open_to_read


def is_whole(path: str) -> bool:
    """Whether SQLite finds the file's pages and indexes in order. A busy diary counts as whole: it is in use."""
    try:
        sql = open_to_read(path)
    except Problem:
        return True
    try:
        return bool(sql.connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    finally:
        sql.close()
