"""Undo: the last action's rows are put back as they were, and the action is forgotten."""

import json

from heeldiary.domain.entries import Entry
from heeldiary.domain.json_entry import entry_from_json
from heeldiary.store import rows
from heeldiary.store.action import Undone, bury, read_one, write_setting
from heeldiary.store.sql import Sql


def undo_last(sql: Sql, now_utc: str) -> Undone | None:
    """Take back the last action, inside a transaction; None if there is none left."""
    action = sql.row("SELECT number, what FROM action ORDER BY number DESC LIMIT 1")
    if action is None:
        return None
    number, what = action
    touched: dict[str, Entry] = {}
    for thing, key, before, created_at in sql.rows(
        "SELECT thing, key, before, created_at FROM change WHERE action = ? ORDER BY position DESC", (number,)
    ):
        if thing == "setting":
            write_setting(sql, key, before, created_at or now_utc, now_utc)
        elif thing == "ask_first":
            sql.run("DELETE FROM ask_first WHERE id = ?", (key,))
        elif entry := _restore(sql, key, before, created_at, now_utc):
            touched[key] = entry
    sql.run("DELETE FROM action WHERE number = ?", (number,))
    return Undone(what, [*touched.values()])


def _restore(sql: Sql, key: str, before: str | None, created_at: str | None, now_utc: str) -> Entry | None:
    """Put an entry back as it was; returns it, or the one that is gone by it."""
    there = read_one(sql, key)
    rows.delete(sql, key)
    if before is None:
        bury(sql, key, now_utc)
        return there
    entry = entry_from_json(json.loads(before))
    rows.insert(sql, entry, created_at or now_utc, now_utc)
    sql.run("DELETE FROM tombstone WHERE id = ?", (key,))
    return entry
