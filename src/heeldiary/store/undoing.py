"""Undo and redo: a step's rows in the journal change places with those in the diary."""

import json
from typing import NamedTuple

from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.entry_from_json import entry_from_json
from heeldiary.domain.entry_text import format_entry
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.restored import Restored
from heeldiary.domain.scales import ONCE_A_DAY
from heeldiary.errors import Refused
from heeldiary.store import writing
from heeldiary.store.action import bury, read_one, restore_row, saved_row, write_setting
from heeldiary.store.sql import Sql


class _Row(NamedTuple):
    """A row of the diary, as the journal has it."""

    thing: str
    """Its table."""
    key: str
    row: str | None
    """The row as JSON, or a setting's text; None if there is none."""
    created_at: str | None


class _Journal(NamedTuple):
    """The tables of a journal."""

    step: str
    """The table of its steps, and the column of a row that refers to them."""
    rows: str
    """The table of its rows."""
    row: str
    """The column with the row as JSON."""


_UNDO = _Journal("action", "change", "before")
_REDO = _Journal("undone", "undone_change", "after")


def undo_last(sql: Sql, now_utc: str) -> Restored | None:
    """Undo the last step so that it can be redone; return None if there is none. Call it inside a transaction."""
    return _move(sql, _UNDO, _REDO, now_utc)


def redo_last(sql: Sql, now_utc: str) -> Restored | None:
    """Redo what was undone last; return None if there is nothing to redo. Call it inside a transaction.

    The step gets its number back, so a session in progress can continue it.
    """
    return _move(sql, _REDO, _UNDO, now_utc)


def _move(sql: Sql, source: _Journal, target: _Journal, now_utc: str) -> Restored | None:
    """Take the last step out of one journal, put its rows in place, and write those they replace to the other."""
    step = sql.row(f"SELECT number, what FROM {source.step} ORDER BY number DESC LIMIT 1")
    if step is None:
        return None
    number, what = step
    rows = sql.rows(
        f"SELECT thing, key, {source.row}, created_at FROM {source.rows} WHERE {source.step} = ? ORDER BY position",
        (number,),
    )
    replaced, restored = _exchange(sql, what, [_Row(*row) for row in rows], now_utc)
    sql.run(f"DELETE FROM {source.step} WHERE number = ?", (number,))
    # An undone step's number is negative, so that the last one undone is the highest. Older files count up from 1;
    # while any step numbered that way is left, new ones count up too.
    counts_up = number > 0 if source is _REDO else sql.value("SELECT EXISTS (SELECT 1 FROM undone WHERE number > 0)")
    numbers = (None if counts_up else -number, now_utc, what)
    sql.insert(f"INSERT INTO {target.step} (number, at, what) VALUES (?, ?, ?)", numbers)
    moved = sql.value("SELECT last_insert_rowid()")
    sql.many(
        f"INSERT INTO {target.rows} ({target.step}, position, thing, key, {target.row}, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        ((moved, position, *row) for position, row in enumerate(replaced, 1)),
    )
    return restored


def _exchange(sql: Sql, what: str, journal: list[_Row], now_utc: str) -> tuple[list[_Row], Restored]:
    """Put a journal's rows in place; return those they replace, and what changed."""
    entries = {row.key: read_one(sql, row.key) for row in journal if row.thing == "entry"}
    replaced = [_present(sql, row, entries) for row in journal]
    # Delete all first: they may have swapped slots.
    for key in entries:
        writing.delete(sql, key)
    restored = {row.key: _restore(sql, row, now_utc) for row in journal if row.thing == "entry"}
    for row in journal:
        if row.thing != "entry":
            _restore_other(sql, row, now_utc)
    touched = [restored[key] or entries[key] for key in entries]
    settings = {row.key: row.row for row in journal if row.thing == "setting"}
    return replaced, Restored(
        what, [*filter(None, touched)], frozenset(key for key in restored if restored[key]), settings
    )


def _present(sql: Sql, row: _Row, entries: dict[str, Entry | None]) -> _Row:
    """Return the row that is in place now."""
    thing, key = row.thing, row.key
    if thing == "entry":
        entry = entries[key]
        created_at = sql.value("SELECT created_at FROM entry WHERE id = ?", (key,))
        return _Row(thing, key, json.dumps(entry_to_json(entry)) if entry else None, created_at)
    if thing == "setting":
        setting = sql.row("SELECT value, created_at FROM setting WHERE name = ?", (key,))
        return _Row(thing, key, *(setting or (None, None)))
    saved = saved_row(sql, thing, key)
    return _Row(thing, key, json.dumps(saved[0]), saved[1]) if saved else _Row(thing, key, None, None)


def _restore(sql: Sql, row: _Row, now_utc: str) -> Entry | None:
    """Write an entry, or its tombstone."""
    if row.row is None:
        bury(sql, row.key, now_utc)
        return None
    entry = entry_from_json(json.loads(row.row), trusted=True)
    _refuse_if_taken(sql, entry)
    writing.insert(sql, entry, row.created_at or now_utc, now_utc)
    sql.run("DELETE FROM tombstone WHERE id = ?", (row.key,))
    return entry


def _refuse_if_taken(sql: Sql, entry: Entry) -> None:
    """Refuse to restore a once-a-day score if another program has written one."""
    fact = entry.fact
    if not isinstance(fact, Pain) or fact.moment not in ONCE_A_DAY:
        return
    slot = (entry.day.isoformat(), fact.foot, fact.moment)
    holder = sql.value("SELECT id FROM pain WHERE day = ? AND foot = ? AND moment = ?", slot)
    if holder is not None:
        there = read_one(sql, holder)
        raise Refused(
            f"another program wrote {format_entry(there) if there else holder} in place of this score",
            f"nothing was changed; to use this score instead: heeldiary edit {holder} --score {fact.score}",
        )


def _restore_other(sql: Sql, row: _Row, now_utc: str) -> None:
    """Write or delete a row that is not an entry."""
    created_at = row.created_at or now_utc
    if row.thing == "setting":
        write_setting(sql, row.key, row.row, created_at, now_utc)
    else:
        restore_row(sql, row.thing, row.key, None if row.row is None else json.loads(row.row), created_at, now_utc)
