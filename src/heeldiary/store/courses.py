"""Courses of visits, read from the diary up to a day."""

from datetime import date

from heeldiary.domain.courses import Course, courses_of
from heeldiary.store import rows
from heeldiary.store.diary import Diary

_VISITS = "entry.id IN (SELECT id FROM care WHERE course IS NOT NULL AND visit IS NOT NULL AND day <= ?)"


def courses(diary: Diary, as_of: date) -> list[Course]:
    """All courses with a visit on or before a day, the one with the latest visit first."""
    return courses_of(rows.read(diary.sql, _VISITS, (as_of.isoformat(),), ("care",)))
