"""What may be wrong with a diary's file, found out in the background."""

import os
import sqlite3

from heeldiary.errors import Problem
from heeldiary.store.opening import open_to_read


def what_is_wrong(path: str) -> str | None:
    """What the person should know of the file, with the way out; None if all is well."""
    if not is_whole(path):
        return "The diary's file is damaged in places: put a copy of it in its place soon."
    if not (os.access(path, os.W_OK) and os.access(os.path.dirname(path), os.W_OK)):
        return "The diary may only be read: make its file and folder writable, then what you type is kept."
    return None


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
