"""The list of courses: each with its latest visit, and the mornings before it compared with its last ones."""

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
"""How many courses are listed, latest first; the command prints all."""


class CourseList(Widget):
    """Shows the visits at once and the figures when they are computed."""

    DEFAULT_CSS = "CourseList { height: auto; margin-bottom: 1; }"

    _found: tuple[CourseComparison, ...] = ()
    _reckoned = False

    def show(self, found: Sequence[CourseComparison], reckoned: bool) -> None:
        """Show the courses; `reckoned` says whether the noise band is computed."""
        self._found, self._reckoned = tuple(found), reckoned
        self.display = bool(found)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Render two lines for each course."""
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
