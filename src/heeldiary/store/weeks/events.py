"""Reading what the person began: kinds of care, courses of visits, experiments."""

from collections.abc import Collection
from datetime import date, timedelta

from heeldiary.domain.days import FIRST_DAY, Span
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.weeks import Event
from heeldiary.store.diary import Diary

_HAD = """
    WITH had AS (
        SELECT care.day, kind, course, visit FROM care LEFT JOIN care_session ON care_id = care.id
        WHERE care.day BETWEEN ? AND ? AND (care_id IS NULL OR foot = ?)
    )
"""
_CARE = f"""{_HAD}
    SELECT min(day), course, min(visit) FROM had WHERE course IS NOT NULL GROUP BY course
    UNION ALL
    SELECT min(day) FILTER (WHERE course IS NULL) AS first, kind, NULL FROM had GROUP BY kind
    HAVING first < ifnull(min(day) FILTER (WHERE course IS NOT NULL), '9999')
"""
_NAMES = f"{_HAD} SELECT kind FROM had UNION SELECT course FROM had"
_NAMED = f"{_HAD} SELECT 1 FROM had WHERE ? IN (kind, course) ORDER BY day DESC LIMIT 1"
_EXPERIMENTS = """
    SELECT first_day, question FROM experiment
    WHERE first_day BETWEEN ? AND ? AND foot = ? AND ifnull(stopped_on, first_day) >= first_day
"""
_FEW_NAMES = 8
"""Up to this many names are looked for one by one: most are found a few days back."""
_BEFORE_DAYS = 14
"""Care in a diary's first days may have begun before it, but not a course with its first visit."""


def load_events(diary: Diary, span: Span, foot: Foot) -> list[Event]:
    """Return what began in some days, oldest first; no care without visits from the diary's first two weeks."""
    first = diary.first_day()
    if first is None:
        return []
    days = (span.first.isoformat(), span.last.isoformat(), foot)
    settled = (first + timedelta(days=_BEFORE_DAYS)).isoformat()
    care = [(day, name) for day, name, visit in diary.sql.rows(_CARE, days) if day >= settled or visit == 1]
    before = _names_before(diary, span.first, foot, {name for _, name in care})
    begun = [(day, name) for day, name in care if name not in before]
    rows = sorted({*begun, *diary.sql.rows(_EXPERIMENTS, days)})
    return [Event(date.fromisoformat(day), separate(name)) for day, name in rows]


def _names_before(diary: Diary, day: date, foot: Foot, names: Collection[str]) -> set[str]:
    """Return those of some names of kinds and courses that care had before a day."""
    if day == FIRST_DAY:
        return set()
    days = (FIRST_DAY.isoformat(), (day - timedelta(days=1)).isoformat(), foot)
    if len(names) <= _FEW_NAMES:
        return {name for name in names if diary.sql.rows(_NAMED, (*days, name))}
    return {name for (name,) in diary.sql.rows(_NAMES, days)}
