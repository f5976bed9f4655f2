"""Triggers of another program that would alter what is being saved: the change is rolled back and they are named.

SQLite names the trigger behind each access while it compiles a statement. So nothing has to be read back: a trigger
that may write into the diary's own columns, or leave a row out, is caught on the first save, not only on the first
one that it harms, and whether it means the row being saved or another one.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from heeldiary.errors import Problem
from heeldiary.store.file.foreign import interfering
from heeldiary.store.file.schema_parts import SchemaPart, built, columns_of, parts
from heeldiary.store.layout import FINGERPRINT, fingerprint
from heeldiary.store.sql import Sql

_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_LEAVES_OUT = re.compile(r"\braise\s*\(\s*ignore\b", re.IGNORECASE)


@contextmanager
def guard(sql: Sql) -> Iterator[None]:
    """Raise Refused at the end, or in place of a Problem, where such a trigger took part; inside a transaction."""
    cookie = sql.layout_cookie()
    triggers = _foreign_triggers(sql)
    if not triggers:
        sql.trusted_layout = cookie
        yield
        return
    watch = _Watch(triggers)
    sql.connection.set_authorizer(watch)
    try:
        yield
    except Problem as problem:
        if watch.culprits:
            raise interfering([*watch.culprits.values()]) from problem
        raise
    finally:
        sql.connection.set_authorizer(None)
    if watch.culprits:
        raise interfering([*watch.culprits.values()])


class _Watch:
    """SQLite calls it for each access of a statement; it allows all of them and remembers the triggers that harm."""

    def __init__(self, triggers: dict[str, SchemaPart]) -> None:
        self.culprits: dict[str, SchemaPart] = {}
        self._triggers = triggers
        self._columns = _own_columns()

    def __call__(
        self, access: int, table: str | None, column: str | None, database: str | None, trigger: str | None
    ) -> int:
        part = self._triggers.get(trigger or "")
        if part is not None and (self._writes(access, table, column) or _leaves_out(part)):
            self.culprits[part.name] = part
        return sqlite3.SQLITE_OK

    def _writes(self, access: int, table: str | None, column: str | None) -> bool:
        """Whether an access writes into what is the diary's own."""
        columns = self._columns.get(table or "", frozenset())
        if access == sqlite3.SQLITE_UPDATE:
            return column in columns
        return access in (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_DELETE) and bool(columns)


def _leaves_out(trigger: SchemaPart) -> bool:
    return _LEAVES_OUT.search(_COMMENT.sub(" ", trigger.sql)) is not None


def _foreign_triggers(sql: Sql) -> dict[str, SchemaPart]:
    """Return the triggers that are not the diary's own, by name."""
    if fingerprint(sql) == FINGERPRINT:
        return {}
    own = _own_triggers()
    return {part.name: part for part in parts(sql.connection) if part.kind == "trigger" and part.name not in own}


@cache
def _own_triggers() -> frozenset[str]:
    with built() as empty:
        return frozenset(part.name for part in parts(empty) if part.kind == "trigger")


@cache
def _own_columns() -> dict[str, frozenset[str]]:
    with built() as empty:
        return columns_of(empty)
