"""Courses of visits, and the mornings before each compared with its last ones."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.change.change import ChangeVerdict, judge_change
from heeldiary.domain.days import Span
from heeldiary.domain.entries import Care, Entry
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import CareDay, mean

WINDOW_DAYS = 14
"""The days of each period: before the first visit, and the last of the course."""
ENOUGH_MORNINGS = 7
"""The fewest mornings of each period for a comparison."""
GOES_ON_DAYS = 14
"""How long planned visits keep a course open after its latest visit."""


class Visit(NamedTuple):
    """A visit of a course."""

    day: date
    number: int


class Course(NamedTuple):
    """A course of visits, by number."""

    name: str
    kind: str
    """The kind of its latest visit, such as acupuncture."""
    visits: tuple[Visit, ...]
    planned: int | None
    """The planned number of visits; None if unknown."""

    def goes_on(self, as_of: date) -> bool:
        """Whether more visits may come: some planned ones are missing, and the latest is recent."""
        more = self.planned is None or self.visits[-1].number < self.planned
        return more and (as_of - self.visits[-1].day).days <= GOES_ON_DAYS


class CoursePeriod(NamedTuple):
    """A period with its logged mornings."""

    first: date
    last: date
    days: tuple[date, ...]
    """The mornings with a score."""
    mean: float | None
    """The mean to one decimal; None without a morning."""


class CourseComparison(NamedTuple):
    """A course with the mornings before its first visit and its last ones."""

    course: Course
    goes_on: bool
    before: CoursePeriod
    last: CoursePeriod
    chance: float | None = None
    """The tolerance in points: the means differ by less 9 times in 10 if nothing changes; None if unknown."""

    @property
    def fall(self) -> float | None:
        """How much lower the last ones are, of the rounded means; None without enough mornings."""
        if self.before.mean is None or self.last.mean is None or not self.enough:
            return None
        return round(self.before.mean - self.last.mean, 1)

    @property
    def enough(self) -> bool:
        """Whether both periods have enough mornings."""
        return min(len(self.before.days), len(self.last.days)) >= ENOUGH_MORNINGS

    @property
    def verdict(self) -> ChangeVerdict | None:
        """The change in calibrated words; None while there is too little."""
        if self.fall is None or self.chance is None or self.before.mean is None or self.last.mean is None:
            return None
        return judge_change(self.before.mean, self.last.mean, self.chance)


def compare_course(course: Course, scores: Mapping[date, int], as_of: date) -> CourseComparison:
    """Compare the 14 days before the first visit with the last 14 of the course, up to its latest visit or so far.

    The last ones start after the first visit. The tolerance is not computed here.
    """
    before, last = course_periods(course, as_of)
    return CourseComparison(course, course.goes_on(as_of), _window(scores, *before), _window(scores, *last))


def course_periods(course: Course, as_of: date) -> tuple[Span, Span]:
    """Return the days before a course and its last ones."""
    first, latest = course.visits[0].day, course.visits[-1].day
    end = as_of if course.goes_on(as_of) else latest
    day = timedelta(days=1)
    begin = max(first + day, end - (WINDOW_DAYS - 1) * day)
    return Span(first - WINDOW_DAYS * day, first - day), Span(begin, end)


def group_visits(entries: Iterable[Entry]) -> list[Course]:
    """Return the courses of care entries, the latest visit first: ordered by time, never by outcome."""
    by_course: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.fact, Care) and entry.fact.course and entry.fact.visit:
            by_course.setdefault(entry.fact.course, []).append(entry)
    courses = [_course(name, visits) for name, visits in by_course.items()]
    return sorted(courses, key=lambda course: (-course.visits[-1].day.toordinal(), course.name))


def days_with_visits(care: Iterable[CareDay]) -> dict[date, tuple[int, ...]]:
    """Return the visit numbers by day, for the charts; the latest course first."""
    courses: dict[str, list[Visit]] = {}
    for entry in care:
        if entry.course and entry.visit:
            courses.setdefault(entry.course, []).append(Visit(entry.day, entry.visit))
    days: dict[date, tuple[int, ...]] = {}
    for _, visits in sorted(courses.items(), key=lambda found: (-max(found[1]).day.toordinal(), found[0])):
        for visit in sorted(visits):
            days[visit.day] = (*days.get(visit.day, ()), visit.number)
    return days


def course_to_json(comparison: CourseComparison, foot: Foot) -> dict[str, object]:
    """Return a course and foot as printed by `courses --json`."""
    course = comparison.course
    return {
        "course": course.name,
        "kind": course.kind,
        "foot": foot,
        "visits": [{"day": visit.day.isoformat(), "visit": visit.number} for visit in course.visits],
        "planned": course.planned,
        "goes_on": comparison.goes_on,
        "before": _window_json(comparison.before),
        "last": _window_json(comparison.last),
        "difference": None if comparison.fall is None else round(-comparison.fall, 1) + 0.0,
        "chance": None if comparison.chance is None else round(comparison.chance, 1),
        "verdict": comparison.verdict or "too-early",
    }


def _course(name: str, entries: Sequence[Entry]) -> Course:
    entries = sorted(
        entries, key=lambda entry: (entry.day, entry.fact.visit or 0 if isinstance(entry.fact, Care) else 0)
    )
    cares = [(entry.day, entry.fact) for entry in entries if isinstance(entry.fact, Care)]
    latest = cares[-1][1]
    return Course(name, latest.kind, tuple(Visit(day, care.visit or 0) for day, care in cares), latest.course_visits)


def _window(scores: Mapping[date, int], first: date, last: date) -> CoursePeriod:
    days = [first + timedelta(days=n) for n in range(max(0, (last - first).days + 1))]
    logged = tuple(day for day in days if day in scores)
    return CoursePeriod(first, last, logged, mean([scores[day] for day in logged]))


def _window_json(window: CoursePeriod) -> dict[str, object]:
    shape: dict[str, object] = {"from": window.first.isoformat(), "to": window.last.isoformat()}
    return shape | {"mornings": len(window.days), "mean": window.mean}
