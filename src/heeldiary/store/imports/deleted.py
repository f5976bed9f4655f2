"""What the person has deleted, according to the undo journal: an import leaves it deleted."""

from heeldiary.store.action import KEPT
from heeldiary.store.sql import Sql

_LAST_CHANGES = """
    SELECT key FROM (
        SELECT key, before IS NOT NULL AS was_there, max(action) FROM change WHERE thing = ? GROUP BY key
    ) WHERE was_there
"""
_ENTRIES = """
    SELECT key FROM (
        SELECT key, before IS NOT NULL AS was_there, max(action)
        FROM change CROSS JOIN tombstone ON id = key WHERE thing = 'entry' GROUP BY key
    ) WHERE was_there
"""


def deleted_entries(sql: Sql) -> frozenset[str]:
    """Return the ids of the entries the person deleted.

    A tombstone alone is not enough: an undone import leaves tombstones too and may be repeated. A deleted entry has a
    last change in the journal with a row before it; an undone one has no change left, or one without a row before it.
    """
    if sql.row("SELECT 1 FROM tombstone LIMIT 1") is None:
        return frozenset()
    return frozenset(key for (key,) in sql.rows(_ENTRIES))


def deleted_rows(sql: Sql, thing: str) -> frozenset[str]:
    """Return the keys of the rows the person deleted from `setting` or a table of `KEPT`."""
    key = "name" if thing == "setting" else next(columns[0] for table, columns in KEPT.items() if table == thing)
    present = {name for (name,) in sql.rows(f"SELECT {key} FROM {thing}")}
    return frozenset(name for (name,) in sql.rows(_LAST_CHANGES, (thing,)) if name not in present)
