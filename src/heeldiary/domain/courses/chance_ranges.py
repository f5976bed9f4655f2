"""Comparisons of courses of visits, with their tolerance."""

from collections.abc import Iterable, Mapping
from datetime import date

from heeldiary.domain.chance.noise import estimate_noise, tolerance
from heeldiary.domain.courses.courses import Course, CourseComparison, compare_course


def courses_by_chance(
    courses: Iterable[Course], scores: Mapping[date, int], as_of: date
) -> tuple[CourseComparison, ...]:
    """Return each course's comparison; with the tolerance only if both periods have enough mornings."""
    noise = estimate_noise(scores)
    comparisons = []
    for course in courses:
        pair = compare_course(course, scores, as_of)
        if noise is not None and pair.enough:
            pair = pair._replace(chance=tolerance(noise, pair.before.days, pair.last.days))
        comparisons.append(pair)
    return tuple(comparisons)
