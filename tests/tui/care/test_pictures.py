"""The list of courses as it is shown, with all styles, without an app."""

from collections.abc import Callable
from datetime import timedelta

from heeldiary.domain.courses.courses import Course, Visit, compare_course
from heeldiary.domain.entries import Care
from heeldiary.tui.care.course_list import CourseList
from heeldiary.tui.care.page import _format_entry
from tests.tui.pictures import worded
from tests.tui.tours import FACTS, TODAY, an_entry


def test_courses_before_and_after_they_are_computed(snapshot: Callable[[str, str], None]) -> None:
    scores = {TODAY - timedelta(days=ago): 3 + ago // 20 for ago in range(60)}
    courses = [
        Course(f"course {number}", "needles", (Visit(TODAY - timedelta(days=30 + number), 1), Visit(TODAY, 3)), planned)
        for number, planned in enumerate((12, 3, None, 4, 5, 6), 1)
    ]
    compared = [compare_course(course, scores, TODAY) for course in courses]
    seen = []
    courses_shown = CourseList()
    for shown in (compared[:1], compared[:4], compared[:5], compared):
        courses_shown.show(shown, is_computed=False)
        seen.append(worded(courses_shown.render()))
    courses_shown.show([pair._replace(chance=0.6) for pair in compared[:2]], is_computed=True)
    displays = [courses_shown.display]
    seen.append(worded(courses_shown.render()))
    few = compare_course(courses[0], dict([*scores.items()][:9]), TODAY)
    courses_shown.show([few], is_computed=False)
    seen.append(worded(courses_shown.render()))
    courses_shown.show((), is_computed=False)
    assert [*displays, courses_shown.display] == [True, False]
    snapshot("courses", "\n\n".join(seen))


def test_a_line_of_each_kind_of_care(snapshot: Callable[[str, str], None]) -> None:
    cares = [FACTS["care"], Care("ice"), Care("ice", 0), Care("needles", 40, "spring", 2, 12)]
    entries = [
        an_entry(care, note)._replace(tags=tags) for care in cares for note, tags in (("", ()), ("a\nnote", ("rain",)))
    ]
    snapshot(
        "care-lines",
        "\n".join(
            worded(_format_entry(entry, with_year=number % 2 == 0, kind_columns=9))
            for number, entry in enumerate(entries)
        ),
    )
