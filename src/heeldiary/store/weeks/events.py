"""Reading what the person began: kinds of care, courses of visits, experiments."""

from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.weeks import Event
from heeldiary.store.diary import Diary

_EVENTS = """
    WITH had AS (
        SELECT care.day, kind, course, visit FROM care LEFT JOIN care_session ON care_id = care.id
        WHERE care.day <= ?2 AND (care_id IS NULL OR foot = ?3)
    )
    SELECT min(day) AS first, course FROM had WHERE course IS NOT NULL GROUP BY course
    HAVING first >= ?1 OR (first >= ?4 AND min(visit) = 1)
    UNION
    SELECT min(day) FILTER (WHERE course IS NULL) AS first, kind FROM had GROUP BY kind
    HAVING first >= ?1 AND first < ifnull(min(day) FILTER (WHERE course IS NOT NULL), '9999')
    UNION
    SELECT first_day, question FROM experiment
    WHERE first_day BETWEEN ?4 AND ?2 AND foot = ?3 AND ifnull(stopped_on, first_day) >= first_day
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
