"""Writing and deleting the rows of entries."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from heeldiary.domain.entries import Care, Entry, Fact, Guided, Massage, Sore, format_at, format_time
from heeldiary.store.rows import COLUMNS, SESSION
from heeldiary.store.sql import Sql

Row = dict[str, Any]
"""Values by column."""

TABLES = ("entry", *(kind for kind, own in COLUMNS.items() if own), "massage_step", "care_session", "care_step",
          "sore_spot", "tag")  # fmt: skip
"""The tables of entries, each after those it refers to."""


def rows_of_entry(entry: Entry, created_at: str, changed_at: str) -> Iterator[tuple[str, Row]]:
    """Return an entry's rows with their tables, in insertion order."""
    stamps = {"created_at": created_at, "changed_at": changed_at}
    yield (
        "entry",
        {
            "id": entry.id,
            "type": entry.type,
            "day": entry.day.isoformat(),
            "time": entry.time_of_day and format_time(entry.time_of_day),
            "at": format_at(entry.at),
            "zone": entry.zone,
            "late": int(entry.late),
            "source": entry.source,
            "note": entry.note,
            **stamps,
        },
    )
    if COLUMNS[entry.type]:
        own = {column: _plain(getattr(entry.fact, column)) for column in COLUMNS[entry.type]}
        yield entry.type, {"id": entry.id, "day": entry.day.isoformat(), **own}
    if isinstance(entry.fact, Massage):
        for position, step in enumerate(entry.fact.steps, 1):
            yield "massage_step", {"massage_id": entry.id, "position": position, **step._asdict()}
    session = entry.fact.session if isinstance(entry.fact, Care) else None
    if session:
        yield "care_session", {"care_id": entry.id, **{name: _plain(getattr(session, name)) for name in SESSION}}
        for position, done in enumerate(session.steps, 1):
            yield "care_step", {"care_id": entry.id, "position": position, **done._asdict()}
    for position, spot in enumerate(_sore(entry.fact), 1):
        yield "sore_spot", {"entry_id": entry.id, "position": position, "spot": spot}
    for position, tag in enumerate(entry.tags, 1):
        yield "tag", {"entry_id": entry.id, "position": position, "tag": tag}


def _sore(fact: Fact) -> tuple[str, ...]:
    """Return the rows of sore areas."""
    match fact:
        case Sore(areas=areas):
            return areas
        case Massage(sore=sore) | Care(session=Guided(sore=sore)):
            return sore
        case _:
            return ()


def insert(sql: Sql, entry: Entry, created_at: str, changed_at: str) -> None:
    """Insert a new entry."""
    for table, row in rows_of_entry(entry, created_at, changed_at):
        insert_row(sql, table, row)


def delete(sql: Sql, entry_id: str) -> None:
    """Delete an entry with all its rows."""
    sql.run("DELETE FROM entry WHERE id = ?", (entry_id,))


def insert_row(sql: Sql, table: str, row: Row) -> None:
    """Insert a row into a table."""
    marks = ", ".join("?" * len(row))
    sql.insert(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))


def _plain(value: Any) -> Any:
    """Return a value as stored in a column."""
    if isinstance(value, datetime):
        return format_at(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
