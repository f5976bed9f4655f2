"""The person's own words in the diary: kinds used so far, notes that hold a word."""

from heeldiary.domain import text
from heeldiary.domain.entries import Entry
from heeldiary.store import rows
from heeldiary.store.diary import Diary


def kinds(diary: Diary, table: str) -> list[str]:
    """The kinds of `activity` or `care` used so far, the most used first."""
    assert table in ("activity", "care"), table
    return [kind for (kind,) in diary.sql.rows(f"SELECT kind FROM {table} GROUP BY kind ORDER BY count(*) DESC, kind")]


def notes_with(diary: Diary, words: str) -> list[Entry]:
    """The entries whose note holds the words, newest first."""
    noted = rows.read(diary.sql, "entry.note <> ''")
    return [entry for entry in reversed(noted) if text.matches(words, entry.note)]
