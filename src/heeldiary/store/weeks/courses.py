"""Courses of visits up to a day."""

from collections.abc import Iterable
from datetime import date

from heeldiary.domain.analysis.observations import first_noise_day
from heeldiary.domain.courses.courses import Course, course_periods, group_visits
from heeldiary.domain.scales import Foot
from heeldiary.store import rows
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.observations import latest_morning, morning_scores

# Uses the index of courses: most care belongs to none.
_VISITS = "entry.id IN (SELECT id FROM care WHERE course >= '' AND visit IS NOT NULL AND +day <= ?)"


def load_courses(diary: Diary, as_of: date) -> list[Course]:
    """Return the courses with a visit on or before a day, the latest first."""
    return group_visits(rows.read_entries(diary.sql, _VISITS, (as_of.isoformat(),), ("care",)))


def course_going_on(diary: Diary, kind: str, day: date) -> str | None:
    """Return the course of visits of a kind that goes on on a day; None if there is none."""
    of_kind = (one for one in load_courses(diary, day) if one.kind.casefold() == kind.casefold())
    return next((one.name for one in of_kind if one.goes_on(day)), None)


def course_scores(diary: Diary, foot: Foot, courses: Iterable[Course], as_of: date) -> dict[date, int]:
    """Return the first-step scores that courses are compared by, and the recent ones that show the noise."""
    latest = latest_morning(diary, foot, as_of)
    if latest is None:
        return {}
    scores = morning_scores(diary, foot, first_noise_day(latest), as_of)
    for course in courses:
        for span in course_periods(course, as_of):
            scores |= morning_scores(diary, foot, span.first, min(span.last, as_of))
    return {day: scores[day] for day in sorted(scores)}
