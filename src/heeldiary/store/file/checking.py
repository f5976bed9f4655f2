"""The background check of a diary's file."""

import os
import shlex
import sqlite3
import stat
from collections.abc import Iterator
from typing import NamedTuple

from heeldiary.domain.text import display_text
from heeldiary.errors import Problem
from heeldiary.store.file.reading_copy import may_be_written
from heeldiary.store.problems import damaged
from heeldiary.store.sql import Sql


class SchemaFault(NamedTuple):
    """A problem with the file."""

    text: str
    """The problem and its remedy."""
    refusal: Problem | None = None
    """Why writing must stop; None if SQLite refuses by itself while the problem lasts."""


def find_schema_fault(path: str, sql: Sql) -> SchemaFault | None:
    """Return the first problem of the file; None if all is well."""
    path = os.path.realpath(path)
    if not is_whole(sql):
        text = "The diary's file is damaged in places, and nothing more is written: `heeldiary export` saves what can"
        return SchemaFault(f"{text} be read; then put a copy of the diary in its place.", damaged())
    if not may_be_written(path):
        text = "The diary is read-only: make its file and folder writable, and what you type will be saved."
        return SchemaFault(text)
    if is_readable_by_others(path):
        return SchemaFault(
            f"Other accounts on this machine can read your diary. To make it private: "
            f"chmod 600 {display_text(shlex.quote(path), newline=' ')}"
        )
    return None


def is_readable_by_others(path: str) -> bool:
    """Return whether the permissions of the file and its folders let another account read or write it."""
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


def is_whole(sql: Sql) -> bool:
    """Return whether SQLite finds the file's pages and indexes sound. A busy diary counts as sound.

    A fault is checked twice, since another program may have released this process's lock meanwhile.
    """
    return _is_sound(sql) or _is_sound(sql)


def _is_sound(sql: Sql) -> bool:
    try:
        return bool(sql.connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.OperationalError:
        return True
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
