"""The list of courses: each with its latest visit, and the mornings before it compared with its last ones."""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from heeldiary.domain.courses.courses import CourseComparison
from heeldiary.domain.courses.text import STANDING, format_course_change_briefly
from heeldiary.domain.days import short_day
from heeldiary.domain.entry_text import format_visit
from heeldiary.domain.text import separate

_NAME_COLUMNS = 22
_INDENT = "    "
_LEAST_COLUMNS = 30
_MOST_COURSES = 4
"""How many courses are listed, latest first; the command prints all."""


class CourseList(Widget):
    """Shows the visits at once and the figures when they are computed."""

    DEFAULT_CSS = "CourseList { height: auto; }"

    _found: tuple[CourseComparison, ...] = ()
    _is_computed = False

    def show(self, comparisons: Sequence[CourseComparison], is_computed: bool) -> None:
        """Show the courses; `is_computed` says whether the noise band is computed."""
        self._found, self._is_computed = tuple(comparisons), is_computed
        self.display = bool(comparisons)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the text needs at a width."""
        return self._text(width).get_height({}, width)

    def render(self) -> Content:
        """Render two lines or more for each course."""
        return self._text(self.size.width)

    def _text(self, width: int) -> Content:
        lines = [line for comparison in self._found[:_MOST_COURSES] for line in self._lines(comparison, width)]
        more = len(self._found) - _MOST_COURSES
        if more > 0:
            lines.append(Content.styled(f"and {more} earlier: heeldiary courses", "$text-muted"))
        return Content("\n").join((*lines, Content.styled(STANDING, "$text-disabled")))

    def _lines(self, comparison: CourseComparison, width: int) -> list[Content]:
        """Return the course's line, and how its mornings compare, indented and as wide as the list."""
        course = comparison.course
        latest = course.visits[-1]
        can_be_shown = self._is_computed or not comparison.enough
        change = format_course_change_briefly(comparison) if can_be_shown else "…"
        return [
            Content.assemble(
                f"{separate(course.name):{_NAME_COLUMNS}} ",
                (format_visit(latest.number, course.planned), "bold"),
                (f"   {separate(course.kind)}, last on {short_day(latest.day)}", "$text-muted"),
            ),
            *(
                Content.styled(line, "$text-muted")
                for line in wrap(change, max(_LEAST_COLUMNS, width), initial_indent=_INDENT, subsequent_indent=_INDENT)
            ),
        ]
