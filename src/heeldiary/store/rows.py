"""Entries as rows: how each type is written to its table and read back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from heeldiary.domain.entries import (
    Activity,
    Care,
    Entry,
    Fact,
    Massage,
    MassageStep,
    Note,
    Pain,
    Sitting,
    at_text,
    in_order,
)
from heeldiary.store.sql import Row, Sql, damaged

_SHARED = ("id", "day", "at", "zone", "late", "source", "note")

COLUMNS: dict[str, tuple[str, ...]] = {
    "pain": ("foot", "moment", "score"),
    "activity": ("kind", "minutes", "steps", "surface"),
    "sitting": ("minutes", "longest_minutes"),
    "massage": ("foot", "routine", "score_before", "score_after", "finished", "started_at", "ended_at"),
    "care": ("kind", "minutes", "course", "visit", "course_visits", "until"),
    "note": (),
}
"""Each type's own columns, in the table of its name; a note has none."""


def _select(kind: str) -> str:
    columns = ", ".join((*(f"entry.{name}" for name in _SHARED), *(f"own.{name}" for name in COLUMNS[kind])))
    own = f"JOIN {kind} AS own ON own.id = entry.id" if COLUMNS[kind] else ""
    return f"SELECT {columns} FROM entry {own} WHERE entry.type = '{kind}' AND "


_SELECTS = {kind: _select(kind) for kind in COLUMNS}


def read(sql: Sql, where: str, values: Sequence[Any] = (), types: Iterable[str] = COLUMNS) -> list[Entry]:
    """The entries for which a condition on the table `entry` holds, in the diary's order.

    Raises Refused where what is there makes no entry: the file is damaged.
    """
    try:
        with sql.snapshot():
            return sorted(_read(sql, where, values, types), key=in_order)
    except (ValueError, TypeError) as error:
        raise damaged() from error


def _read(sql: Sql, where: str, values: Sequence[Any], types: Iterable[str]) -> Iterator[Entry]:
    tags: dict[str, list[str]] = defaultdict(list)
    for entry_id, tag in sql.rows(
        f"SELECT entry_id, tag FROM tag JOIN entry ON entry.id = entry_id WHERE {where} ORDER BY position", values
    ):
        tags[entry_id].append(tag)
    for kind in types:
        steps = _steps(sql, where, values) if kind == "massage" else {}
        for row in sql.rows(_SELECTS[kind] + where, values):
            yield _entry(kind, row, tags, steps)


def _steps(sql: Sql, where: str, values: Sequence[Any]) -> dict[str, list[MassageStep]]:
    steps: dict[str, list[MassageStep]] = defaultdict(list)
    for massage_id, *step in sql.rows(
        "SELECT massage_id, point, seconds, pressure, feeling, score FROM massage_step"
        f" JOIN entry ON entry.id = massage_id WHERE {where} ORDER BY position",
        values,
    ):
        steps[massage_id].append(MassageStep(*step))
    return steps


def _entry(kind: str, row: Row, tags: dict[str, list[str]], steps: dict[str, list[MassageStep]]) -> Entry:
    entry_id, day, at, zone, late, source, note, *own = row
    return Entry(
        entry_id,
        date.fromisoformat(day),
        datetime.fromisoformat(at),
        zone,
        bool(late),
        source,
        tuple(tags.get(entry_id, ())),
        note,
        _fact(kind, own, tuple(steps.get(entry_id, ()))),
    )


def _fact(kind: str, own: Sequence[Any], steps: tuple[MassageStep, ...]) -> Fact:
    match kind:
        case "pain":
            return Pain(*own)
        case "activity":
            return Activity(*own)
        case "sitting":
            return Sitting(*own)
        case "massage":
            foot, routine, before, after, finished, started_at, ended_at = own
            return Massage(foot, steps, routine, before, after, bool(finished), _moment(started_at), _moment(ended_at))
        case "care":
            kind_of_care, minutes, course, visit, planned, until = own
            return Care(kind_of_care, minutes, course, visit, planned, until and date.fromisoformat(until))
        case _:
            return Note()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def shared_row(entry: Entry, created_at: str, changed_at: str) -> dict[str, Any]:
    """The entry's row in `entry`."""
    return {
        "id": entry.id,
        "type": entry.type,
        "day": entry.day.isoformat(),
        "at": at_text(entry.at),
        "zone": entry.zone,
        "late": int(entry.late),
        "source": entry.source,
        "note": entry.note,
        "created_at": created_at,
        "changed_at": changed_at,
    }


def own_row(entry: Entry) -> dict[str, Any]:
    """The entry's row in the table of its type."""
    row: dict[str, Any] = {"id": entry.id, "day": entry.day.isoformat()}
    for column in COLUMNS[entry.type]:
        value = getattr(entry.fact, column)
        if isinstance(value, datetime):
            value = at_text(value)
        elif isinstance(value, date):
            value = value.isoformat()
        row[column] = int(value) if isinstance(value, bool) else value
    return row


def step_rows(entry: Entry) -> list[dict[str, Any]]:
    """A massage's rows in `massage_step`."""
    steps = entry.fact.steps if isinstance(entry.fact, Massage) else ()
    return [{"massage_id": entry.id, "position": n, **step._asdict()} for n, step in enumerate(steps, 1)]


def tag_rows(entry: Entry) -> list[dict[str, Any]]:
    """The entry's rows in `tag`."""
    return [{"entry_id": entry.id, "position": n, "tag": tag} for n, tag in enumerate(entry.tags, 1)]


def insert(sql: Sql, entry: Entry, created_at: str, changed_at: str) -> None:
    """Write an entry that is not there yet."""
    insert_row(sql, "entry", shared_row(entry, created_at, changed_at))
    if COLUMNS[entry.type]:
        insert_row(sql, entry.type, own_row(entry))
    for step in step_rows(entry):
        insert_row(sql, "massage_step", step)
    for tag in tag_rows(entry):
        insert_row(sql, "tag", tag)


def delete(sql: Sql, entry_id: str) -> None:
    """Take an entry and all that hangs on it out of the tables."""
    sql.run("DELETE FROM entry WHERE id = ?", (entry_id,))


def insert_row(sql: Sql, table: str, row: dict[str, Any]) -> None:
    """Write a row into a table."""
    marks = ", ".join("?" * len(row))
    sql.run(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
