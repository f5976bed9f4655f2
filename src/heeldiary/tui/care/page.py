"""The Care page: courses of visits, and other care, newest first."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from heeldiary.domain.courses.courses import Course, CourseComparison, compare_course
from heeldiary.domain.days import FIRST_DAY, MONTHS, WEEKDAYS, Span, short_day
from heeldiary.domain.durations import format_minutes
from heeldiary.domain.entries import Care, Entry
from heeldiary.domain.entry_text import format_visit
from heeldiary.domain.restored import Restored
from heeldiary.domain.scales import FEET
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.text import display_text
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.courses import course_scores, load_courses
from heeldiary.tui.actions import CARE, KeyAction, bindings
from heeldiary.tui.care.course_list import CourseList
from heeldiary.tui.care.strips import CareStrips
from heeldiary.tui.entries.editing import Logging
from heeldiary.tui.layout import SMALLEST
from heeldiary.tui.page import Page
from heeldiary.tui.widgets.rows import Rows

_SHOWN_DAYS = 366
_MOST_KIND_COLUMNS = 20
_MINUTE_COLUMNS = 9


class CarePage(Page):
    """Lists the care of the last year; entries can be edited or deleted in place."""

    PAGE = "care"
    ABOUT = (
        "Visits, stretching, insoles and whatever else you did for the foot in the last year, newest first. Visits "
        "that belong together form a course. The first steps in the 14 days before it are compared with those in its "
        "last 14 days, and with what chance alone can do. People tend to start treatment when pain is at its worst."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CARE)]
    DEFAULT_CSS = """
    CarePage #list { height: 1fr; }
    CarePage.-normal #list, CarePage.-wide #list { margin-top: 1; }
    CarePage CourseList, CarePage CareStrips { margin: 0 0 1 2; }
    CarePage #empty, CarePage.-tiny CourseList { margin: 0 0 0 2; }
    CarePage.-tiny CareStrips, CarePage CareStrips.-none { display: none; }
    CarePage Rows, CarePage Rows:focus { width: 100%; height: 1fr; }
    CarePage Rows > .option-list--separator { color: $background; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._logging = Logging(self, show_saved=self._select)
        self._entries: list[Entry] = []
        self._requested: tuple[object, ...] = ()
        """The inputs of the latest computation."""

    def body(self) -> ComposeResult:
        """Compose the courses above the entries."""
        with Vertical(id="list"):
            yield Static("Courses", classes="heading", id="courses-heading")
            yield CourseList()
            yield CareStrips()
            yield Static("The last year", classes="heading")
            yield Static(id="empty", markup=False)
            yield Rows(markup=False)

    def on_mount(self) -> None:
        """Show the list and focus it."""
        self.reload()
        self.query_one(OptionList).focus()

    def load(self) -> None:
        """Read the care entries and show them."""
        selected = self._highlighted()
        first = max(FIRST_DAY, self.today - timedelta(days=_SHOWN_DAYS))
        self._entries = self.diary.entries(Span(first, self.today), ("care",))[::-1]
        count = len(self._entries)
        self.aside(f"{count} {'entry' if count == 1 else 'entries'} in the last year" if count else "")
        self._show_courses()
        self.query_one(CareStrips).show(self._entries, self.today)
        self.query_one("#empty", Static).update(
            "Nothing logged in the last year. Press o to log a visit, a stretch or insoles."
        )
        self.query_one("#empty").display = not self._entries
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(_lines(self._entries, self.today, self.app.size.width < SMALLEST[0]))
        if self._entries:
            ids = [entry.id for entry in self._entries]
            same = ids.index(selected.id) if selected and selected.id in ids else None
            options.highlighted = min(at or 0, len(ids) - 1) if same is None else same

    def offered(self, action: KeyAction) -> KeyAction | None:
        """Return an action; with no entries, those on an entry have no use."""
        return None if action.name in ("row(-1)", "enter", "clear") and not self._entries else action

    def _show_courses(self) -> None:
        """Show the courses at once; compute their figures in the background."""
        foot = (self.settings.affected_feet or FEET)[0]
        courses = load_courses(self.diary, self.today)
        scores = course_scores(self.diary, foot, courses, self.today) if courses else {}
        request = (tuple(courses), scores, self.today)
        self.query_one("#courses-heading", Static).update(f"Courses · {foot} foot, first steps")
        self.query_one("#courses-heading").display = bool(courses)
        if request != self._requested:
            self._requested = request
            comparisons = [compare_course(course, scores, self.today) for course in courses]
            self.query_one(CourseList).show(comparisons, is_computed=False)
            if courses:
                self._compute_changes(*request)

    @work(thread=True, exclusive=True, group="courses")
    def _compute_changes(self, courses: tuple[Course, ...], scores: dict[date, int], as_of: date) -> None:
        """Compare each course with chance in a thread, then show the result."""
        from heeldiary.domain.courses.chance_ranges import courses_by_chance

        comparisons = courses_by_chance(courses, scores, as_of)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_computed, comparisons)

    def _show_computed(self, comparisons: Sequence[CourseComparison]) -> None:
        if self._requested[0] == tuple(pair.course for pair in comparisons):  # else there is a newer request
            self.query_one(CourseList).show(comparisons, is_computed=True)

    def action_row(self, step: int) -> None:
        """Move to the row above or below."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def action_care(self) -> None:
        """Log care today."""
        self._logging.open("care", None, self.diary.today())

    def action_enter(self) -> None:
        """Edit the highlighted entry."""
        entry = self._highlighted()
        if entry:
            self._logging.open("care", entry.id, entry.day)

    def on_option_list_option_selected(self) -> None:
        """Edit the entry that was clicked."""
        self.action_enter()

    def action_clear(self) -> None:
        """Delete the highlighted entry."""
        entry = self._highlighted()
        if entry:
            self._logging.delete(entry.id)

    def restored(self, restored: Restored) -> None:
        """Select the entry that came back."""
        for entry_id in restored.present:
            self._select(entry_id)

    def _select(self, entry_id: str) -> None:
        ids = [entry.id for entry in self._entries]
        if entry_id in ids:
            self.query_one(OptionList).highlighted = ids.index(entry_id)

    def _highlighted(self) -> Entry | None:
        at = self.query_one(OptionList).highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None


def _lines(entries: Sequence[Entry], today: date, is_narrow: bool) -> Iterator[Option | None]:
    """Return a line for each entry, newest first, with a blank one between months; two where there is less room."""
    kinds = (display_text(entry.fact.kind) for entry in entries if isinstance(entry.fact, Care))
    kind_columns = min(_MOST_KIND_COLUMNS, max(map(len, kinds), default=0))
    before = today
    for entry in entries:
        if before.replace(day=1) != entry.day.replace(day=1) and entry is not entries[0]:
            yield None
        yield Option(_format_entry(entry, before.year != entry.day.year, kind_columns, is_narrow))
        before = entry.day


def _format_entry(entry: Entry, with_year: bool, kind_columns: int, is_narrow: bool = False) -> Content:
    """Return an entry as one line, or with the details below its kind; `with_year` with the year after its day."""
    care = entry.fact
    assert isinstance(care, Care)
    minutes = "" if care.minutes is None else format_minutes(care.minutes)
    parts = [
        care.course and display_text(care.course),
        care.visit is not None and format_visit(care.visit, care.course_visits),
        care.until is not None and f"until {short_day(care.until)}",
        entry.note and f"“{display_text(entry.note, newline=' ')}”",
    ]
    day, details = _format_day(entry.day, with_year), ", ".join(part for part in parts if part)
    before = f"\n{' ' * len(day)}" if is_narrow else "  "
    return Content.assemble(
        (day, "$text-muted"),
        display_text(care.kind).ljust(kind_columns),
        f"{minutes:>{_MINUTE_COLUMNS}}",
        f"{before}{details}" if details else "",
        (f"  {format_tags(entry.tags)}" if entry.tags else "", "$text-muted"),
    )


def _format_day(day: date, with_year: bool) -> str:
    """Return a day, padded so that weekdays, days and months stand below each other."""
    year = f" {day.year}" if with_year else ""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day:2} {MONTHS[day.month - 1][:3]}{year:5}  "
