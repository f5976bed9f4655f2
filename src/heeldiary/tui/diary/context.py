"""What stands beside the day: the month, the last mornings and the week; on a wide screen twelve weeks."""

from datetime import date, timedelta

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from heeldiary.domain.days import Span, monday
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import Trends
from heeldiary.store.weeks.weeks import load_trends
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.diary.month import Month
from heeldiary.tui.diary.mornings import SHOWN_MORNINGS, RecentMornings
from heeldiary.tui.diary.week_text import WeekWords

_WIDE_WEEKS = 12
"""The weeks shown on a wide screen."""


class DayContext(Vertical):
    """One foot's mornings before and after the day, and both feet's week."""

    def compose(self) -> ComposeResult:
        """Compose what every layout has."""
        with Container(id="beneath"):
            yield Month()
            yield RecentMornings()
            yield WeekWords()

    def show(self, page: DayPage, foot: Foot) -> None:
        """Read what belongs to the page's day, and show it for a foot."""
        day, today, feet = page.day, page.today, page.feet
        month = day.replace(day=1)
        first = min(month, today - timedelta(days=SHOWN_MORNINGS))
        scores = page.diary.first_steps(Span(first, max(today, month + timedelta(days=31))))
        self.query_one(Month).show(day, today, foot, scores[foot], page.settings["week-start"] == "sunday")
        self.query_one(RecentMornings).show(today, day, foot, feet, scores)
        is_wide = page.has_class("-wide")
        trends = load_trends(page.diary, feet, _WIDE_WEEKS if is_wide else 2)
        week_end = monday(day) + timedelta(days=6)
        of_week = trends if week_end >= today else load_trends(page.diary, feet, 2, week_end)
        self.query_one(WeekWords).show(of_week, today, is_wide)
        if is_wide:
            self._show_recent_weeks(next(weeks for weeks in trends if weeks.foot == foot), day)

    def _show_recent_weeks(self, trends: Trends, day: date) -> None:
        """Show the weeks above the rest; only a wide screen has them."""
        from heeldiary.tui.diary.recent_weeks import RecentWeeks  # imported here to paint the first screen sooner

        if not self.query(RecentWeeks):
            self.mount(RecentWeeks(), before=0)
        self.query_one(RecentWeeks).show(trends, monday(day))
