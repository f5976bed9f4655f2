"""Trends: the weeks in pictures and in figures, and what can be told of them beyond chance."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from heeldiary.charts.traps import pages
from heeldiary.charts.trends import VIEWS, WEEKLY, Subject, ViewName
from heeldiary.domain.courses import visit_days
from heeldiary.domain.days import monday, short_day
from heeldiary.domain.entries import Care, Entry
from heeldiary.domain.findings import Findings, Material, findings
from heeldiary.domain.scales import FEET, Foot
from heeldiary.domain.text import shown
from heeldiary.domain.wording import visit_words
from heeldiary.store.diary import Diary
from heeldiary.store.material import material
from heeldiary.store.weeks import sore_days, trends
from heeldiary.tui.actions import TRENDS, Action, bindings
from heeldiary.tui.page import Page
from heeldiary.tui.screens.naming import Naming
from heeldiary.tui.widgets.footer import Footer
from heeldiary.tui.widgets.readout import Readout
from heeldiary.tui.widgets.trend_chart import TrendChart
from heeldiary.tui.widgets.trend_tabs import TrendTabs

RANGES = ("4", "12", "26", "52", "all")
"""In weeks."""


class TrendsPage(Page):
    """Shows one foot's weeks, and what is reckoned of them behind the screen."""

    PAGE = "trends"
    ABOUT = (
        "Each week's mean as a line, its median as a dash, from its best to its worst morning as a bar. A ring is a "
        "week of fewer than 4 mornings, a dot one without any. The tinted band behind a week is where its mean falls "
        "nine times in ten if nothing has changed since the four weeks before it. Beneath, on the same weeks: care "
        "(+, or the number of a visit), massage, activity, steps, sitting. Change has the first mornings beside the "
        "last ones, and the trend. Links compares the mornings after days with what you name and days without it. "
        "Traps has four ways in which a diary misleads. Where has the days on which a spot was marked on the map. "
        "Nothing here says what causes what."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TRENDS)]
    DEFAULT_CSS = """
    TrendsPage TrendTabs { margin-left: 2; }
    TrendsPage #columns { height: 1fr; margin-left: 2; }
    TrendsPage.-alone Readout { display: none; }
    TrendsPage Readout { width: 24; margin-left: 2; }
    TrendsPage.-normal TrendTabs, TrendsPage.-wide TrendTabs { margin: 1 0 0 2; }
    TrendsPage.-normal #columns, TrendsPage.-wide #columns { margin: 1 0 0 2; }
    TrendsPage.-normal Mean, TrendsPage.-wide Mean { margin: 1 0 1 0; }
    TrendsPage.-normal #range, TrendsPage.-wide #range { dock: none; padding-top: 1; }
    TrendsPage.-normal Readout { width: 30; margin-left: 5; }
    TrendsPage.-wide Readout { width: 34; margin-left: 8; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self.foot: Foot = FEET[0]
        self._foot_chosen = False
        self.weeks = "12"
        self.view: ViewName = "weeks"
        self.selected: date | None = None
        """The Monday of the week that is read out; None for the present one."""
        self._care: dict[date, list[Entry]] = {}
        self._subject: Subject | None = None
        self._panel = 0
        """Which of the traps is shown where there is no room for all."""
        self._material: Material | None = None

    def body(self) -> ComposeResult:
        """The tabs, the chart under them, the words beside it."""
        yield TrendTabs(VIEWS, RANGES)
        with Horizontal(id="columns"):
            yield TrendChart()
            yield Readout()

    def on_mount(self) -> None:
        """Show the last weeks."""
        self.reload()

    def load(self) -> None:
        """Read the weeks and show them."""
        if not self._foot_chosen:
            self.foot = (self.settings.affected_feet or FEET)[0]
        found = trends(self.diary, (self.foot,), self._number())[0]
        told = material(self.diary, self.foot, self.today)
        scores = {day: score for day, score in told.scores.items() if day >= found.span.first}
        self._care = {}
        for entry in self.diary.entries(found.span, ("care",)):
            session = entry.fact.session if isinstance(entry.fact, Care) else None
            if session is None or session.foot == self.foot:
                self._care.setdefault(monday(entry.day), []).append(entry)
        starts = [week.start for week in found.weeks]
        selected = self.selected if self.selected in starts else starts[-1]
        sore = sore_days(self.diary, found.span, self.foot)
        visits = visit_days(entry for of_week in self._care.values() for entry in of_week)
        known = self._subject.findings if self._subject and told == self._material else None
        self._subject = Subject(found, scores, self._care.keys(), selected, sore, visits, known, self._panel)
        self._show()
        if told != self._material:
            self._material = told
            self.call_after_refresh(self._reckon, told)

    @property
    def reckoning(self) -> bool:
        """Whether something is still being reckoned behind the screen."""
        return self._subject is not None and self._subject.findings is None

    @property
    def gone_to(self) -> date | None:
        """The week that was chosen."""
        return self.selected

    def action_week(self, step: int) -> None:
        """Read out the week before or after; of the traps, show the one before or after."""
        if self._subject is None:
            return
        if self.view == "traps":
            self._panel = (self._panel + step) % pages(*self.query_one(TrendChart).size)
            self._subject = self._subject._replace(panel=self._panel)
            self._show()
        if self.view not in WEEKLY:
            return
        start = self._subject.selected + timedelta(days=7 * step)
        if any(week.start == start for week in self._subject.trends.weeks):
            self._select(start)

    def action_range(self, step: int) -> None:
        """Show fewer or more weeks."""
        at = RANGES.index(self.weeks) + step
        if 0 <= at < len(RANGES) and self.view in WEEKLY:
            self.weeks = RANGES[at]
            self.reload()

    def action_view(self) -> None:
        """The next view."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self._show()

    def action_foot(self) -> None:
        """The other foot."""
        self.foot, self._foot_chosen = FEET[1 - FEET.index(self.foot)], True
        self.reload()

    def action_name_factors(self) -> None:
        """Name the factors of Links, and show it."""

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

    @on(TrendChart.Picked)
    def _picked(self, event: TrendChart.Picked) -> None:
        self._select(event.start)

    def _reckon(self, told: Material) -> None:
        """Reckon behind the screen what is shown when it is there."""
        self.run_worker(partial(self._reckoned, told), thread=True, exclusive=True, group="findings")

    def _reckoned(self, told: Material) -> None:
        if told is self._material:
            self.app.call_from_thread(self._found, told, findings(told))

    def _found(self, told: Material, found: Findings) -> None:
        """Show what was reckoned, unless the foot or the diary is another by now."""
        if told is self._material and self._subject is not None:
            self._subject = self._subject._replace(findings=found)
            self._show()

    def _select(self, start: date) -> None:
        if self._subject is not None:
            self.selected = start
            self._subject = self._subject._replace(selected=start)
            self._show()

    def _number(self) -> int:
        """How many weeks the range has."""
        if self.weeks != "all":
            return int(self.weeks)
        first = min(self.diary.first_day() or self.today, self.today)
        return (monday(self.today) - monday(first)).days // 7 + 1

    def _show(self) -> None:
        subject = self._subject
        if subject is None:
            return
        found = subject.trends
        foot = f"{self.foot.capitalize()} foot"
        self.aside(f"{foot}, first steps · to {short_day(found.span.last)}", foot)
        weekly = self.view in WEEKLY
        self.set_class(not weekly, "-alone")
        self.query_one(TrendTabs).show(self.view, self.weeks if weekly else None)
        self.query_one(Footer).show([action for action in self.actions if self._acts(action)])
        self.query_one(TrendChart).show(self.view, subject)
        week = next(week for week in found.weeks if week.start == subject.selected)
        days = [subject.scores.get(week.start + timedelta(days=n)) for n in range(7)]
        band = subject.findings.bands.get(week.start) if subject.findings else None
        self.query_one(Readout).show(found, week, days, _care_words(self._care.get(week.start, [])), band)

    def _acts(self, action: Action) -> bool:
        """Whether the footer names an action in the view that is open."""
        if action.name == "name_factors":
            return self.view == "links"
        return self.view in WEEKLY or not action.name.startswith(("week", "range"))


def _care_words(entries: list[Entry]) -> list[str]:
    """A week's care: each kind once, with how often, and visits with their numbers."""
    visits = [
        f"{entry.fact.kind}, {visit_words(entry.fact.visit, entry.fact.course_visits)}"
        for entry in entries
        if isinstance(entry.fact, Care) and entry.fact.visit is not None
    ]
    counted = Counter(entry.fact.kind for entry in entries if isinstance(entry.fact, Care) and entry.fact.visit is None)
    others = [kind if count == 1 else f"{kind} ×{count}" for kind, count in counted.items()]
    return [shown(words, newline=" ") for words in (*visits, *others)]
