"""What may be wrong with a diary's file, found out in the background."""

import os
import shlex
import sqlite3
import stat
from collections.abc import Iterator

from heeldiary.domain.text import shown
from heeldiary.errors import Problem
from heeldiary.store.opening import open_to_read


def what_is_wrong(path: str) -> str | None:
    """What the person should know of the file, with the way out; None if all is well."""
    if not is_whole(path):
        return "The diary's file is damaged in places: put a copy of it in its place soon."
    if not (os.access(path, os.W_OK) and os.access(os.path.dirname(path), os.W_OK)):
        return "The diary may only be read: make its file and folder writable, then what you type is kept."
    if is_readable_by_others(path):
        return (
            f"Other accounts on this machine can read your diary. To keep it to yourself: "
            f"chmod 600 {shown(shlex.quote(path), newline=' ')}"
        )
    return None


def is_readable_by_others(path: str) -> bool:
    """Whether the file's mode, and that of each folder above it, let another account read or write it."""
    if os.name != "posix":
        return False
    mode = os.stat(path).st_mode
    folders = [os.stat(folder).st_mode for folder in _folders_above(os.path.realpath(path))]
    return any(
        mode & both and all(folder & enter for folder in folders)
        for both, enter in ((stat.S_IRGRP | stat.S_IWGRP, stat.S_IXGRP), (stat.S_IROTH | stat.S_IWOTH, stat.S_IXOTH))
    )


def _folders_above(path: str) -> Iterator[str]:
    while (folder := os.path.dirname(path)) != path:
        yield folder
        path = folder


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
