"""Reading the care that began earlier and still lasts, such as taping from Thursday to Saturday."""

from datetime import timedelta

from heeldiary.domain.days import FIRST_DAY, Span
from heeldiary.domain.entries import Entry
from heeldiary.errors import Busy, Refused
from heeldiary.store import rows
from heeldiary.store.diary import Diary

LONGEST = timedelta(days=366)
"""How long care that lasts is followed: the days before a span are not all read."""

LASTING = "SELECT id FROM care WHERE day >= ? AND day < ? AND until >= ?"


def load_lasting_care(diary: Diary, span: Span) -> list[Entry]:
    """Return the care that began before a span, at most a year, and lasts into it; in the diary's order.

    None of it, if one cannot be read: its own day names that.
    """
    first = span.first.isoformat()
    earliest = (max(span.first, FIRST_DAY + LONGEST) - LONGEST).isoformat()
    ids = [entry_id for (entry_id,) in diary.sql.rows(LASTING, (earliest, first, first))]
    places = ", ".join("?" * len(ids))
    try:
        return rows.read_entries(diary.sql, f"entry.id IN ({places})", ids, ("care",)) if ids else []
    except Busy:
        raise
    except Refused:
        return []


def find_lasting(diary: Diary, kind: str) -> Entry | None:
    """Return the latest entry of a kind of care that lasts until today or longer; None if there is none."""
    today = diary.today().isoformat()
    where = "entry.id IN (SELECT id FROM care WHERE kind = ? COLLATE NOCASE AND day <= ? AND until >= ?)"
    entries = rows.read_entries(diary.sql, where, (kind, today, today), ("care",))
    return entries[-1] if entries else None
