"""What chance does to the mornings before a course of visits and its last ones."""

from collections.abc import Iterable, Mapping
from datetime import date

from heeldiary.domain.chance.noise import estimate_noise, tolerance
from heeldiary.domain.courses.courses import Course, CourseComparison, compare_course


def courses_by_chance(
    courses: Iterable[Course], scores: Mapping[date, int], as_of: date
) -> tuple[CourseComparison, ...]:
    """Each course with its before and after; the range of chance only where both have mornings enough."""
    noise = estimate_noise(scores)
    found = []
    for course in courses:
        pair = compare_course(course, scores, as_of)
        if noise is not None and pair.enough:
            pair = pair._replace(chance=tolerance(noise, pair.before.days, pair.last.days))
        found.append(pair)
    return tuple(found)
