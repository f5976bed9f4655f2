"""Care: courses of visits, and everything else done for the foot, newest first."""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from heeldiary.domain.days import FIRST_DAY, Span, short_day
from heeldiary.domain.durations import minutes_words
from heeldiary.domain.entries import Care, Entry
from heeldiary.domain.text import shown
from heeldiary.domain.wording import visit_words
from heeldiary.store.diary import Diary
from heeldiary.tui.actions import CARE, bindings
from heeldiary.tui.page import Page
from heeldiary.tui.screens.logging import Logging

_SHOWN_DAYS = 366


class CarePage(Page):
    """Lists a year of care; an entry is changed or deleted where it stands."""

    PAGE = "care"
    ABOUT = (
        "Visits, stretching, insoles and whatever else was done for the foot in the last year, newest first. Visits "
        "that belong together have a course and are counted."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CARE)]
    DEFAULT_CSS = """
    CarePage #list { margin-left: 2; height: 1fr; }
    CarePage.-normal #list, CarePage.-wide #list { margin: 1 0 0 2; }
    CarePage .heading { margin: 0 0 0 0; }
    CarePage #courses { height: auto; margin-bottom: 1; }
    CarePage OptionList, CarePage OptionList:focus { height: 1fr; border: none; padding: 0; background: $background;
                                                     background-tint: transparent; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._logging = Logging(self)
        self._entries: list[Entry] = []

    def body(self) -> ComposeResult:
        """Courses above, entries below."""
        with Vertical(id="list"):
            yield Static("Courses", classes="heading", id="courses-heading")
            yield Static(id="courses")
            yield Static("The last year", classes="heading")
            yield Static(id="empty", markup=False)
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Show the list, and let the arrow keys move in it."""
        self.reload()
        self.query_one(OptionList).focus()

    def load(self) -> None:
        """Read the care and show it."""
        first = max(FIRST_DAY, self.today - timedelta(days=_SHOWN_DAYS))
        self._entries = self.diary.entries(Span(first, self.today), ("care",))[::-1]
        self.aside(f"{len(self._entries)} in a year" if self._entries else "")
        courses = _courses(self._entries)
        for name in ("#courses-heading", "#courses"):
            self.query_one(name).display = bool(courses)
        self.query_one("#courses", Static).update(Content("\n").join(courses))
        self.query_one("#empty", Static).update("Nothing logged yet: o logs a visit, a stretch, insoles.")
        self.query_one("#empty").display = not self._entries
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        options.add_options(Option(_line(entry)) for entry in self._entries)
        if self._entries:
            options.highlighted = min(at or 0, len(self._entries) - 1)

    def action_row(self, step: int) -> None:
        """The row above or below."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def action_care(self) -> None:
        """Log care today."""
        self._logging.open("care", None, self.diary.today())

    def action_enter(self) -> None:
        """Change the entry."""
        entry = self._highlighted()
        if entry:
            self._logging.open("care", entry.id, entry.day)

    def on_option_list_option_selected(self) -> None:
        """Change the entry that was clicked."""
        self.action_enter()

    def action_clear(self) -> None:
        """Delete the entry."""
        entry = self._highlighted()
        if entry:
            self._logging.delete(entry.id)

    def _highlighted(self) -> Entry | None:
        at = self.query_one(OptionList).highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None


def _courses(entries: Sequence[Entry]) -> list[Content]:
    """Each course with its latest visit, newest first."""
    latest: dict[str, Entry] = {}
    for entry in entries:
        if isinstance(entry.fact, Care) and entry.fact.course and entry.fact.visit:
            known = latest.get(entry.fact.course)
            if known is None or _visit(entry) > _visit(known):
                latest[entry.fact.course] = entry
    return [
        Content.assemble(
            f"{shown(course):22} ",
            (visit_words(_visit(entry), entry.fact.course_visits), "bold"),
            (f"   {shown(entry.fact.kind)}, last on {short_day(entry.day)}", "$text-muted"),
        )
        for course, entry in latest.items()
        if isinstance(entry.fact, Care)
    ]


def _line(entry: Entry) -> Content:
    """An entry in one line."""
    care = entry.fact
    assert isinstance(care, Care)
    told = [
        care.minutes is not None and minutes_words(care.minutes or 0),
        care.course and shown(care.course),
        care.visit is not None and visit_words(care.visit, care.course_visits),
        care.until is not None and f"until {short_day(care.until)}",
        entry.note and f"“{shown(entry.note, newline=' ')}”",
    ]
    return Content.assemble(
        (f"{short_day(entry.day):>15}   ", "$text-muted"),
        (f"{shown(care.kind)}", "bold"),
        "".join(f", {part}" for part in told if part),
    )


def _visit(entry: Entry) -> int:
    return entry.fact.visit or 0 if isinstance(entry.fact, Care) else 0
