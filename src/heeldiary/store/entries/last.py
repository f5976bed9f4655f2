"""The entries saved last."""

from collections.abc import Sequence

from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_text import format_facts
from heeldiary.errors import BadInput
from heeldiary.store import rows
from heeldiary.store.diary import Diary
from heeldiary.store.entries.ids import short_ids


def find_last_entries(diary: Diary) -> list[Entry]:
    """Return the entry that was saved last, or both feet's; raises BadInput if there is none, or more."""
    latest = (
        "SELECT action FROM change WHERE thing = 'entry' AND EXISTS (SELECT 1 FROM entry WHERE id = key)"
        " ORDER BY action DESC LIMIT 1"
    )
    ids = f"SELECT key FROM change WHERE thing = 'entry' AND action = ({latest})"
    entries = rows.read_entries(diary.sql, f"entry.id IN ({ids} LIMIT 3)")
    if not entries:
        raise BadInput("no entry was saved last", "`heeldiary list` shows the entries with their ids")
    if len(entries) > 1 and not _are_both_feet(entries):
        raise BadInput("more than one entry was saved last", "`heeldiary list` shows their ids")
    return entries


def was_logged_last(diary: Diary, entry: Entry) -> bool:
    """Return whether the last step logged an entry, so that undoing it takes the entry back."""
    query = "SELECT count(*) FROM change WHERE action = (SELECT max(number) FROM action) AND key = ? AND before IS NULL"
    return bool(diary.sql.value(query, (entry.id,)))


def format_last(diary: Diary, entries: Sequence[Entry]) -> str:
    """Return the entries with their ids: `kx3f (left foot, first steps, 6/10) and 7m2a (...)`."""
    ids = short_ids(diary, entries)
    return " and ".join(f"{ids[entry.id]} ({format_facts(entry.fact)})" for entry in entries)


def _are_both_feet(entries: Sequence[Entry]) -> bool:
    """Return whether one command logged the same for the left and the right foot; others were changed along."""
    feet = sorted(str(getattr(entry.fact, "foot", "")) for entry in entries)
    return feet == ["left", "right"] and len({(entry.type, entry.day, entry.at) for entry in entries}) == 1
