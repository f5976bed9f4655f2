"""The state of an entry id."""

from typing import Literal

from heeldiary.store.diary import Diary

EntryState = Literal["here", "deleted", "unknown"]
"""Whether an entry with an id exists, was deleted, or never existed."""


def entry_state(diary: Diary, entry_id: str) -> EntryState:
    """Return the state of an id."""
    if diary.sql.row("SELECT 1 FROM entry WHERE id = ?", (entry_id,)):
        return "here"
    return "deleted" if diary.sql.row("SELECT 1 FROM tombstone WHERE id = ?", (entry_id,)) else "unknown"
