"""The person's own words: kinds and courses used so far, and the search of notes."""

from typing import Literal

from heeldiary.domain import text
from heeldiary.domain.entries import Entry
from heeldiary.store import rows
from heeldiary.store.diary import Diary
from heeldiary.store.spelling import Spelling


def used_kinds(diary: Diary, table: str) -> list[str]:
    """Return the kinds of `activity` or `care` used so far, the most used first."""
    return [kind for kind, _ in kind_counts(diary, table)]


def kind_counts(diary: Diary, table: str) -> list[tuple[str, int]]:
    """Return the kinds of `activity` or `care` used so far, each with its number of entries, the most used first."""
    assert table in ("activity", "care"), table
    return [*diary.sql.rows(f"SELECT kind, count(*) FROM {table} GROUP BY kind ORDER BY count(*) DESC, kind")]


def used_minutes(
    diary: Diary, table: Literal["activity", "care", "sitting"], kind: str | None = None
) -> list[tuple[int, int]]:
    """Return the five most frequent durations of `activity`, `care` (of a kind) or `sitting`, with their counts."""
    values = () if kind is None or table == "sitting" else (Spelling(diary.sql).word(table, kind),)
    chosen = " AND kind = ?" * len(values)
    query = (
        f"SELECT minutes, count(*) FROM {table} WHERE minutes > 0{chosen} "
        "GROUP BY minutes ORDER BY count(*) DESC, minutes LIMIT 5"
    )
    return [(minutes, times) for minutes, times in diary.sql.rows(query, values)]


def latest_entries(diary: Diary, start: str, most: int) -> list[Entry]:
    """Return the latest entries whose ids have a start, at most `most`."""
    latest = "SELECT id FROM entry WHERE id >= ? AND id < ? ORDER BY day DESC, at DESC LIMIT ?"
    return rows.read_entries(diary.sql, f"entry.id IN ({latest})", (start, f"{start}\x7f", most))[::-1]


def search_notes(diary: Diary, words: str) -> list[Entry]:
    """Return the entries with all words in their note and tags, newest first."""
    worded = rows.read_entries(diary.sql, "entry.note <> '' OR entry.id IN (SELECT entry_id FROM tag)")
    said = ((entry, "\n".join((entry.note, *(f"#{tag}" for tag in entry.tags)))) for entry in reversed(worded))
    return [entry for entry, own in said if all(text.matches(word, own) for word in words.split())]
