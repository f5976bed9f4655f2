"""Other programs' additions to a diary's file: columns, indexes and triggers. A migration restores them."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from heeldiary.store.sql import Row, Sql

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_TABLE_TEXT = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
_OBJECTS = "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
_TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
_COLUMNS = 'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)'
_TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/|.", re.DOTALL)


class Column(NamedTuple):
    """Another program's column in one of the diary's tables, with its values."""

    table: str
    name: str
    declarations: tuple[str, ...]
    """Declarations to add it with, the most faithful first."""
    keys: tuple[str, ...]
    values: Sequence[Row]
    """The value, then the key, of each row; empty for generated columns."""


class Additions(NamedTuple):
    """Everything outside the diary's schema."""

    tables: frozenset[str]
    """The names of other programs' tables."""
    columns: tuple[Column, ...]
    statements: dict[str, str]
    """The SQL of each index and trigger, by name."""


def find_additions(sql: Sql, own: sqlite3.Connection) -> Additions:
    """Compare the file with `own`, an untouched diary of the same schema."""
    own_objects = {name for name, _ in own.execute(_OBJECTS)}
    tables = [name for (name,) in own.execute(_TABLES)]
    columns = tuple(column for table in tables for column in _added_columns(sql, own, table))
    return Additions(
        frozenset(name for (name,) in sql.rows(_TABLES)).difference(tables),
        columns,
        {name: text for name, text in sql.rows(_OBJECTS) if name not in own_objects},
    )


def drop_triggers(sql: Sql, additions: Additions) -> None:
    """Drop other programs' triggers: they must not fire while a migration copies rows."""
    for (name,) in sql.rows(_TRIGGERS):
        if name in additions.statements:
            sql.run(f"DROP TRIGGER {_quoted(name)}")


def restore_additions(sql: Sql, additions: Additions) -> None:
    """Restore the additions lost in a migration; those that no longer fit the schema are left out."""
    for column in additions.columns:
        if not _has_column(sql, column) and _add_column(sql, column) and column.values:
            where = " AND ".join(f"{key} = ?" for key in column.keys)
            sql.many(f"UPDATE {column.table} SET {_quoted(column.name)} = ? WHERE {where}", column.values)
    existing = {name for name, _ in sql.rows(_OBJECTS)}
    for name, statement in additions.statements.items():
        if name not in existing:
            with suppress(sqlite3.Error):
                sql.connection.execute(statement)


def find_dangling_rows(sql: Sql, additions: Additions) -> list[Row]:
    """Return the diary's rows that break a foreign key; other programs' tables are not checked."""
    own = [name for (name,) in sql.rows(_TABLES) if name not in additions.tables]
    return [row for table in own for row in sql.rows(f"PRAGMA foreign_key_check({table})") if row[2] in own]


def _has_column(sql: Sql, column: Column) -> bool:
    return column.name in {name for name, *_ in sql.rows(_COLUMNS, (column.table,))}


def _add_column(sql: Sql, column: Column) -> bool:
    for declaration in column.declarations:
        with suppress(sqlite3.Error):
            sql.connection.execute(f"ALTER TABLE {column.table} ADD COLUMN {declaration}")
            return True
    return False


def _added_columns(sql: Sql, own: sqlite3.Connection, table: str) -> list[Column]:
    known = {name for name, *_ in own.execute(_COLUMNS, (table,))}
    columns = sql.rows(_COLUMNS, (table,))
    keys = tuple(name for name, *_, place, _ in columns if place)
    added = [column for column in columns if column[0] not in known and not column[4]]
    if not added:
        return []
    texts = _added_texts(own.execute(_TABLE_TEXT, (table,)).fetchone()[0], sql.value(_TABLE_TEXT, (table,)))
    written = texts if len(texts) == len(added) else [""] * len(added)
    return [
        Column(
            table,
            name,
            (text,) if hidden else _declarations(name, kind, required, default, text),
            keys,
            () if hidden else _values(sql, table, name, keys),
        )
        for (name, kind, required, default, _, hidden), text in zip(added, written, strict=True)
    ]


def _declarations(name: str, kind: str, required: int, default: str | None, text: str) -> tuple[str, ...]:
    plain = f"{_quoted(name)} {kind or 'ANY'}"
    with_default = f"{plain} {'NOT NULL ' if required else ''}DEFAULT ({default})"
    return tuple(
        declaration for declaration in (text, with_default if default is not None else "", plain) if declaration
    )


def _added_texts(own: str, altered: str) -> list[str]:
    """Return the columns' declarations as `ALTER TABLE` appended them to the table's SQL; empty if unclear."""
    start = next((place for place, (a, b) in enumerate(zip(own, altered, strict=False)) if a != b), len(own))
    end = len(altered) - (len(own) - start)
    if end < start or altered[end:] != own[start:]:
        return []
    return [text for text in _split(altered[start:end]) if text]


def _split(columns: str) -> Iterator[str]:
    """Split at commas outside brackets, strings and comments."""
    depth, text = 0, ""
    for token in _TOKEN.findall(columns):
        depth += (token == "(") - (token == ")")
        if token == "," and depth == 0:
            yield text.strip()
            text = ""
        else:
            text += token
    yield text.strip()


def _values(sql: Sql, table: str, name: str, keys: tuple[str, ...]) -> Sequence[Row]:
    return sql.rows(f"SELECT {', '.join((_quoted(name), *keys))} FROM {table}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
