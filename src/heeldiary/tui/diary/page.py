"""The Diary: a day's pain and activities, beside the month, the last mornings and the week."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Key
from textual.widgets import Static

from heeldiary.domain.days import Span, long_day, short_day
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.restored import Restored
from heeldiary.domain.scales import FEET, Foot, Moment
from heeldiary.domain.warning_text import GUIDE_TOPIC
from heeldiary.domain.weeks.next_morning_text import format_line
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.next_morning import load_next_mornings
from heeldiary.tui.actions import DIARY, bindings
from heeldiary.tui.diary.context import DayContext
from heeldiary.tui.diary.day_lines import DayLines
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.diary.entry_row import EntryRow
from heeldiary.tui.diary.entry_rows import EntryRows
from heeldiary.tui.diary.experiment_line import ExperimentLine
from heeldiary.tui.diary.first_start import Welcoming
from heeldiary.tui.diary.moments import MORE, Moments
from heeldiary.tui.diary.month import Month
from heeldiary.tui.diary.plan_lines import PlanLines
from heeldiary.tui.diary.score_notes import tags_of_last, text_beside_score
from heeldiary.tui.diary.scoring import Scoring
from heeldiary.tui.diary.styles import STYLES
from heeldiary.tui.diary.warning_lines import SignLines
from heeldiary.tui.entries.editing import Logging
from heeldiary.tui.widgets.column import Column
from heeldiary.tui.widgets.score_row import ScoreRow

_USUAL_DAYS = 28


class DiaryPage(DayPage):
    """Shows a day; every key that logs something saves at once."""

    PAGE = "diary"
    ABOUT = (
        "Each foot and each moment of the day has a row with a scale from 0 (no pain) to 10 (worst). A dot is a "
        "morning that was not logged. “usual” is where the middle half of your scores fell in the 28 days before; "
        "“7-day mean 3.7 (6)” is of 6 mornings in the 7 days before. Every score is saved at once; u undoes it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DIARY)]
    DEFAULT_CSS = STYLES

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self.more = False
        """Whether the average, worst and night rows are shown."""
        self._shown_day = self.today
        self._scoring = Scoring(self)
        self._logging = Logging(self, offers_tags=True)
        self._lines = DayLines(self)

    def body(self) -> ComposeResult:
        """Compose the day on the left, and the month, the last mornings and the week on the right."""
        with Horizontal(id="columns"):
            with Column(id="left"):
                yield Static("", classes="heading", id="first-heading", markup=False)
                for foot in FEET:
                    yield ScoreRow(foot, "first-step", big=True, classes="-big")
                yield SignLines()
                yield Static("Later", classes="heading", id="later-heading")
                yield Moments()
                yield Static("", classes="heading", id="today-heading", markup=False)
                yield PlanLines()
                yield ExperimentLine()
                yield EntryRows()
                yield Static("↓ more rows · n a s m o log · [ ] day", id="below", markup=False)
            yield Static(id="gap")
            yield DayContext(id="right")

    def on_mount(self) -> None:
        """Show today, ready for the morning's score, and welcome a first-time user."""
        self.reload()
        self.begin()
        self.attempt(Welcoming(self, self._score_first).greet)

    def show(self) -> None:
        """Show the day's rows, and the month, the last mornings and the week beside them."""
        self.set_class(self.has_class("-tiny") and not self.more, "-brief")
        self._show_scores()
        self._scoring.follow_feet()
        self._show_entries()
        self._show_context()

    def rows(self) -> Iterator[ScoreRow | EntryRow]:
        """Return the focusable rows, from the top."""
        entries = () if self.has_class("-brief") else self.query_one(EntryRows).rows
        return (row for row in (*self.query(ScoreRow), *entries) if row.display)

    def begin(self) -> None:
        """Focus the row for the affected foot's first steps; a small terminal shows little more."""
        if self.more and self.has_class("-tiny"):
            self.more = False
            self.show()
        self.first_steps_row().focus()

    def focus_entry(self, entry: Entry) -> None:
        """Focus the row of an entry of the day, if there is one; the brief layout makes room for it."""
        is_first_step = isinstance(entry.fact, Pain) and entry.fact.moment == "first-step"
        if self.has_class("-brief") and not is_first_step:
            self.more = True
            self.show()
        for row in self.rows():
            scored = self.content.scored(row.moment, row.foot) if isinstance(row, ScoreRow) else ()
            if entry in scored or (isinstance(row, EntryRow) and row.entry_id == entry.id):
                row.focus()
                self.call_after_refresh(row.scroll_visible, animate=False)  # a row that was hidden has its place then

    def first_steps_row(self) -> ScoreRow:
        """Return the row that a digit scores when no row has the focus."""
        return next(row for row in self.query(ScoreRow) if (row.foot, row.moment) == (self.affected_foot, "first-step"))

    def restored(self, restored: Restored) -> None:
        """Move the focus from a score row to the score undone or redone, and from an entry to the one that is back."""
        self._scoring.return_to(restored)
        if isinstance(self.focused, EntryRow):
            for entry in restored.present_on(self.day):
                self.focus_entry(entry)

    def _show_scores(self) -> None:
        self.query_one("#first-heading", Static).update(f"First steps{self.morning_text}")
        feet = self.feet
        recent = self.diary.first_steps(Span(self.day - timedelta(days=_USUAL_DAYS), self.day - timedelta(days=1)))
        mornings = load_next_mornings(self.diary, self.day)
        notes = {morning.foot: partial(format_line, morning, self.day == self.today) for morning in mornings}
        labelled: set[Moment] = set()
        beside = len(feet) > 1 and not self.has_class("-tiny")
        other_day, self._shown_day = self._shown_day != self.day, self.day
        if any(self._shows(moment, bool(self.content.scores_at(moment, foot))) for moment in MORE for foot in feet):
            self.query_one(Moments).need_more()
        for row in self.query(ScoreRow):
            if other_day:
                row.choose_last()
            scores = self.content.scores_at(row.moment, row.foot)
            row.display = row.foot in feet and self._shows(row.moment, bool(scores))
            first = row.display and row.moment not in labelled
            labelled |= {row.moment} if first else set()
            scored = self.content.scored(row.moment, row.foot)
            tags = tags_of_last(scored)
            if row.moment == "first-step":
                asides = text_beside_score(recent[row.foot], self.day, self.today, scored)
                row.show(scores, asides, labelled=first, beside=beside, note=notes.get(row.foot), tags=tags)
            else:
                row.show(scores, labelled=first, beside=beside, tags=tags)

    def _shows(self, moment: Moment, is_scored: bool) -> bool:
        """Return whether a moment's rows are shown.

        The first steps are always shown, every row once the person asks for more, the night rows also after midnight.
        Of the rest, the brief layout shows none; the full one hides average, worst and night rows that have no score.
        """
        if moment == "first-step" or self.more or (moment == "night" and self.is_night):
            return True
        return not self.has_class("-brief") and (moment not in MORE or is_scored)

    def _show_entries(self) -> None:
        self._lines.show()
        heading = "Today" if self.day == self.today and not self.is_night else short_day(self.day)
        self.query_one("#today-heading", Static).update(heading)
        self.query_one(EntryRows).show(self.content, self.focused)

    def _show_context(self) -> None:
        self.aside(long_day(self.day), short_day(self.day))
        in_sight = self.foot_in_sight()
        for row in self.query(ScoreRow):
            row.set_class(row.foot == in_sight, "-in-sight")
        self.query_one(DayContext).show(self, in_sight)

    def foot_in_sight(self) -> Foot:
        """Return the foot of the focused score row or, if there is none, the affected foot."""
        focused = self.focused
        return focused.foot if isinstance(focused, ScoreRow) and focused.display else self.first_steps_row().foot

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show the focused row's foot in the month and in the last mornings."""
        self._scoring.moved_to(event.widget)
        if isinstance(event.widget, ScoreRow):
            self.attempt(self._show_context)

    def admits(self, event: Key) -> bool:
        """Return whether a key may act: not what follows a score's decimal point."""
        return self._scoring.admits(event.character or "")

    def on_key(self, event: Key) -> None:
        """Forget a pending 1 and any offered tags, unless this key uses them."""
        self._scoring.pressed(event.key)
        self._logging.pressed(event.key)

    def on_mouse_down(self) -> None:
        """Forget any offered tags: after a click, `#` tags what was clicked."""
        self._logging.pressed("")

    def action_row(self, step: int) -> None:
        """Go to the row above or below; the first and the last are the ends."""
        rows = list(self.rows())
        at = rows.index(self.focused) if self.focused in rows else -1 if step > 0 else 0
        if self.has_class("-brief") and at + step >= len(rows):
            self.action_more_rows()  # in the brief layout, moving past the end shows the other rows
            rows = list(self.rows())
        elif self.has_class("-tiny") and self.more and at + step < 0:
            self.action_more_rows()  # and moving past the start hides them
            return
        rows[min(max(0, at + step), len(rows) - 1)].focus()

    def action_explain_sign(self) -> None:
        """Open the Guide's page on when to see a clinician."""
        self.host.open_guide(GUIDE_TOPIC)

    def action_dismiss_sign(self) -> None:
        """Dismiss the first warning sign shown."""
        self._lines.dismiss_sign()

    def action_more_rows(self) -> None:
        """Show or hide the average, worst and night rows."""
        self.more = not self.more
        self.reload()
        if self.more:
            next((row for row in self.query(ScoreRow) if row.moment == "average" and row.display), self).focus()
        elif self.focused not in [*self.rows()]:
            self.begin()
            row = self.first_steps_row()
            self.say_at(row, f"Rows hidden: the next digit is for the {row.foot} foot's first steps.")

    def action_score(self, digit: int) -> None:
        """Score the focused row or, if none has the focus, the affected foot's first steps."""
        if isinstance(self.focused, EntryRow) and self.focused.display:
            self.say("This row takes no score: press enter to open it, or ↑ to go to the scores.")
        else:
            self._scoring.digit(self._score_row(), digit)

    def _score_first(self, digit: int, doubt: str) -> None:
        self._scoring.doubt = doubt
        self.action_score(digit)

    def action_nudge(self, step: int) -> None:
        """Lower or raise the focused row's score by one."""
        if isinstance(row := self.focused, ScoreRow):
            self._scoring.nudge(row, step)

    def action_enter(self) -> None:
        """Open the focused row's entry, or make the next score an extra one."""
        if isinstance(self.focused, ScoreRow):
            self._scoring.another(self.focused)
        elif isinstance(self.focused, EntryRow):
            self._logging.open(self.focused.kind, self.focused.entry_id, self.day)

    def action_clear(self) -> None:
        """Delete the focused row's last score or its entry."""
        if isinstance(self.focused, ScoreRow):
            self._scoring.clear(self.focused)
        elif isinstance(self.focused, EntryRow) and self.focused.entry_id:
            self._logging.delete(self.focused.entry_id)
        elif isinstance(self.focused, EntryRow):
            self.say(self.focused.nothing_to_delete)

    def action_log(self, kind: str) -> None:
        """Open the form for a new entry of a type."""
        self._logging.open(kind, None, self.day)

    def action_coin(self) -> None:
        """Step through: done as the coin said, not done, not logged."""
        self._lines.say()

    def action_tags(self) -> None:
        """Tag the focused row's entry or, if it has none, the day."""
        from heeldiary.tui.entries.tagging import Tagging  # imported here to paint the first screen sooner

        entry = self._scoring.entry(self.focused) if isinstance(self.focused, ScoreRow) else None
        entry_id = self.focused.entry_id if isinstance(self.focused, EntryRow) else entry.id if entry else None
        Tagging(self).open(entry_id if self.focused in [*self.rows()] else None, self.day, self._logging.take_offer())

    @on(Month.Picked)
    def _picked(self, event: Month.Picked) -> None:
        self.show_day(event.day)

    @on(ScoreRow.Scored)
    def _clicked_score(self, event: ScoreRow.Scored) -> None:
        event.row.focus()
        self._scoring.set(event.row, event.score)

    @on(EntryRow.Opened)
    def _clicked_entry(self, event: EntryRow.Opened) -> None:
        event.row.focus()
        self._logging.open(event.row.kind, event.row.entry_id, self.day)

    def _score_row(self) -> ScoreRow:
        return self.focused if isinstance(self.focused, ScoreRow) and self.focused.display else self.first_steps_row()
