"""What the person has deleted here, by the undo journal: an import leaves it deleted."""

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
    """The ids of the entries that the person deleted.

    A tombstone alone does not say so: an import that was undone leaves tombstones too, and may be made again. What
    was deleted has a last change in the journal that found it there; what was undone has no change left, or has one
    that found nothing.
    """
    if sql.row("SELECT 1 FROM tombstone LIMIT 1") is None:
        return frozenset()
    return frozenset(key for (key,) in sql.rows(_ENTRIES))


def deleted_rows(sql: Sql, thing: str) -> frozenset[str]:
    """The keys of the rows that the person took out of `setting` or of a table of `KEPT`."""
    key = "name" if thing == "setting" else next(columns[0] for table, columns in KEPT.items() if table == thing)
    there = {name for (name,) in sql.rows(f"SELECT {key} FROM {thing}")}
    return frozenset(name for (name,) in sql.rows(_LAST_CHANGES, (thing,)) if name not in there)
