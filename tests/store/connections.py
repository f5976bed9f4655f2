"""Connections of our own to a diary's file, as another tool would have them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


def in_memory() -> sqlite3.Connection:
    """An empty database in memory that enforces foreign keys, as the store's connections do."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def another(path: Path, foreign_keys: bool = True) -> Iterator[sqlite3.Connection]:
    """A connection to the file, closed at the end. It makes none."""
    address = f"{path.as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)) as connection:
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        yield connection


def without_triggers(path: Path) -> None:
    """Take out the triggers that keep a diary whole, as a tool does that copies its tables."""
    with another(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')


def unwell(path: Path) -> list[tuple[object, ...]]:
    """What SQLite finds wrong in the file: nothing in a diary that is whole."""
    with another(path) as connection:
        found = [row for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        return [*found, *connection.execute("PRAGMA foreign_key_check")]
