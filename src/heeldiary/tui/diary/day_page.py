"""A page about one day: which one, its entries, going to another, and the start of a new one."""

from abc import abstractmethod
from datetime import date, datetime, timedelta

from textual.events import DescendantFocus, ScreenResume
from textual.widget import Widget

from heeldiary.domain.day import Day, collect_day
from heeldiary.domain.days import FIRST_DAY, MONTHS, WEEKDAYS, Span, long_day, short_day
from heeldiary.domain.entries import Entry
from heeldiary.domain.scales import FEET, Foot
from heeldiary.domain.text import capitalized
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable
from heeldiary.store.lasting_care import load_lasting_care
from heeldiary.store.replacing import clock_behind, clock_text
from heeldiary.tui.actions import KeyAction
from heeldiary.tui.review.reviewing import ReviewingPage
from heeldiary.tui.widgets.message_line import MessageLine
from heeldiary.tui.widgets.score_row import ScoreRow


class DayPage(ReviewingPage):
    """Holds the day; subclasses draw it."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._chosen_day: date | None = None
        self.content: Day = collect_day(())
        """The day's entries."""
        self._said_at: tuple[Widget | None, str] = (None, "")
        """A row, and the message that is true only while it has the focus."""
        self._was_night = False
        self._clock_was_right = True

    @property
    def day(self) -> date:
        """The day shown: the one chosen, else today."""
        return self._chosen_day or self.today

    @property
    def gone_to(self) -> date | None:
        """The day chosen."""
        return self._chosen_day

    @abstractmethod
    def show(self) -> None:
        """Show the day that was read."""

    def load(self) -> None:
        """Read the day, and show it."""
        if self._chosen_day and self._chosen_day >= self.today:
            self._chosen_day = None
        unreadable: list[Unreadable] = []
        lasting = load_lasting_care(self.diary, Span(self.day, self.day))
        self.content = collect_day(self.diary.on(self.day, unreadable))._replace(lasting=tuple(lasting))
        self._was_night = self.is_night
        self.show()
        self._watch_clock()
        if unreadable:
            self.say("Something of this day cannot be read: `heeldiary list` names it.", important=True)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Go to today after a session, which was of today, and say so; Textual has the base class show it."""
        if self.host.has_massaged:
            if self._chosen_day is not None:
                self.say(f"Back to today, {short_day(self.today)}: your session is there.")
            self._chosen_day, self.host.has_massaged = None, False
            self.begin()

    def offered(self, action: KeyAction) -> KeyAction | None:
        """Return an action; today needs no key that goes there."""
        return None if action.name == "today" and self._chosen_day is None else action

    def back(self) -> bool:
        """Go back from adding a score, or changing an earlier one, to the last score of the row."""
        row = self.focused
        if not isinstance(row, ScoreRow) or not row.has_choice:
            return super().back()
        row.choose_last()
        self.silence()
        return True

    def say_at(self, row: Widget, text: str) -> None:
        """Show a message that is true only while a row has the focus."""
        self.say(text)
        self._said_at = (row, text)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Clear what is no longer true of the focus."""
        row, text = self._said_at
        if event.widget is not row and text and self.query_one(MessageLine).text == text:
            self.silence()

    @abstractmethod
    def focus_entry(self, entry: Entry) -> None:
        """Focus the row of an entry of the day, if there is one."""

    def show_day(self, day: date, begin: bool = False) -> None:
        """Show another day; with `begin`, focus its first steps. If it cannot be read, keep this one."""
        if day != self.day:
            self.fade()
        before, self._chosen_day = self._chosen_day, day
        if not self.attempt(self.read):
            self._chosen_day = before
        elif begin:
            self.begin()

    @property
    def affected_foot(self) -> Foot:
        """The foot a digit scores by default."""
        return (self.settings.affected_feet or FEET)[0]

    @property
    def feet(self) -> tuple[Foot, ...]:
        """The feet shown: the affected ones and any with a score that day; both if unknown."""
        affected = self.settings.affected_feet
        scored = {foot for _, foot in self.content.scores}
        return tuple(foot for foot in FEET if foot in affected or foot in scored) if affected else FEET

    @property
    def is_night(self) -> bool:
        """Whether it is after midnight while the diary day is still the evening's."""
        return self._chosen_day is None and self.diary.clock.now().date() > self.today

    @property
    def morning_text(self) -> str:
        """Which morning is meant; in the small hours with the day's name, to avoid confusion with the next."""
        if self.is_night:
            return f", {WEEKDAYS[self.day.weekday()]} {self.day.day} {MONTHS[self.day.month - 1]}"
        return " this morning" if self.day == self.today else f" on {short_day(self.day)}"

    def tick(self) -> None:
        """Refresh at midnight too: from then on the heading names the day."""
        super().tick()
        if self.is_night != self._was_night:
            self.reload()

    def new_day(self, before: date) -> None:
        """Announce the new day, ready for its first steps; half-typed text stays with its own day."""
        if self._chosen_day is None:
            self.begin()
            self.say(self._day_text(before), important=True)
        from heeldiary.tui.dialogs.dialog import Dialog  # imported here to paint the first screen sooner

        dialog = self.app.screen
        if isinstance(dialog, Dialog) and dialog.day and dialog.day != self.today:
            what = "A new day has begun" if self.today > before else f"Today is {short_day(self.today)} now"
            dialog.complain(f"{what}; this stays with {short_day(dialog.day)}.")

    def _day_text(self, before: date) -> str:
        """Return the message about a changed diary day; an earlier day is not a new one."""
        if self.today > before:
            return f"A new day has begun: {long_day(self.today)}."
        behind = clock_behind(self.diary)
        if behind is not None:
            return f"{_clock_sentence(behind)} By it, today is {long_day(self.today)}."
        return f"It is still {long_day(self.today)}: a new day begins at {self.settings.day_start:%H:%M}."

    def _watch_clock(self) -> None:
        """Warn once that the clock is behind the last entry."""
        behind = clock_behind(self.diary)
        if behind is not None and self._clock_was_right:
            self.say(f"{_clock_sentence(behind)} Is it right?", important=True)
        self._clock_was_right = behind is None

    def action_day(self, step: int) -> None:
        """Go to the day before or after, up to today."""
        day = self.day + timedelta(days=step)
        if day > self.today:
            self.say("Tomorrow is not here yet.")
        elif day >= FIRST_DAY:
            self.show_day(day, begin=True)  # else the next digits would go on where the last day ended

    def action_today(self) -> None:
        """Go back to today."""
        self.show_day(self.today, begin=True)

    def action_jump(self) -> None:
        """Jump to a date."""
        from heeldiary.tui.diary.jump import Jump

        self.app.push_screen(
            Jump(self.today), lambda parsed: self.show_day(parsed["day"], begin=True) if parsed else None
        )

    def action_search(self) -> None:
        """Search the notes and go to one."""
        from heeldiary.tui.diary.search import Search

        self.app.push_screen(Search(self.diary), lambda entry: self._show_entry(entry) if entry else None)

    def _show_entry(self, entry: Entry) -> None:
        """Show an entry's day, on its row."""
        self.show_day(entry.day, begin=True)
        self.focus_entry(entry)


def _clock_sentence(last: datetime) -> str:
    words = clock_text(last)
    return f"{capitalized(words)}."
