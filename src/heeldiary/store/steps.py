"""The numbered steps that build a diary, and bring an older one up to date.

Step n makes schema n from schema n - 1. A step that has landed is frozen; `schema.sql` is what all add up to.
"""

import os
import sqlite3
from collections.abc import Sequence

from heeldiary.store.sql import Sql, damaged

APPLICATION_ID = 0x6865656C
"""`heel` in ASCII, in the file's header: how a diary is told from any other SQLite file."""

OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite with STRICT tables."""

_FOLDER = os.path.join(os.path.dirname(__file__), "steps")
STEPS = tuple(os.path.join(_FOLDER, name) for name in ("0001.sql", "0002.sql", "0003.sql", "0004.sql"))
LATEST = len(STEPS)
"""The schema that this heeldiary writes."""


def build(connection: sqlite3.Connection) -> None:
    """Make an empty database a diary."""
    script = "\n".join(_text(step) for step in STEPS)
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; BEGIN; {script} PRAGMA user_version = {LATEST}; COMMIT;"
    )


def bring_up(sql: Sql, steps: Sequence[str] = STEPS) -> None:
    """Bring an older diary up to date, all or nothing, safely beside another program that does the same."""
    from sqlite_utils import Database  # slow to import, and most starts have nothing to bring up

    database = Database(sql.connection, execute_plugins=False)
    with sql.transaction():
        have = sql.value("PRAGMA user_version")
        for step in steps[have:]:
            database.executescript(_text(step))
        if sql.rows("PRAGMA foreign_key_check"):
            raise damaged()
        sql.run(f"PRAGMA user_version = {max(have, len(steps))}")


def _text(step: str) -> str:
    with open(step, encoding="utf-8") as file:
        return file.read()
