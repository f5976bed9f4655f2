"""A page that is about one day: which one, what it holds, how to come to another, and when a new one begins."""

from abc import abstractmethod
from datetime import date, datetime, timedelta

from heeldiary.domain.day import Day, collect_day
from heeldiary.domain.days import FIRST_DAY, MONTHS, WEEKDAYS, long_day, short_day
from heeldiary.domain.scales import FEET, Foot
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable
from heeldiary.store.replacing import clock_behind, clock_text
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.review.reviewing import ReviewingPage


class DayPage(ReviewingPage):
    """Knows the day; how it looks is another's matter."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._chosen_day: date | None = None
        self.content: Day = collect_day(())
        """What the diary has of the day."""
        self._was_night = False
        self._clock_was_right = True

    @property
    def day(self) -> date:
        """The day shown: the one that was gone to, else today, whenever that is."""
        return self._chosen_day or self.today

    @property
    def gone_to(self) -> date | None:
        """The day that was gone to."""
        return self._chosen_day

    @abstractmethod
    def show(self) -> None:
        """Show the day as it was read."""

    def load(self) -> None:
        """Read the day, and show it."""
        if self._chosen_day and self._chosen_day >= self.today:
            self._chosen_day = None
        unreadable: list[Unreadable] = []
        self.content = collect_day(self.diary.on(self.day, unreadable))
        self._was_night = self.is_night
        self.show()
        self._watch_clock()
        if unreadable:
            self.say("Something of this day cannot be read: `heeldiary list` names it.", important=True)

    def show_day(self, day: date, begin: bool = False) -> None:
        """Show another day; with `begin`, stand on its first steps. If it cannot be read, this one stays."""
        before, self._chosen_day = self._chosen_day, day
        if not self.attempt(self.read):
            self._chosen_day = before
        elif begin:
            self.begin()

    @property
    def affected_foot(self) -> Foot:
        """The foot that a digit is for when nothing else says so."""
        return (self.settings.affected_feet or FEET)[0]

    @property
    def feet(self) -> tuple[Foot, ...]:
        """The feet that are shown: the affected ones, and any that the day has a score of; both while unknown."""
        affected = self.settings.affected_feet
        scored = {foot for _, foot in self.content.scores}
        return tuple(foot for foot in FEET if foot in affected or foot in scored) if affected else FEET

    @property
    def is_night(self) -> bool:
        """Whether it is after midnight, and the day shown is still that of the evening before."""
        return self._chosen_day is None and self.diary.clock.now().date() > self.today

    @property
    def morning_text(self) -> str:
        """Which morning: in the small hours by its day's name, so that nobody takes it for the next."""
        if self.is_night:
            return f", {WEEKDAYS[self.day.weekday()]} {self.day.day} {MONTHS[self.day.month - 1]}"
        return " this morning" if self.day == self.today else f" on {short_day(self.day)}"

    def tick(self) -> None:
        """Show midnight, too: from then on the day is called by its name."""
        super().tick()
        if self.is_night != self._was_night:
            self.reload()

    def new_day(self, before: date) -> None:
        """Say so, ready for the morning; what is half typed stays with the day on which it was begun."""
        if self._chosen_day is None:
            self.begin()
            self.say(self._day_text(before), important=True)
        dialog = self.app.screen
        if isinstance(dialog, Dialog) and dialog.day and dialog.day != self.today:
            what = "A new day has begun" if self.today > before else f"Today is {short_day(self.today)} now"
            dialog.complain(f"{what}; this stays with {short_day(dialog.day)}.")

    def _day_text(self, before: date) -> str:
        """What is said of another day than before: an earlier one is no new day."""
        if self.today > before:
            return f"A new day has begun: {long_day(self.today)}."
        behind = clock_behind(self.diary)
        if behind is not None:
            return f"{_clock_sentence(behind)} By it, today is {long_day(self.today)}."
        return f"It is still {long_day(self.today)}: a new day begins at {self.settings.day_start:%H:%M}."

    def _watch_clock(self) -> None:
        """Say once that the clock was set back before the last entry."""
        behind = clock_behind(self.diary)
        if behind is not None and self._clock_was_right:
            self.say(f"{_clock_sentence(behind)} Is it right?", important=True)
        self._clock_was_right = behind is None

    def action_day(self, step: int) -> None:
        """Go to the day before or after, up to today."""
        day = self.day + timedelta(days=step)
        if day > self.today:
            self.say("Tomorrow is still to come.")
        elif day >= FIRST_DAY:
            self.show_day(day)

    def action_today(self) -> None:
        """Go back to today."""
        self.show_day(self.today, begin=True)

    def action_jump(self) -> None:
        """Jump to a date."""
        from heeldiary.tui.diary.jump import Jump

        self.app.push_screen(Jump(self.today), lambda parsed: self.show_day(parsed["day"]) if parsed else None)

    def action_search(self) -> None:
        """Search the notes and go to the day of one."""
        from heeldiary.tui.diary.search import Search

        self.app.push_screen(Search(self.diary), lambda day: self.show_day(day) if day else None)


def _clock_sentence(last: datetime) -> str:
    words = clock_text(last)
    return f"{words[:1].upper()}{words[1:]}."
