"""The text of courses of visits: before, at the end, and the tolerance, without judging the course."""

from collections.abc import Mapping

from heeldiary.domain.change.change import ChangeVerdict
from heeldiary.domain.courses.courses import ENOUGH_MORNINGS, WINDOW_DAYS, CourseComparison, CoursePeriod
from heeldiary.domain.days import MONTHS, short_day
from heeldiary.domain.entry_text import format_visit
from heeldiary.domain.text import display_text

STANDING = "People start treatment at their worst. Some drop would come anyway."
"""Shown with every comparison."""

NONE = "No course of visits yet: heeldiary log care acupuncture --course spring --visits 12"

_VERDICTS: Mapping[ChangeVerdict, str] = {"small": "a small change", "noticeable": "a noticeable change"}
"""The other verdicts are used as they are."""


def course_heading(comparison: CourseComparison) -> str:
    """`spring: acupuncture, visit 12 of 12, Thu 3 Apr 2026 to Thu 28 May 2026`."""
    course = comparison.course
    first, last = course.visits[0].day, course.visits[-1].day
    span = f"on {short_day(first)}" if first == last else f"{short_day(first)} to {short_day(last)}"
    number = format_visit(course.visits[-1].number, course.planned)
    return f"{display_text(course.name, newline=' ')}: {display_text(course.kind, newline=' ')}, {number}, {span}"


def course_lines(comparison: CourseComparison) -> list[str]:
    """Return the two means with their counts, and their difference."""
    return [
        f"{WINDOW_DAYS} days before the first visit: {format_period(comparison.before)}",
        f"{format_last_period(comparison)}: {format_period(comparison.last)}",
        format_course_change(comparison),
    ]


def format_last_period(comparison: CourseComparison) -> str:
    """Return what the second period is: all of a short course, or its last 14 days."""
    days = (comparison.last.last - comparison.last.first).days + 1
    so_far = " so far" if comparison.goes_on else ""
    if days < 1:
        return "Days of the course after the first visit"
    return f"Last {days} day{'s' * (days != 1)} of the course{so_far}"


def format_period(window: CoursePeriod) -> str:
    """`mean 6.2 of 12 mornings, 20 Mar to 2 Apr`."""
    if window.mean is None:
        return "no morning logged"
    count = len(window.days)
    return f"mean {window.mean:.1f} of {count} morning{'s' * (count != 1)}, {_days(window)}"


def format_course_change(comparison: CourseComparison) -> str:
    """Return the difference with its tolerance and verdict, or what is missing."""
    if not comparison.enough:
        return f"Too early: {ENOUGH_MORNINGS} mornings of each are needed; so far {_counts(comparison)}."
    if comparison.fall is None or comparison.chance is None or comparison.verdict is None:
        return "Too early: 21 mornings are needed to know your ups and downs."
    return (
        f"{_difference(comparison.fall)}. By chance alone they differ by up to {comparison.chance:.1f}, 9 times in 10: "
        f"{_VERDICTS.get(comparison.verdict, comparison.verdict)}."
    )


def format_course_change_briefly(comparison: CourseComparison) -> str:
    """Return the comparison in one short line, for a list of courses."""
    if comparison.fall is None or comparison.chance is None or comparison.verdict is None:
        count = len(comparison.before.days)
        so_far = f"mornings before it {count}, in its last days {len(comparison.last.days)}"
        return f"too early to compare: {so_far}, {ENOUGH_MORNINGS} of each are needed"
    before, last = comparison.before, comparison.last
    return (
        f"{_VERDICTS.get(comparison.verdict, comparison.verdict)}: before it {before.mean:.1f} ({len(before.days)} "
        f"mornings), its last days {last.mean:.1f} ({len(last.days)}), chance ±{comparison.chance:.1f}"
    )


def _difference(fall: float) -> str:
    if fall == 0:
        return "The same"
    return f"{abs(fall):.1f} {'lower' if fall > 0 else 'higher'}"


def _counts(comparison: CourseComparison) -> str:
    return f"{len(comparison.before.days)} and {len(comparison.last.days)}"


def _days(window: CoursePeriod) -> str:
    first, last = window.first, window.last
    ends = [f"{day.day} {MONTHS[day.month - 1][:3]}" for day in (first, last)]
    return ends[0] if first == last else " to ".join(ends)
