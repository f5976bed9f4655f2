"""The Trends page: charts and figures of the weeks, and what stands out from chance."""

from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from heeldiary.charts.subject import Subject
from heeldiary.charts.traps.traps import pages
from heeldiary.charts.views import VIEWS, WEEKLY, WHOLE, ViewName, is_computed
from heeldiary.charts.weeks.view import lanes_to_name
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.days import monday, short_day
from heeldiary.domain.scales import FEET, Foot
from heeldiary.errors import Busy, Problem
from heeldiary.store.diary import Diary
from heeldiary.tui.actions import TRAP_PAIR, TRENDS, KeyAction, bindings
from heeldiary.tui.review.reviewing import ReviewingPage
from heeldiary.tui.trends import messages
from heeldiary.tui.trends.chart import TrendChart
from heeldiary.tui.trends.choosing_factors import Naming
from heeldiary.tui.trends.data import AnalysisRequest, Range, read_analysis, read_changes, read_range
from heeldiary.tui.trends.readout import Readout
from heeldiary.tui.trends.tabs import TrendTabs

RANGES = ("4", "12", "26", "52", "all")
"""The ranges, in weeks."""

_AT_ONCE_WEEKS = 104
"""The longest range read before painting; longer ones are read in the background."""


class TrendsPage(ReviewingPage):
    """Shows one foot's weeks, and their analyses once computed in the background."""

    PAGE = "trends"
    ABOUT = (
        "Each morning is a block at its score, and a week's mean a bar over its days, with gaps if it has fewer than "
        "4 mornings. The tinted band behind a week is where its mean falls nine times in ten if nothing has changed "
        "since the four weeks before it. A dotted line marks the mean of your first mornings if they come before these "
        "weeks; a dotted upright line, what began on a day: a kind of care, a course, an experiment. Below, for the "
        "same weeks: the means, care (a mark, or the number of a visit), massage, activity, steps, sitting. Over long "
        "ranges a stronger shade is more mornings at a score, "
        "and the line is the mean of four weeks or more. Change has the first mornings beside the "
        "last ones, and the trend. Links compares the mornings after days with what you name and days without it. "
        "Traps has four ways a diary can mislead. Where has the days on which a spot was marked on the map. "
        "Nothing here says what causes what."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TRENDS)]
    DEFAULT_CSS = """
    TrendsPage TrendTabs { margin-left: 2; }
    TrendsPage #columns { height: 1fr; margin-left: 2; }
    TrendsPage.-alone Readout, TrendsPage.-tiny Readout { display: none; }
    TrendsPage Readout { width: 22; margin-left: 2; }
    TrendsPage.-wide TrendTabs { margin: 1 0 0 2; }
    TrendsPage.-normal #columns, TrendsPage.-wide #columns { margin: 1 0 0 2; }
    TrendsPage.-normal Mean, TrendsPage.-wide Mean { margin: 1 0 1 0; }
    TrendsPage.-wide Mean { height: 5; }
    TrendsPage.-normal .part, TrendsPage.-wide .part { margin-top: 1; }
    TrendsPage.-normal Readout { width: 22; margin-left: 4; }
    TrendsPage.-wide Readout { width: 24; margin-left: 8; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self.foot: Foot = FEET[0]
        self._foot_chosen = False
        self.weeks = ""
        """The range; the one that the diary fills until one is chosen."""
        self.view: ViewName = "weeks"
        self.selected: date | None = None
        """The Monday of the selected week; None for this week."""
        self._panel = 0
        """The index of the trap shown if not all fit."""
        self._range: Range | None = None
        self._awaited = False
        """Whether another range is being read in the background."""
        self._asked: AnalysisRequest | None = None
        self._changes: ChangeAnalysis | None = None
        self._findings: Analysis | None = None

    def body(self) -> ComposeResult:
        """Compose the tabs, the chart below and the text beside it."""
        yield TrendTabs(VIEWS, RANGES)
        with Horizontal(id="columns"):
            yield TrendChart()
            yield Readout()

    def on_mount(self) -> None:
        """Show the latest weeks."""
        self.reload()

    def load(self) -> None:
        """Read the weeks and show them; the whole diary is read in the background."""
        if not self._foot_chosen:
            self.foot = (self.settings.affected_feet or FEET)[0]
        self.weeks = self.weeks or RANGES[int(self._weeks_filled() > int(RANGES[0]))]
        asked = AnalysisRequest(self.diary.stamp(), self.foot, self.today)
        if asked != self._asked:
            self._asked, self._changes, self._findings = asked, None, None
            self._stop()
        read = partial(read_range, foot=self.foot, name=self.weeks, weeks=self._number(), today=self.today)
        if self._number() <= _AT_ONCE_WEEKS:
            self.host.behind.stop("weeks")
            self._take(read(self.diary))
        else:
            self._awaited = True
            self.host.behind.find("weeks", read, self._take, self._not_read)
        self.call_after_refresh(self._compute_analysis)

    def tick(self) -> None:
        """Restart tasks that were cancelled."""
        super().tick()
        if self.is_computing and self.is_current:
            if self._awaited and not self.host.behind.runs("weeks"):
                self.reload()
            self._compute_analysis()

    def on_screen_suspend(self) -> None:
        """Cancel the tasks when another screen opens."""
        self._stop()

    @property
    def is_computing(self) -> bool:
        """Whether part of the screen is still being read or computed."""
        shown = self._range
        return shown is None or self._awaited or not is_computed(self.view, self._with_findings(shown))

    @property
    def gone_to(self) -> date | None:
        """Select the week that was clicked."""
        return self.selected

    def action_week(self, step: int) -> None:
        """Select the week, or the trap, before or after."""
        if self._range is None:
            return
        if self.view == "traps" and self._trap_pages == 1:
            self.say(messages.ALL_TRAPS)
        elif self.view == "traps":
            self._panel = (self._panel + step) % self._trap_pages
            self._show()
        elif self.view not in WEEKLY:
            self.say(messages.explain_no_weeks(self.view))
        else:
            start = self._selected(self._range) + timedelta(days=7 * step)
            if any(week.start == start for week in self._range.subject.trends.weeks):
                self._select(start)
            else:
                self.say(messages.NO_WEEK_AFTER if step > 0 else messages.NO_WEEK_BEFORE)

    def action_range(self, step: int) -> None:
        """Show fewer or more weeks."""
        at = RANGES.index(self.weeks) + step
        if self.view in WEEKLY and 0 <= at < len(RANGES):
            self.weeks = RANGES[at]
            self.reload()
        else:
            self.say(messages.explain_no_range(self.view if self.view not in WEEKLY else None, is_longer=step > 0))

    def action_view(self) -> None:
        """The next view."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.fade()  # what was said of a key is about the view before
        self._show()
        self.call_after_refresh(self._compute_analysis)

    def action_foot(self) -> None:
        """The other foot."""
        self.foot, self._foot_chosen = FEET[1 - FEET.index(self.foot)], True
        self.reload()
        if self.has_class("-tiny"):  # its header has no room for the foot
            self.say(f"{self.foot.capitalize()} foot")

    def action_name_factors(self) -> None:
        """Choose the factors of Links, and show Links."""

        def named() -> None:
            self.view = "links"
            self.reload()

        Naming(self, self.foot, named).ask()

    @on(TrendTabs.Chosen)
    def _chosen(self, event: TrendTabs.Chosen) -> None:
        if event.name in RANGES:
            self.weeks = event.name
            self.reload()
        else:
            self.view = next(view for view in VIEWS if view == event.name)
            self._show()
            self.call_after_refresh(self._compute_analysis)

    @on(TrendChart.Resized)
    def _resized(self) -> None:
        self._show()

    @on(TrendChart.Picked)
    def _picked(self, event: TrendChart.Picked) -> None:
        self._select(event.start)

    def _compute_analysis(self) -> None:
        """Start computing what the view needs and does not have yet."""
        if self._asked is None or not self.is_current:
            return
        whole = self.view in WHOLE
        if (self._findings if whole else self._changes or self._findings) is None:
            name, find = ("findings", read_analysis) if whole else ("changes", read_changes)
            if not self.host.behind.runs(name):
                self.host.behind.find(
                    name,
                    partial(find, foot=self.foot, today=self.today),
                    partial(self._found, self._asked),
                    self._not_read,
                )

    def _found(self, asked: AnalysisRequest, analysis: ChangeAnalysis | Analysis) -> None:
        """Show a result, unless the foot or the diary has changed."""
        if asked == self._asked:
            if isinstance(analysis, Analysis):
                self._findings = analysis
            else:
                self._changes = analysis
            self._show()

    def _not_read(self, problem: Problem) -> None:
        if isinstance(problem, Busy):
            self.stale = True  # it is read again at the next tick
        else:
            self.tell(problem)

    def _stop(self) -> None:
        for name in ("weeks", "changes", "findings"):
            self.host.behind.stop(name)

    def _take(self, shown: Range) -> None:
        self._range, self._awaited = shown, False
        self._show()

    @property
    def _trap_pages(self) -> int:
        """The number of pages the traps take at this size."""
        return pages(*self.query_one(TrendChart).size)

    def _select(self, start: date) -> None:
        self.selected = start
        self._show()
        if self.has_class("-tiny") and self._range is not None:  # no room for the read-out
            weeks = self._range.subject.trends.weeks
            self.say(next((messages.format_selected(week) for week in weeks if week.start == start), ""))

    def _selected(self, shown: Range) -> date:
        """Return the selected week; the last one if the selected one is not shown."""
        starts = [week.start for week in shown.subject.trends.weeks]
        return self.selected if self.selected in starts else starts[-1]

    def _with_findings(self, shown: Range) -> Subject:
        """Return the chart's content: the weeks, and the results for this foot so far."""
        analysis = self._findings or self._changes
        same = analysis is not None and analysis.observations.foot == shown.subject.trends.foot
        found, selected = analysis if same else None, self._selected(shown)
        return shown.subject._replace(findings=found, panel=self._panel, selected=selected)

    def _number(self) -> int:
        """Return the number of weeks of the range."""
        return self._weeks_filled() if self.weeks == "all" else int(self.weeks)

    def _weeks_filled(self) -> int:
        """Return the number of weeks from the first entry on."""
        first = min(self.diary.first_day() or self.today, self.today)
        return (monday(self.today) - monday(first)).days // 7 + 1

    def _show(self) -> None:
        if self._range is None:
            return
        subject = self._with_findings(self._range)
        foot = f"{subject.trends.foot.capitalize()} foot"
        self.aside(f"{foot}, first steps · to {short_day(subject.trends.span.last)}", foot)
        weekly = self.view in WEEKLY
        self.set_class(not weekly, "-alone")
        self.query_one(TrendTabs).show(self.view, self._range.name if weekly else None, subject.trends.foot)
        self.query_one(TrendChart).show(self.view, subject)
        lanes = lanes_to_name(subject, *self.query_one(TrendChart).size) if self.view == "weeks" else ()
        self.query_one(Readout).set_class(self.view != "weeks", "-flow")
        self.query_one(Readout).show(subject, self._range.care.get(subject.selected, ()), lanes)
        self.show_footer()

    def offered(self, action: KeyAction) -> KeyAction | None:
        """Return an action if it has a use in the open view."""
        if action.name == "name_factors":
            return action if self.view == "links" else None
        if action.name == "week(-1)" and self.view == "traps" and self._trap_pages > 1:
            return action._replace(name=TRAP_PAIR)
        return action if self.view in WEEKLY or not action.name.startswith(("week", "range")) else None
