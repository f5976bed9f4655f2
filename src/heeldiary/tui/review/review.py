"""The weekly review: one week on one screen, and a place to write about it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from heeldiary.domain.days import monday, week_name
from heeldiary.domain.entries import Entry
from heeldiary.domain.review.review import Review, week_for
from heeldiary.domain.review.text import CAPTION, CAPTION_SENTENCES, caption_lines, title
from heeldiary.domain.text import capitalized
from heeldiary.errors import HELD, Busy, Problem
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable
from heeldiary.store.recording import delete, edit
from heeldiary.store.weeks.review import load_review, save_answer
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.drafts.drafts import DraftOf
from heeldiary.tui.layout import LAYOUTS, layout_for
from heeldiary.tui.review.note import ReviewNote
from heeldiary.tui.review.pictures import ReviewBoxes, ReviewDays
from heeldiary.tui.review.questions import ReviewQuestions

RETRY_SECONDS = 0.5
"""How long to wait before reading again while another program holds the diary."""

_KEYS = "[ ] week   enter answer   escape close"


class ReviewDialog(Dialog[None]):
    """Shows a week at a time; an answer is saved at once as a note of that week."""

    DEFAULT_CSS = """
    ReviewDialog { align: center top; background: $background; }
    ReviewDialog #panel { width: 100%; max-width: 100%; height: 100%; max-height: 100%; padding: 0 2;
                          background: $background; }
    ReviewDialog #title { margin-bottom: 0; }
    ReviewDialog #bands { color: $text-muted; height: auto; margin-bottom: 1; }
    ReviewDialog ReviewBoxes { height: 1fr; }
    ReviewDialog #below { height: auto; }
    ReviewDialog #questions { width: 1fr; height: auto; margin-left: 3; padding-right: 1; }
    ReviewDialog.-normal #questions, ReviewDialog.-wide #questions { padding-right: 0; min-width: 42; }
    ReviewDialog #bottom { margin-top: 0; }
    ReviewDialog.-tiny #below { layout: vertical; }
    ReviewDialog.-tiny ReviewDays { width: 100%; min-width: 0; }
    ReviewDialog.-tiny #questions { width: 100%; margin: 1 0 0 0; }
    ReviewDialog.-one #title, ReviewDialog.-one #below { margin-bottom: 1; }
    ReviewDialog.-normal #panel { padding: 1 4; }
    ReviewDialog.-normal #title { margin-bottom: 1; }
    ReviewDialog.-normal #bands, ReviewDialog.-wide #bands { margin: 1 0; }
    ReviewDialog.-normal #below, ReviewDialog.-wide #below { margin-bottom: 1; }
    ReviewDialog.-wide #panel { padding: 2 8; max-width: 150; }
    ReviewDialog.-wide #title { margin-bottom: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "week(-1)", "week before", show=False),
        Binding("right_square_bracket", "week(1)", "week after", show=False),
        Binding("pageup", "page(-1)", "page up, or week before", show=False),
        Binding("pagedown", "page(1)", "page down, or week after", show=False),
        Binding("enter,n", "answer", "answer", show=False),
        Binding("w", "close", "close", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
        Binding("down", "scroll(1)", "down", show=False),
    ]

    def __init__(self, diary: Diary, day: date | None, changed: Callable[[], None]) -> None:
        """`day` lies in the first week shown, if one was chosen; `changed` is called after every answer."""
        super().__init__("Weekly review", _KEYS)
        self._diary = diary
        self._changed = changed
        self._start = monday(day) if day else week_for(diary.today(), diary.first_day())
        self._review: Review | None = None
        self._held = False

    def content(self) -> ComposeResult:
        """Compose the boxes with their noise band in words, what was logged, and the questions."""
        yield ReviewBoxes()
        yield Static(id="bands", markup=False)
        with Horizontal(id="below"):
            yield ReviewDays()
            yield ReviewQuestions(id="questions")

    def on_mount(self) -> None:
        """Show the week."""
        self._show_layout()
        self._read()

    def on_resize(self, _: events.Resize) -> None:
        """Choose the layout for the new size."""
        self._show_layout()

    def action_week(self, step: int) -> None:
        """Go to the week before or after, up to this week."""
        try:
            self._go(step)
        except Problem as problem:
            self.tell(problem)

    def _go(self, step: int) -> None:
        start = self._start + timedelta(days=7 * step)
        first = self._diary.first_day()
        if start > self._diary.today():
            self.complain("The next week is in the future.")
        elif first is None or start < monday(first):
            self.complain("The diary starts with this week.")
        else:
            self._start = start
            self.complain("")
            self._read()

    def action_scroll(self, rows: int) -> None:
        """Scroll in a small terminal."""
        self.query_one("#panel").scroll_relative(y=rows, animate=False, immediate=True)

    def action_page(self, step: int) -> None:
        """Scroll a page in a small terminal, if there is more than fits; else go to the week before or after."""
        panel = self.query_one("#panel")
        if self.has_class("-tiny") and panel.max_scroll_y:
            panel.scroll_relative(y=step * max(1, panel.size.height - 1), animate=False, immediate=True)
        else:
            self.action_week(step)

    def action_answer(self) -> None:
        """Write an answer, or change the latest."""
        if self._review is None:
            return
        before = self._review.answers[-1] if self._review.answers else None
        start = self._start

        def save(words: str) -> None:
            if before is None:
                save_answer(self._diary, start, words, note.new_id)
            elif words:
                edit(self._diary, before, before._replace(note=words))
            else:
                delete(self._diary, before)

        note = ReviewNote(
            _draft_of(before, start), f"Week {start.isocalendar().week}", before.note if before else "", save
        )
        self.app.push_screen(note, self._answered)

    def _answered(self, words: str | None) -> None:
        if words is not None:
            self._changed()
        self._read()
        if words:
            self.call_after_refresh(self.query_one("#questions").scroll_visible, animate=False)

    def _read(self) -> None:
        """Read the week and show it; its noise bands are computed in the background."""
        unreadable: list[Unreadable] = []
        try:
            review = load_review(self._diary, self._start, self._diary.today(), unreadable)
        except Busy:
            self.complain(f"{capitalized(HELD)}; this week appears as soon as the diary is free.")
            self._held = True
            self.set_timer(RETRY_SECONDS, self._read)
            return
        except Problem as problem:
            self.tell(problem)
            return
        if self._held:
            self._held = False
            self.complain("")
        if unreadable:
            self.complain("Something of this week cannot be read: `heeldiary list` names it.")
        self._show(review)
        self._compute_bands(review)

    @work(thread=True, exclusive=True)
    def _compute_bands(self, review: Review) -> None:
        from heeldiary.domain.review.band import with_bands  # imports numpy

        banded = with_bands(review)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_bands, review, banded)

    def _show_bands(self, asked: Review, review: Review) -> None:
        if asked is self._review and self.is_attached:  # else another week is shown by now
            self._show(review)

    def _show(self, review: Review) -> None:
        self._review = review
        self.query_one("#title", Static).update(Content.assemble("Weekly review   ", (title(review), "$accent")))
        self.set_class(len(review.feet) == 1, "-one")
        self.query_one(ReviewBoxes).show(review.feet)
        lines = caption_lines(review, self.has_class("-compact"))
        if lines[:1] == [CAPTION]:  # a line for each sentence: together they do not fit in one
            lines[:1] = CAPTION_SENTENCES
        self.query_one("#bands", Static).update("\n".join(lines))
        self.query_one(ReviewDays).show(review)
        self.query_one(ReviewQuestions).show(review)

    def _show_layout(self) -> None:
        layout = layout_for(*self.app.size)
        for name in LAYOUTS:
            self.set_class(name == layout, name)
        if self._review is not None:
            self._show(self._review)


def _draft_of(before: Entry | None, start: date) -> DraftOf:
    """Return the draft's identity; an answer is named after its week, even before it exists."""
    return DraftOf(f"review {week_name(start)}", entry=before.id if before else "", is_change=bool(before))
