"""Undo: restore the rows of the last step and remove it from the journal."""

import json

from heeldiary.domain.entry_from_json import entry_from_json
from heeldiary.store import writing
from heeldiary.store.action import KEPT, Undone, bury, read_one, restore_row, write_setting
from heeldiary.store.sql import Sql


def undo_last(sql: Sql, now_utc: str) -> Undone | None:
    """Undo the last step, inside a transaction; return None if there is none."""
    action = sql.row("SELECT number, what FROM action ORDER BY number DESC LIMIT 1")
    if action is None:
        return None
    number, what = action
    changes = sql.rows("SELECT thing, key, before, created_at FROM change WHERE action = ?", (number,))
    gone = {key: read_one(sql, key) for thing, key, _, _ in changes if thing == "entry"}
    # Delete all first: they may have swapped slots.
    for key in gone:
        writing.delete(sql, key)
    touched = {key: entry for key, entry in gone.items() if entry}
    for thing, key, before, created_at in changes:
        if thing == "setting":
            write_setting(sql, key, before, created_at or now_utc, now_utc)
        elif thing == "ask_first":
            sql.run("DELETE FROM ask_first WHERE id = ?", (key,))
        elif thing in KEPT:
            row = None if before is None else json.loads(before)
            restore_row(sql, thing, key, row, created_at or now_utc, now_utc)
        elif before is None:
            bury(sql, key, now_utc)
        else:
            entry = entry_from_json(json.loads(before), trusted=True)
            writing.insert(sql, entry, created_at or now_utc, now_utc)
            sql.run("DELETE FROM tombstone WHERE id = ?", (key,))
            touched[key] = entry
    sql.run("DELETE FROM action WHERE number = ?", (number,))
    return Undone(what, [*touched.values()])
