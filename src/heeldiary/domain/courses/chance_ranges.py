"""What chance does to the mornings before a course of visits and its last ones."""

from collections.abc import Iterable, Mapping
from datetime import date

from heeldiary.domain.chance.noise import chance_range, noise_of
from heeldiary.domain.courses.courses import BeforeAfter, Course, before_and_after


def courses_by_chance(courses: Iterable[Course], scores: Mapping[date, int], as_of: date) -> tuple[BeforeAfter, ...]:
    """Each course with its before and after; the range of chance only where both have mornings enough."""
    noise = noise_of(scores)
    found = []
    for course in courses:
        pair = before_and_after(course, scores, as_of)
        if noise is not None and pair.enough:
            pair = pair._replace(chance=chance_range(noise, pair.before.days, pair.last.days))
        found.append(pair)
    return tuple(found)
