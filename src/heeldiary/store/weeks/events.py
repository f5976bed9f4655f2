"""Reading what the person began: kinds of care, courses of visits, experiments."""

from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.weeks import Event
from heeldiary.store.diary import Diary

_EVENTS = """
    SELECT first, name FROM (
        SELECT min(care.day) AS first, min(visit) AS visit, coalesce(course, kind) AS name
        FROM care LEFT JOIN care_session ON care_id = care.id
        WHERE care.day BETWEEN ?4 AND ?2 AND (care_id IS NULL OR foot = ?3) GROUP BY name
    ) AS here
    WHERE (first >= ?1 OR visit = 1) AND NOT EXISTS (
        SELECT 1 FROM care LEFT JOIN care_session ON care_id = care.id
        WHERE care.day < ?4 AND coalesce(course, kind) = here.name AND (care_id IS NULL OR foot = ?3)
    )
    UNION ALL SELECT first_day, question FROM experiment WHERE first_day BETWEEN ?4 AND ?2 AND foot = ?3
    ORDER BY 1, 2
"""
_BEFORE_DAYS = 14
"""Care in a diary's first days may have begun before it, but not a course with its first visit."""


def load_events(diary: Diary, span: Span, foot: Foot) -> list[Event]:
    """Return what began in some days, oldest first; no care without visits from the diary's first two weeks."""
    first = diary.first_day()
    if first is None:
        return []
    days = (max(span.first, first + timedelta(days=_BEFORE_DAYS)), span.last)
    rows = diary.sql.rows(_EVENTS, (*(day.isoformat() for day in days), foot, span.first.isoformat()))
    return [Event(date.fromisoformat(day), separate(name)) for day, name in rows]
