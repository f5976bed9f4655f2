"""A page that is about one day: which one, what it holds, how to come to another, and when a new one begins."""

from abc import abstractmethod
from datetime import date, timedelta

from heeldiary.domain.day import Day, day_of
from heeldiary.domain.days import FIRST_DAY, long_day, short_day
from heeldiary.domain.scales import FEET, Foot
from heeldiary.store.diary import Diary
from heeldiary.store.salvage import Unreadable
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.page import Page


class DayPage(Page):
    """Knows the day; how it looks is another's matter."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._chosen_day: date | None = None
        self.content: Day = day_of(())
        """What the diary has of the day."""

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
        self.content = day_of(self.diary.on(self.day, unreadable))
        self.show()
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

    def new_day(self) -> None:
        """Say so, ready for the morning; what is half typed stays with the day on which it was begun."""
        if self._chosen_day is None:
            self.begin()
            self.say(f"A new day has begun: {long_day(self.today)}.", important=True)
        dialog = self.app.screen
        if isinstance(dialog, Dialog) and dialog.day and dialog.day != self.today:
            dialog.complain(f"A new day has begun; this stays with {short_day(dialog.day)}.")

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
        from heeldiary.tui.dialogs.jump import Jump

        self.app.push_screen(Jump(self.today), lambda parsed: self.show_day(parsed["day"]) if parsed else None)

    def action_search(self) -> None:
        """Search the notes and go to the day of one."""
        from heeldiary.tui.dialogs.search import Search

        self.app.push_screen(Search(self.diary), lambda day: self.show_day(day) if day else None)
