"""Short ids: the shortest unique start of each id."""

from collections.abc import Iterable

from heeldiary.domain.entries import Entry
from heeldiary.errors import Refused
from heeldiary.store.diary import SHORTEST_START, Diary


def short_ids(diary: Diary, entries: Iterable[Entry]) -> dict[str, str]:
    """Return the shortest unique start of each entry's id, by id."""
    return {entry.id: _short_id(diary, entry.id) for entry in entries}


def _short_id(diary: Diary, entry_id: str) -> str:
    """Return the ids before and after in the alphabet: they share the longest start."""
    try:
        return _shortest(diary, entry_id)
    except Refused:  # a neighbour is unreadable
        return entry_id


def _shortest(diary: Diary, entry_id: str) -> str:
    before = diary.sql.value("SELECT max(id) FROM entry WHERE id < ?", (entry_id,))
    after = diary.sql.value("SELECT min(id) FROM entry WHERE id > ?", (entry_id,))
    shared = max(_shared_start(entry_id, neighbour or "") for neighbour in (before, after))
    return entry_id[: max(SHORTEST_START, shared + 1)]


def _shared_start(first: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(first, other, strict=False)) if a != b), min(len(first), len(other)))
