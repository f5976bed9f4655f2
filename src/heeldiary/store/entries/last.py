"""The entry saved last."""

from heeldiary.domain.entries import Entry
from heeldiary.errors import BadInput
from heeldiary.store import rows
from heeldiary.store.diary import Diary


def find_last_entry(diary: Diary) -> Entry:
    """Return the entry that was saved last; raises BadInput if there is none, or one change saved several."""
    latest = (
        "SELECT action FROM change WHERE thing = 'entry' AND EXISTS (SELECT 1 FROM entry WHERE id = key)"
        " ORDER BY action DESC LIMIT 1"
    )
    ids = f"SELECT key FROM change WHERE thing = 'entry' AND action = ({latest})"
    entries = rows.read_entries(diary.sql, f"entry.id IN ({ids} LIMIT 3)")
    if not entries:
        raise BadInput("no entry was saved last", "`heeldiary list` shows the entries with their ids")
    if len(entries) > 1:
        raise BadInput("more than one entry was saved last", "`heeldiary list` shows their ids")
    return entries[0]
