"""Courses of visits: each with its latest visit, then the mornings before it beside its last ones."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.courses.courses import CourseComparison
from heeldiary.domain.courses.text import STANDING, format_course_change_briefly
from heeldiary.domain.days import short_day
from heeldiary.domain.entry_text import format_visit
from heeldiary.domain.text import separate

_NAME_COLUMNS = 22
_MOST_COURSES = 4
"""So many of the latest courses are listed; the command prints them all."""


class CourseList(Widget):
    """Shows what was visited at once, and the figures when they are reckoned."""

    DEFAULT_CSS = "CourseList { height: auto; margin-bottom: 1; }"

    _found: tuple[CourseComparison, ...] = ()
    _reckoned = False

    def show(self, found: Sequence[CourseComparison], reckoned: bool) -> None:
        """Show the courses; `reckoned` says whether what chance does is known."""
        self._found, self._reckoned = tuple(found), reckoned
        self.display = bool(found)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Two lines a course, and the sentence that stands with each of them."""
        lines = [line for found in self._found[:_MOST_COURSES] for line in self._lines(found)]
        more = len(self._found) - _MOST_COURSES
        if more > 0:
            lines.append(Content.styled(f"and {more} earlier: heeldiary courses", "$text-muted"))
        return Content("\n").join((*lines, Content.styled(STANDING, "$text-disabled")))

    def _lines(self, found: CourseComparison) -> list[Content]:
        course = found.course
        latest = course.visits[-1]
        return [
            Content.assemble(
                f"{separate(course.name):{_NAME_COLUMNS}} ",
                (format_visit(latest.number, course.planned), "bold"),
                (f"   {separate(course.kind)}, last on {short_day(latest.day)}", "$text-muted"),
            ),
            Content.styled(
                f"    {format_course_change_briefly(found) if self._reckoned or not found.enough else '…'}",
                "$text-muted",
            ),
        ]
