"""The options of `heeldiary edit` that fit each type of entry."""

from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_text import POINT_WORDS

FIELDS: dict[str, dict[str, str]] = {
    "pain": {"score": "score", "foot": "foot", "moment": "moment"},
    "activity": {"kind": "kind", "minutes": "minutes", "steps": "steps", "surface": "surface"},
    "sitting": {"minutes": "minutes", "longest": "longest_minutes"},
    "massage": {"foot": "foot", "before": "score_before", "after": "score_after"},
    "care": {"kind": "kind", "minutes": "minutes", "course": "course", "visits": "course_visits", "until": "until"},
    "sore": {"foot": "foot", "areas": "areas"},
    "note": {},
}
"""The options of `edit` for each type, with the fields they change."""

ANY = ("day", "time", "note", "tag", "untag")
"""The options for every type."""


def options_of(entry: Entry) -> tuple[str, ...]:
    """Return the options of `edit` that fit an entry."""
    return (*FIELDS[entry.type], *(POINT_WORDS if entry.type == "massage" else ()), *ANY)
