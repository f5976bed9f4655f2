"""A page that is about one day: which one, what it holds, how to come to another, and when a new one begins."""

from datetime import date, timedelta

from heeldiary.domain.day import Day, day_of
from heeldiary.domain.days import FIRST_DAY, long_day, short_day
from heeldiary.domain.scales import FEET, Foot
from heeldiary.store.diary import Diary
from heeldiary.tui.page import Page


class DayPage(Page):
    """Knows the day; how it looks is another's matter."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self.settings = diary.settings()
        self.today = diary.today(self.settings)
        self.day = self.today
        """The day shown."""
        self.content: Day = day_of(())
        """What the diary has of it."""

    def show(self) -> None:
        """Show the day as it was read."""
        raise NotImplementedError

    def focus_first_steps(self) -> None:
        """Stand on the affected foot's first steps."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the day, and show it."""
        self.settings = self.diary.settings()
        self.today = self.diary.today(self.settings)
        self.content = day_of(self.diary.on(self.day))
        self.show()

    def show_day(self, day: date, focus: bool = False) -> None:
        """Show another day; with `focus`, stand on its first steps."""
        self.day = day
        self.reload()
        if focus:
            self.focus_first_steps()

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

    def tick(self) -> None:
        """A new diary day: show it, if this one was shown as today and nobody is in the middle of something."""
        today = self.diary.today(self.settings)
        if today == self.today:
            return
        if self.app.screen is not self:
            self._stay_with_day()
        elif self.day == self.today:
            self.show_day(today, focus=True)
            self.say(f"A new day has begun: {long_day(today)}.", important=True)
        else:
            self.reload()

    def action_day(self, step: int) -> None:
        """Go to the day before or after, up to today."""
        day = self.day + timedelta(days=step)
        if day > self.today:
            self.say("Tomorrow is still to come.")
        elif day >= FIRST_DAY:
            self.show_day(day)

    def action_today(self) -> None:
        """Go back to today."""
        self.show_day(self.today, focus=True)

    def action_jump(self) -> None:
        """Jump to a date."""
        from heeldiary.tui.dialogs.jump import Jump

        self.app.push_screen(Jump(self.today), lambda parsed: self.show_day(parsed["day"]) if parsed else None)

    def action_search(self) -> None:
        """Search the notes and go to the day of one."""
        from heeldiary.tui.dialogs.search import Search

        self.app.push_screen(Search(self.diary), lambda day: self.show_day(day) if day else None)

    def _stay_with_day(self) -> None:
        """What is half typed belongs to the day on which it was begun."""
        from heeldiary.tui.dialogs.dialog import Dialog

        if isinstance(self.app.screen, Dialog):
            self.app.screen.complain(f"A new day has begun; this stays with {short_day(self.day)}.")
