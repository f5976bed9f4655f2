"""Comparing incoming entries with the diary: new, already there, or in conflict."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from heeldiary.domain.entries import Entry
from heeldiary.domain.scales import ONCE_A_DAY
from heeldiary.store import rows
from heeldiary.store.action import UndoStep, read_one
from heeldiary.store.diary import Diary
from heeldiary.store.imports.deleted import deleted_entries
from heeldiary.store.imports.numbering import Numbered, number_visits
from heeldiary.store.imports.staging import Fate, Staged, Staging, slot_parts
from heeldiary.store.sql import Sql
from heeldiary.store.steps import create_schema
from heeldiary.store.writing import Row, insert_row, rows_of_entry

_READ_AT_ONCE = 500
_WRITTEN_AT_ONCE = 2_000
_MANY = 10_000
_CACHE_KIB = 32_000
_STAMPS = ("created_at", "changed_at")
_MOMENTS = ("at", "started_at", "ended_at")

Rows = list[tuple[str, Row]]


def decide_fates(diary: Diary, staging: Staging, again: bool) -> None:
    """Decide the fate of each entry; with `again`, deleted entries count as new."""
    staging.forget_fates()
    holds_any = diary.first_day() is not None
    deleted = frozenset() if again else deleted_entries(diary.sql)
    if holds_any or deleted:
        for chunk in staging.chunks(("new",), _READ_AT_ONCE):
            known = _known(diary, [entry.id for entry in chunk]) if holds_any else {}
            staging.decide(_fates(staging, chunk, known, deleted))
    _decide_slots(diary, staging, holds_any)


def write_entries(diary: Diary, action: UndoStep, staging: Staging, theirs: bool) -> None:
    """Write the incoming entries; with `theirs`, also those in conflict, replacing the diary's."""
    coming: tuple[Fate, ...] = ("new",)
    if theirs:
        coming = ("new", "other", "taken")
        _remove_contradicted(diary, action, staging)
    numbers, now_utc = number_visits(diary, action, staging, coming), diary.now_utc()
    for chunk in staging.chunks(coming, _WRITTEN_AT_ONCE):
        written = (row for entry in chunk for row in _stamped(staging.unpack(entry.packed), now_utc, numbers))
        action.put_new_rows([entry.id for entry in chunk], written)


def enlarge_cache(diary: Diary, staging: Staging) -> None:
    """Enlarge SQLite's cache while very many entries are written."""
    if staging.count("new", "other", "taken") > _MANY:
        diary.sql.run(f"PRAGMA cache_size = -{_CACHE_KIB}")


def read_staged(staging: Staging, packed: Iterable[str]) -> list[Entry]:
    """Return staged rows as entries, by way of an in-memory diary."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_schema(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        sql, entries = Sql(connection), []
        for entry in packed:
            for table, row in _stamped(staging.unpack(entry), "", {}):
                insert_row(sql, table, row)
            entries += rows.read_entries(sql, "1")
            sql.run("DELETE FROM entry")
    return entries


def find_holder(diary: Diary, slot: str) -> Entry | None:
    """Return the diary's entry in the slot of a once-a-day score."""
    holder = _holder(diary, slot)
    return read_one(diary.sql, holder) if holder else None


def _holder(diary: Diary, slot: str) -> str | None:
    holder: str | None = diary.sql.value(
        "SELECT id FROM pain WHERE day = ? AND foot = ? AND moment = ?", slot_parts(slot)
    )
    return holder


def _known(diary: Diary, ids: Sequence[str]) -> dict[str, Entry]:
    marks = ", ".join("?" * len(ids))
    if diary.sql.row(f"SELECT 1 FROM entry WHERE id IN ({marks}) LIMIT 1", ids) is None:
        return {}
    return {entry.id: entry for entry in rows.read_entries(diary.sql, f"entry.id IN ({marks})", ids)}


def _fates(
    staging: Staging, chunk: Iterable[Staged], known: dict[str, Entry], deleted: frozenset[str]
) -> list[tuple[Fate, int | None, int]]:
    fates: list[tuple[Fate, int | None, int]] = []
    filled_in: list[tuple[str, int]] = []
    for staged in chunk:
        entry = known.get(staged.id)
        if entry is not None:
            mine = list(rows_of_entry(entry, "", ""))
            theirs = staging.unpack(staged.packed)
            same = staging.pack(mine) == staged.packed or _is_same(mine, theirs, staged.filled)
            fates.append(("there" if same else "other", None, staged.line))
            if staged.filled and not same:
                filled_in.append((staging.pack(_filled_from(mine, theirs, staged.filled)), staged.line))
        elif staged.id in deleted:
            fates.append(("deleted", None, staged.line))
    staging.repack(filled_in)
    return fates


def _decide_slots(diary: Diary, staging: Staging, holds_any: bool) -> None:
    """Find the scores whose slot is taken, in the diary or by an earlier line."""
    fates: list[tuple[Fate, int | None, int]] = []
    before, first = "", 0
    for slot, line, fate in staging.in_slots():
        if slot == before:
            fates.append(("twice", first, line))
        else:
            before, first = slot, line
            if holds_any and fate == "new" and _holder(diary, slot):
                fates.append(("taken", None, line))
        if len(fates) >= _WRITTEN_AT_ONCE:
            staging.decide(fates)
            fates.clear()
    staging.decide(fates)


def _remove_contradicted(diary: Diary, action: UndoStep, staging: Staging) -> None:
    for chunk in staging.chunks(("other", "taken"), _READ_AT_ONCE):
        for staged in chunk:
            slot = _slot_of(staging.unpack(staged.packed))
            for entry in (read_one(diary.sql, staged.id), find_holder(diary, slot) if slot else None):
                if entry is not None and read_one(diary.sql, entry.id) is not None:
                    action.remove(entry)


def _slot_of(table_rows: Rows) -> str | None:
    own = next((row for table, row in table_rows if table == "pain"), None)
    return f"{own['day']} {own['foot']} {own['moment']}" if own and own["moment"] in ONCE_A_DAY else None


def _is_same(mine: Rows, theirs: Rows, filled: Sequence[str]) -> bool:
    """Return whether two entries have the same content, ignoring timestamps and filled-in keys.

    A visit's number does not count, since the diary numbers visits by day; nor does a planned number the file lacks.
    """
    planned = any(row.get("course_visits") for table, row in theirs if table == "care")
    dropped = {*_STAMPS, *filled, "visit", *(() if planned else ("course_visits",))}

    def plain(table_rows: Rows) -> list[tuple[str, dict[str, Any]]]:
        return [
            (table, {name: _value(name, value) for name, value in row.items() if name not in dropped})
            for table, row in table_rows
            if not (table == "tag" and "tags" in filled)
        ]

    return plain(mine) == plain(theirs)


def _value(name: str, value: Any) -> Any:
    return datetime.fromisoformat(value) if name in _MOMENTS and value else value


def _filled_from(mine: Rows, theirs: Rows, filled: Sequence[str]) -> Rows:
    """Return the file's rows; keys its line lacks keep the diary's values."""
    own = next(row for table, row in mine if table == "entry")
    table_rows = [
        (table, {**row, **{name: own[name] for name in filled if name in own}} if table == "entry" else row)
        for table, row in theirs
        if not (table == "tag" and "tags" in filled)
    ]
    return table_rows + [(table, row) for table, row in mine if table == "tag" and "tags" in filled]


def _stamped(table_rows: Rows, now_utc: str, numbers: dict[str, Numbered]) -> Iterator[tuple[str, Row]]:
    """Return the rows as written."""
    for table, row in table_rows:
        if table == "entry":
            yield table, {**row, "created_at": now_utc, "changed_at": now_utc}
        elif table == "care" and row["id"] in numbers:
            number, planned = numbers[row["id"]]
            yield table, {**row, "visit": number, "course_visits": planned}
        else:
            yield table, row
