"""What the diary knows of an id."""

from typing import Literal

from heeldiary.store.diary import Diary

EntryState = Literal["here", "deleted", "unknown"]
"""Whether the diary holds an entry with some id, held it once, or never did."""


def entry_state(diary: Diary, entry_id: str) -> EntryState:
    """Say whether there is an entry with that id, or was one."""
    if diary.sql.row("SELECT 1 FROM entry WHERE id = ?", (entry_id,)):
        return "here"
    return "deleted" if diary.sql.row("SELECT 1 FROM tombstone WHERE id = ?", (entry_id,)) else "unknown"
