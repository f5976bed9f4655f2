"""Care that lasts several days."""

from heeldiary.domain.entries import Entry
from heeldiary.store import rows
from heeldiary.store.diary import Diary


def find_lasting(diary: Diary, kind: str) -> Entry | None:
    """Return the latest entry of a kind of care that lasts until today or longer; None if there is none."""
    today = diary.today().isoformat()
    where = "entry.id IN (SELECT id FROM care WHERE kind = ? COLLATE NOCASE AND day <= ? AND until >= ?)"
    entries = rows.read_entries(diary.sql, where, (kind, today, today), ("care",))
    return entries[-1] if entries else None
