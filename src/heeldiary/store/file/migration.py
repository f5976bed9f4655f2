"""Migrating an older diary step by step, keeping other programs' additions."""

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
    """Migrate an older diary in one transaction, safe beside another program doing the same.

    Other programs' additions are kept.
    """
    from sqlite_utils import Database  # slow to import, and most starts migrate nothing

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
    """Turn off foreign keys: copying a table drops the old one, and with it every row that refers to it."""
    before = sql.value("PRAGMA foreign_keys")
    sql.run("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        sql.run(f"PRAGMA foreign_keys = {before}")


@contextmanager
def _naming_what_is_taken() -> Iterator[None]:
    """Report another program's table or index that has the name of a new one."""
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
