"""Bringing an older diary up to date, step by step, with all that other programs have added to it."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from heeldiary.errors import Refused
from heeldiary.store.problems import damaged
from heeldiary.store.sql import Sql, explain_errors
from heeldiary.store.steps import STEPS, script, step_text

_TAKEN = r"(table|index|view) (?:named )?(\w+)(?: already exists|$)"


def migrate(sql: Sql, steps: Sequence[str] = STEPS) -> None:
    """Bring an older diary up to date, all or nothing, safely beside another program that does the same.

    What other programs have added to the file stays in it.
    """
    from sqlite_utils import Database  # slow to import, and most starts have nothing to bring up

    from heeldiary.store.file.additions import drop_triggers, find_additions, find_dangling_rows, restore_additions

    database = Database(sql.connection, execute_plugins=False)
    with _without_foreign_keys(sql), sql.transaction():
        have = sql.value("PRAGMA user_version")
        if have >= len(steps):
            return
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as own:
            own.executescript(script(steps[:have]))
            additions = find_additions(sql, own)
        drop_triggers(sql, additions)
        with _naming_what_is_taken(), explain_errors(sql.connection):
            for step in steps[have:]:
                database.executescript(step_text(step))
        restore_additions(sql, additions)
        if find_dangling_rows(sql, additions):
            raise damaged()
        sql.run(f"PRAGMA user_version = {len(steps)}")


@contextmanager
def _without_foreign_keys(sql: Sql) -> Iterator[None]:
    """Copying a table drops the old one, and with foreign keys all that refers to it would go as well."""
    before = sql.value("PRAGMA foreign_keys")
    sql.run("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        sql.run(f"PRAGMA foreign_keys = {before}")


@contextmanager
def _naming_what_is_taken() -> Iterator[None]:
    """Name the table or index of another program that has the name of a new one of the diary's."""
    try:
        yield
    except Refused as problem:
        taken = re.search(_TAKEN, str(problem.__cause__))
        if taken is None:
            raise
        raise Refused(
            f"the diary's file has a {taken[1]} of another program with the name {taken[2]}, which heeldiary needs",
            "rename it with that program and try again; nothing was changed",
        ) from problem
