"""Reading a diary with unreadable parts: these are listed by id and day, never hidden.

First a whole span is read normally. If that fails, or gives fewer entries than rows, the span is halved until the
unreadable entries are isolated.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from heeldiary.domain.days import Span, iso_day
from heeldiary.domain.entries import Entry, in_order
from heeldiary.errors import Busy, Problem, Refused
from heeldiary.store import rows
from heeldiary.store.problems import damaged
from heeldiary.store.sql import Row, Sql

_OWN_TABLES = tuple(kind for kind, columns in rows.COLUMNS.items() if columns)

_KEYS = (
    "SELECT id, day FROM entry NOT INDEXED",
    "SELECT id, day FROM entry NOT INDEXED ORDER BY rowid DESC",  # from the other end, up to the damage
    "SELECT id, day FROM entry INDEXED BY sqlite_autoindex_entry_2",
    *(f"SELECT id, day FROM {table}" for table in _OWN_TABLES),
)
"""Queries for the ids of all entries: whichever page is damaged, others still work."""


class Unreadable(NamedTuple):
    """A part of the diary that cannot be read or is not a valid entry."""

    key: str
    """The entry's id, or another description."""
    day: str
    """The entry's day as stored; may be empty."""


def format_unreadable(unreadable: Sequence[Unreadable]) -> Refused:
    """Return the problem to report after everything else was read."""
    count = len(unreadable)
    parts = "1 part" if count == 1 else f"{count:,} parts"
    return Refused(
        f"{parts} of the diary cannot be read; everything else was",
        "correct or delete them with the program that wrote them, or put a copy of the diary in its place",
    )


def read_all_readable(sql: Sql, span: Span, types: Iterable[str], unreadable: list[Unreadable]) -> Iterator[Entry]:
    """Yield the readable entries of some days; unreadable ones are added to `unreadable`.

    Raises Refused if nothing can be read because a table or column of all entries is missing.
    """
    kinds = tuple(types)
    readable = _kinds_with_tables(sql, kinds)
    years = _years(sql, span)
    before, troubled = len(unreadable), False
    for year in (span,) if years is None else years:
        whole = None if years is None else _whole(sql, year, readable)
        troubled = troubled or whole is None
        yield from _salvaged(sql, year, readable, unreadable) if whole is None else whole
    if len(readable) < len(kinds):
        unreadable += _of_types(sql, span, [kind for kind in kinds if kind not in readable])
    elif not troubled:
        unreadable += find_orphans(sql, span, kinds)
    elif len(unreadable) == before:
        unreadable.append(Unreadable("an index, from which all entries could be read in another way", ""))


def _kinds_with_tables(sql: Sql, types: Sequence[str]) -> tuple[str, ...]:
    """Return the types whose tables and columns exist; raises Refused if there is none."""
    try:
        rows.read_entries(sql, "0", (), types)
        return tuple(types)
    except Busy:
        raise
    except Problem:
        readable = tuple(kind for kind in types if len(types) > 1 and _has_tables(sql, kind))
        if not readable:
            raise
        return readable


def _has_tables(sql: Sql, kind: str) -> bool:
    try:
        rows.read_entries(sql, "0", (), (kind,))
    except Busy:
        raise
    except Problem:
        return False
    return True


def _of_types(sql: Sql, span: Span, types: Sequence[str]) -> list[Unreadable]:
    marks = ", ".join("?" * len(types))
    days = (span.first.isoformat(), span.last.isoformat())
    unreadable = sql.rows(f"SELECT id, day FROM entry WHERE day BETWEEN ? AND ? AND type IN ({marks})", (*days, *types))
    return [Unreadable(*row) for row in unreadable]


def find_orphans(sql: Sql, span: Span, types: Sequence[str] = _OWN_TABLES) -> list[Unreadable]:
    """Return the rows another program left without their entry."""
    orphans = []
    for table in types:
        if table in _OWN_TABLES:
            orphans += sql.rows(
                f"SELECT id, day FROM {table} AS own WHERE day BETWEEN ? AND ?"
                " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = own.id AND entry.day = own.day)",
                (span.first.isoformat(), span.last.isoformat()),
            )
    return [Unreadable(*row) for row in orphans]


def _years(sql: Sql, span: Span) -> list[Span] | None:
    """Return the years of a span with entries; None if even that is unreadable."""
    try:
        first, last = sql.rows("SELECT (SELECT min(day) FROM entry), (SELECT max(day) FROM entry)")[0]
        if first is None or last is None:
            return []
        start, end = max(span.first, date.fromisoformat(first)), min(span.last, date.fromisoformat(last))
    except Busy:
        raise
    except (Problem, ValueError):
        return None
    years = range(start.year, end.year + 1) if start <= end else ()
    return [Span(max(start, date(year, 1, 1)), min(end, date(year, 12, 31))) for year in years]


def _whole(sql: Sql, span: Span, types: Sequence[str]) -> list[Entry] | None:
    """Return all entries of a span; None if one is unreadable or incomplete."""
    days = (span.first.isoformat(), span.last.isoformat())
    try:
        with sql.snapshot():
            entries = rows.read_entries(sql, "entry.day BETWEEN ? AND ?", days, types)
            kinds = ", ".join("?" * len(types))
            every = len(types) == len(rows.COLUMNS)  # so an entry of an unknown type counts too
            count = sql.value(
                "SELECT count(*) FROM entry WHERE day BETWEEN ? AND ?" + ("" if every else f" AND type IN ({kinds})"),
                days if every else (*days, *types),
            )
            return entries if count == len(entries) else None
    except Busy:
        raise
    except Problem:
        return None


def _salvaged(sql: Sql, span: Span, types: Sequence[str], unreadable: list[Unreadable]) -> Iterator[Entry]:
    keys = _keys(sql, span)
    by_day: dict[str, list[str]] = {}
    for key, day in sorted(keys.items(), key=lambda one: (one[1], one[0])):
        by_day.setdefault(day, []).append(key)
    yield from _halved(sql, list(by_day.items()), types, unreadable)


def _halved(
    sql: Sql, days: Sequence[tuple[str, list[str]]], types: Sequence[str], unreadable: list[Unreadable]
) -> Iterator[Entry]:
    if not days:
        return
    first, last = iso_day(days[0][0]), iso_day(days[-1][0])
    whole = _whole(sql, Span(first, last), types) if first and last else None
    if whole is not None and (set(types) != set(rows.COLUMNS) or len(whole) == sum(len(keys) for _, keys in days)):
        yield from whole
    elif len(days) > 1:
        middle = len(days) // 2
        yield from _halved(sql, days[:middle], types, unreadable)
        yield from _halved(sql, days[middle:], types, unreadable)
    else:
        day, keys = days[0]
        yield from sorted((entry for key in keys for entry in _one(sql, key, day, types, unreadable)), key=in_order)


def _one(sql: Sql, key: str, day: str, types: Sequence[str], unreadable: list[Unreadable]) -> Iterator[Entry]:
    try:
        kind = sql.value("SELECT type FROM entry WHERE id = ?", (key,))
        if kind in rows.COLUMNS and kind not in types:
            return
        entries = rows.read_entries(sql, "entry.id = ?", (key,), (kind,)) if kind in types else []
    except Busy:
        raise
    except Problem:
        entries = []
    if not entries:
        unreadable.append(Unreadable(key, day))
    yield from entries


def _keys(sql: Sql, span: Span) -> dict[str, str]:
    """Return the day of every entry that any query finds, by id."""
    first, last = span.first.isoformat(), span.last.isoformat()
    keys: dict[str, str] = {}
    for query in _KEYS:
        for key, day in _as_far_as_possible(sql, query):
            if iso_day(day) is None or first <= day <= last:
                keys.setdefault(key, day)
    if not keys:
        raise damaged()
    return keys


def _as_far_as_possible(sql: Sql, query: str) -> Iterator[Row]:
    """Yield rows up to the first unreadable one; text that is not UTF-8 is escaped."""
    before = sql.connection.text_factory
    sql.connection.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
    try:
        yield from sql.connection.execute(query)
    except sqlite3.Error:
        return
    finally:
        sql.connection.text_factory = before
